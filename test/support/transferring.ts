import assert from 'node:assert/strict';
import { type Call } from '../../server/domain/call/call.ts';
import type { CallEvent, Decision } from '../../server/domain/call/events.ts';
import { evolveAll } from '../../server/domain/call/evolve.ts';
import type {
  ParticipantStatusFact,
  ParticipantFact,
} from '../../server/domain/carrier/carrierFacts.ts';
import { observe } from '../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../server/domain/carrier/pendingActions.ts';
import { decideHandOver, decideTransfer } from '../../server/domain/supervision/transferCall.ts';
import { at, liveCall, rep } from './builders.ts';

export const ravi = rep();
export const lena = rep({ userId: 'lena', name: 'Lena Brandt' });

export const eventsOf = (decision: Decision): readonly CallEvent[] =>
  'events' in decision ? decision.events : assert.fail(decision.refusal.code);
export const codeOf = (decision: Decision): string | undefined =>
  'refusal' in decision ? decision.refusal.code : undefined;
export const types = (events: readonly CallEvent[]): string[] => events.map(({ type }) => type);
export const ask = (
  call: Call,
  more: Partial<Parameters<typeof decideTransfer>[1]> = {},
): Decision =>
  decideTransfer(
    call,
    { transferId: 't', rep: ravi, colleague: lena, isBusy: false, completesItself: false, ...more },
    at(10),
  );

/** Lena is rung into Ravi's call. */
export const ringing = (call: Call = liveCall(), more: Parameters<typeof ask>[1] = {}): Call =>
  evolveAll(call, [...eventsOf(ask(call, more))]);
export const fact = (
  type: ParticipantFact['type'],
  party: ParticipantFact['party'],
  connectionId: string,
): ParticipantFact => ({
  type,
  callId: 'c1',
  conferenceId: 'CF1',
  party,
  connectionId,
  audibleTo: 'everyone',
  onHold: false,
  at: at(20),
});
export const answered = (
  party: ParticipantFact['party'],
  connectionId: string,
): ParticipantStatusFact => ({
  type: 'participant-status',
  callId: 'c1',
  party,
  connectionId,
  status: 'answered',
  at: at(20),
});
export const LENA = { role: 'colleague', userId: 'lena' } as const;
export const seen = (call: Call, ...facts: (ParticipantFact | ParticipantStatusFact)[]): Call =>
  facts.reduce((after, one) => evolveAll(after, observe(after, one, at(20))), call);
/** Lena has answered. */
export const together = (call?: Call, more?: Parameters<typeof ask>[1]): Call =>
  seen(ringing(call, more), answered(LENA, 'CA-lena'), fact('participant-joined', LENA, 'CA-lena'));
export const handedOver = (call?: Call): Call => {
  const before = together(call);
  return evolveAll(before, [...eventsOf(decideHandOver(before, { rep: ravi }, at(30)))]);
};
export const partyOf = (call: Call, connectionId: string) =>
  call.participants.find((one) => one.connectionId === connectionId)?.party;
export const owed = (call: Call): string[] => pendingActions(call).map((duty) => duty.do);
export const steps = (call: Call): unknown[] =>
  pendingActions(call).flatMap((duty) => (duty.do === 'hand-over' ? duty.steps : []));
