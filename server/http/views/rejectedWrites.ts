import type { Language } from '../../domain/call/language.ts';
import { fill, TEXTS } from '../../domain/texts/texts.ts';
import type { DeadLetterMessage } from '../../ports/index.ts';

/**
 * What is wrong and what to do, in the reader's language. `details` is the CRM's own sentence, or
 * the error of a message that a former version wrote.
 */
export function rejectedWrite({ error, fault, ...message }: DeadLetterMessage, language: Language) {
  const text = TEXTS[language].writeFaults[fault?.code ?? 'unexpected'];
  return {
    ...message,
    problem: fill(text.message, fault?.values ?? {}),
    hint: text.hint,
    details: fault ? fault.said : error,
  };
}
