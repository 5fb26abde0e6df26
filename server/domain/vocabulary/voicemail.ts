import type { LeftMessage } from '../call/answering.ts';
import { LANGUAGES, type Language } from '../call/language.ts';
import { offered, spelled, type Vocabulary } from './vocabulary.ts';

/** A message that reps can leave on machines. */
export interface VoicemailMessage extends LeftMessage {
  readonly messageId: string;
}

/** The org's messages, those in the language of the call first. */
export function voicemailMessages(
  { notices }: Pick<Vocabulary, 'notices'>,
  language: Language,
): VoicemailMessage[] {
  return offered(notices)
    .filter(({ kind }) => kind === 'voicemail')
    .flatMap(({ name, language: written, text }) => {
      const spoken = LANGUAGES.find((one) => one === written);
      return spoken ? [{ messageId: name, name: spelled(name), language: spoken, text }] : [];
    })
    .toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
}
