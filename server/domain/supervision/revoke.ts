import {
  type Call,
  type Intervention,
  type RepOnCall,
  connectedParticipant,
  interventionOf,
  repOnCall,
} from '../call/call.ts';
import { isCovert } from '../call/covert.ts';
import type { CallEvent } from '../call/events.ts';
import { JOIN_MODE } from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import type { RefusalCode } from '../call/refusals.ts';
import { callRepBack } from '../carrier/customerCover.ts';
import { decidePolicy, mayContinue } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { isUnwelcome } from './monitoringChoice.ts';

export interface CurrentRights {
  readonly policy: Policy;
  /** The supervisor as the CRM knows them now; undefined if the person no longer exists. */
  readonly supervisor: Person | undefined;
  readonly rep: Person | undefined;
  /** Whether the rep, who may be another one by now, has yet to acknowledge a notice that blocks. */
  readonly isRepUnnotified: boolean;
}

/**
 * Why a running intervention may not go on, by what the CRM knows of supervisor and rep now;
 * undefined when it may.
 */
export function lostRight(
  call: Call,
  intervention: Intervention,
  { policy, supervisor, rep, isRepUnnotified, now }: CurrentRights & { readonly now: string },
): RefusalCode | undefined {
  if (!supervisor?.active) return 'user_inactive';
  if (isUnwelcome(call, intervention)) return 'monitoring_declined';
  if (isRepUnnotified && connectedParticipant(call, 'rep')) return 'rep_not_notified';
  const covert = isCovert(intervention);
  const repNow: RepOnCall = rep ? repOnCall(rep) : call.rep;
  const question = { policy, person: supervisor, rep: repNow, call, now, covert };
  const modes =
    intervention.status === 'active'
      ? [intervention.mode, ...(intervention.pending ? [intervention.pending.mode] : [])]
      : [JOIN_MODE];
  const lost = modes.find((mode) => !mayContinue({ ...question, mode }));
  if (!lost) return undefined;
  const decision = decidePolicy({ ...question, mode: lost });
  return decision.allowed ? 'mode_not_permitted' : decision.refusal.code;
}

/** The events that are due when a supervisor has lost the right to be on the call. */
export function revokeSupervisor(
  call: Call,
  interventionId: string,
  { because, now }: { readonly because: RefusalCode; readonly now: string },
): CallEvent[] {
  const found = interventionOf(call, interventionId);
  if (!found || found.status === 'ended') return [];
  const ended: CallEvent = {
    type: 'InterventionEnded',
    interventionId,
    endReason: 'revoked',
    because,
    at: now,
  };
  return [ended, ...(found.status === 'active' ? callRepBack(call, now, interventionId) : [])];
}
