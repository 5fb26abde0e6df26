import { disclosureOf } from '../call/announcement.ts';
import { comparableAmount, type Call } from '../call/call.ts';
import type { AlertContext } from './judge.ts';

/** What rules ask about a call whenever it was: all but its times. */
export const callFacts = (call: Call): Omit<AlertContext, 'answeredAt' | 'helpOpenSince'> => ({
  language: call.language?.code ?? 'en',
  queueIds: call.rep.queueIds,
  stage: call.opportunity?.stage,
  amount: comparableAmount(call.opportunity),
  lacksDisclosure: call.opensWithDisclosure && disclosureOf(call)?.status !== 'played',
});
