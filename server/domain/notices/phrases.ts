import type { AnnouncementKind, Language } from './announcement.ts';

/** What Dealside says on calls. `{supervisor}` and `{rep}` are replaced by names. */
export type Phrase = 'disclosure' | 'joined' | 'about_to_listen' | 'about_to_speak';

/** An org's own text of an announcement, from its records. */
export interface OrgWording {
  readonly kind: Exclude<AnnouncementKind, 'tone'>;
  readonly language: Language;
  readonly text: string;
}

/** Used where an org has no text of its own, and while the CRM does not respond. */
export const DEFAULT_WORDINGS: Record<Phrase, Record<Language, string>> = {
  disclosure: {
    en: 'This call may be listened to for quality and training.',
    de: 'Bei diesem Gespräch kann zur Qualitätssicherung und Schulung mitgehört werden.',
  },
  joined: { en: '{supervisor} has joined the call.', de: '{supervisor} nimmt jetzt am Gespräch teil.' },
  about_to_listen: { en: '{supervisor} is about to listen to this call.', de: '{supervisor} wird bei diesem Gespräch mithören.' },
  about_to_speak: { en: '{supervisor} is about to join the call.', de: '{supervisor} kommt gleich zum Gespräch dazu.' },
};

/** What a supervisor can say when barging and when handing back (D10, D11, P8). */
export const SCRIPTS: Record<Language, { readonly introduction: string; readonly roleClarifying: string; readonly handBack: string }> = {
  en: {
    introduction: 'Hi, this is {supervisor}. I lead the team {rep} works in. May I join you for a moment?',
    roleClarifying: '{rep} stays your main contact. I am only here to help with this one point.',
    handBack: 'I will leave you with {rep} now. You are in good hands.',
  },
  de: {
    introduction: 'Guten Tag, hier ist {supervisor}. Ich leite das Team von {rep}. Darf ich kurz dazukommen?',
    roleClarifying: '{rep} bleibt für Sie zuständig. Ich helfe nur bei diesem einen Punkt.',
    handBack: 'Ich gebe Sie jetzt an {rep} zurück. Sie sind in guten Händen.',
  },
};

export const withNames = (words: string, names: { readonly supervisor: string; readonly rep: string }): string =>
  words.replaceAll('{supervisor}', names.supervisor).replaceAll('{rep}', names.rep);
