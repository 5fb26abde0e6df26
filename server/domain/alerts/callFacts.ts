import { disclosureOf } from '../call/announcement.ts';
import { comparableAmount, type Call } from '../call/call.ts';
import type { AlertContext } from './judge.ts';

/** The facts of a call that rules use, except its times. */
export const callFacts = (
  call: Call,
): Omit<AlertContext, 'answeredAt' | 'helpOpenSince' | 'nobodyFreeSince' | 'heardSince'> => ({
  language: call.language?.code ?? 'en',
  queueIds: call.rep.queueIds,
  stage: call.opportunity?.stage,
  amount: comparableAmount(call.opportunity),
  lacksDisclosure: call.opensWithDisclosure && disclosureOf(call)?.status !== 'played',
});
