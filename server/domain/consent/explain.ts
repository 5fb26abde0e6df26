import { disclosureOf } from '../notices/playAnnouncements.ts';
import type { Call } from '../call/call.ts';
import { decideConsent, type ConsentSettings } from './decide.ts';

/** What the law says of supervisors on this call, beside what policy says: a mode needs both. */
export function explainConsent(call: Call, settings: ConsentSettings) {
  const { customer, rep, language } = call;
  const where = { customerPhone: customer.phone, customerPlace: customer.place, repPlace: rep.place };
  // Whoever may listen may be heard too; only being heard is announced.
  const decision = decideConsent(where, disclosureOf(call), settings, 'barge');
  const { evidence } = decision;
  const refused = decision.allowed ? undefined : decision.refusal;
  return {
    allowed: decision.allowed, rule: decision.rule, code: refused?.code, message: refused?.message, hint: refused?.hint,
    announcesSupervisor: decision.allowed && decision.announcesSupervisor,
    jurisdictions: evidence.applying, disclosure: evidence.disclosure?.status ?? ('none' as const), language, tableVersion: evidence.tableVersion,
  };
}
