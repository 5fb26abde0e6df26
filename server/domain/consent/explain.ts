import { disclosureOf } from '../notices/playAnnouncements.ts';
import type { Call } from '../call/call.ts';
import type { Language } from '../texts/language.ts';
import { lawText, refusalText } from '../texts/render.ts';
import { decideConsent, type ConsentSettings } from './decide.ts';

/**
 * Whether the law allows supervisors on this call. A mode needs the policy's permission and this
 * one.
 */
export function explainConsent(call: Call, settings: ConsentSettings, readerLanguage: Language) {
  const { customer, rep, language } = call;
  const where = {
    customerPhone: customer.phone,
    customerPlace: customer.place,
    repPlace: rep.place,
  };
  // The law that allows monitoring also allows being heard; only the announcement differs.
  const decision = decideConsent(where, disclosureOf(call), settings, 'barge');
  const { evidence } = decision;
  return {
    allowed: decision.allowed,
    rule: lawText(decision.law, readerLanguage),
    ...(!decision.allowed && {
      code: decision.refusal.code,
      ...refusalText(decision.refusal, readerLanguage),
    }),
    announcesSupervisor: decision.allowed && decision.announcesSupervisor,
    jurisdictions: evidence.applying,
    disclosure: evidence.disclosure?.status ?? ('none' as const),
    language,
    tableVersion: evidence.tableVersion,
  };
}
