import { disclosureOf } from '../call/announcement.ts';
import type { Call } from '../call/call.ts';
import type { Language } from '../call/language.ts';
import { lawText, refusalText } from '../texts/render.ts';
import { TEXTS } from '../texts/texts.ts';
import { decideConsent, UNKNOWN_PLACE, whereaboutsOf, type ConsentSettings } from './decide.ts';

/**
 * Whether the law allows supervisors on this call. A mode needs the policy's permission and this
 * one.
 */
export function explainConsent(call: Call, settings: ConsentSettings, readerLanguage: Language) {
  // The law that allows monitoring also allows being heard; only the announcement differs.
  const decision = decideConsent(whereaboutsOf(call), disclosureOf(call), {
    settings,
    mode: 'barge',
  });
  const { evidence } = decision;
  return {
    allowed: decision.allowed,
    rule: lawText(decision.law, readerLanguage),
    ...(!decision.allowed && {
      code: decision.refusal.code,
      ...refusalText(decision.refusal, readerLanguage),
    }),
    announcesSupervisor: decision.allowed && decision.announcesSupervisor,
    jurisdictions: evidence.applying.map((law) => ({
      ...law,
      ...(law.place === UNKNOWN_PLACE && { place: TEXTS[readerLanguage].consent.unknownPlace }),
    })),
    disclosure: evidence.disclosure?.status ?? ('none' as const),
    language: call.language,
    tableVersion: evidence.tableVersion,
  };
}
