import type { Call } from '../../domain/call/call.ts';
import type { Language } from '../../domain/call/language.ts';
import type { OwnAddress } from '../../domain/call/reach.ts';
import { isCustomersNumber } from '../../domain/supervision/helpCall.ts';
import {
  CarrierProblem,
  type ConferenceControl,
  type Log,
  type PersonKey,
} from '../../ports/index.ts';

export interface SpeakOnPhonesDeps {
  readonly control: Pick<ConferenceControl, 'speakWords'>;
  /** The own device on which a person wants to be called; undefined is the softphone. */
  readonly whereToRing: (
    person: PersonKey,
  ) => Promise<(OwnAddress & { readonly language: Language }) | undefined>;
  readonly log: Log;
}

/**
 * Calls the phones of those people who are reached there, in a call of its own, and says something
 * about a call in their language. A failed call is not repeated, because notifications ring as
 * well.
 */
export const speakOnPhones =
  ({ control, whereToRing, log }: SpeakOnPhonesDeps) =>
  async (
    call: Call,
    people: readonly PersonKey[],
    wordsIn: (language: Language) => string,
  ): Promise<void> => {
    await Promise.all(people.map(speakTo));

    async function speakTo({ orgId, userId }: PersonKey): Promise<void> {
      const own = await whereToRing({ orgId, userId });
      if (!own || isCustomersNumber(call, own.address)) return;
      const { address: to, language } = own;
      try {
        await control.speakWords({ orgId, to, words: wordsIn(language), language });
      } catch (problem) {
        if (!(problem instanceof CarrierProblem)) throw problem;
        log.warn({ callId: call.callId, userId, fault: problem.kind }, 'phone not called');
      }
    }
  };
