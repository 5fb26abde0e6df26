import type { AnnouncementKind } from '../call/announcement.ts';
import type { Language } from '../call/language.ts';

/**
 * What Dealside says on calls. The texts are in the catalogue; `{supervisor}` and `{rep}` are
 * replaced by names.
 */
export type Phrase =
  | 'disclosure'
  | 'disclosure_recorded'
  | 'disclosure_recorded_and_transcribed'
  | 'disclosure_transcribed'
  | 'one_moment'
  | 'joined'
  | 'about_to_listen'
  | 'about_to_speak';

/** Texts for a caller who waits, whose rep was lost, or whose call cannot be taken. */
export type CallerPhrase =
  | 'welcome'
  | 'nextStep'
  | 'onHold'
  | 'repLost'
  | 'leaveMessage'
  | 'closedMessage'
  | 'closed'
  | 'messageLeft'
  | 'askRating'
  | 'rated';

/**
 * An org's own words for an announcement, from its records. They take precedence over the
 * catalogue's.
 */
export interface OrgWording {
  readonly kind: Exclude<AnnouncementKind, 'tone'> | CallerPhrase;
  readonly language: Language;
  readonly text: string;
}

/** The words with `{supervisor}` and `{rep}` replaced by names. */
export const withNames = (
  words: string,
  names: { readonly supervisor: string; readonly rep: string },
): string => words.replaceAll('{supervisor}', names.supervisor).replaceAll('{rep}', names.rep);
