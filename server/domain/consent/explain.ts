import { disclosureOf } from '../notices/playAnnouncements.ts';
import type { Call } from '../call/call.ts';
import type { Language } from '../texts/language.ts';
import { lawText, refusalText } from '../texts/render.ts';
import { decideConsent, type ConsentSettings } from './decide.ts';

/** What the law says of supervisors on this call, beside what policy says: a mode needs both. */
export function explainConsent(call: Call, settings: ConsentSettings, readerLanguage: Language) {
  const { customer, rep, language } = call;
  const where = { customerPhone: customer.phone, customerPlace: customer.place, repPlace: rep.place };
  // A supervisor who may listen may be heard too; only being heard is announced.
  const decision = decideConsent(where, disclosureOf(call), settings, 'barge');
  const { evidence } = decision;
  return {
    allowed: decision.allowed, rule: lawText(decision.law, readerLanguage),
    ...(!decision.allowed && { code: decision.refusal.code, ...refusalText(decision.refusal, readerLanguage) }),
    announcesSupervisor: decision.allowed && decision.announcesSupervisor,
    jurisdictions: evidence.applying, disclosure: evidence.disclosure?.status ?? ('none' as const), language, tableVersion: evidence.tableVersion,
  };
}
