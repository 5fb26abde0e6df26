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
import { isSilent, JOIN_MODE, type Mode } from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import type { RefusalCode } from '../call/refusals.ts';
import { callRepBack } from '../carrier/customerCover.ts';
import { decidePolicy, mayContinue } from '../policy/decide.ts';
import type { PolicyQuestion } from '../policy/examine.ts';
import type { Policy } from '../policy/policy.ts';
import { isUnwelcome } from './monitoringChoice.ts';
import { quieterMode, type QuieterMode, type VoiceGrounds } from './quieterMode.ts';

export interface CurrentRights {
  readonly policy: Policy;
  /** The supervisor as the CRM knows them now; undefined if the person no longer exists. */
  readonly supervisor: Person | undefined;
  readonly rep: Person | undefined;
  /** Whether the rep, who may be another one by now, has yet to acknowledge a notice that blocks. */
  readonly isRepUnnotified: boolean;
}

/** Why an intervention may not go on as it is. */
export interface LostRight {
  readonly because: RefusalCode;
  /** The mode that is not allowed any more; undefined where none is. */
  readonly mode?: Mode;
}

type RightsNow = CurrentRights & { readonly now: string };

/**
 * Why a running intervention may not go on as it is, by what the CRM knows of supervisor and rep
 * now; undefined when it may.
 */
export function lostRight(
  call: Call,
  intervention: Intervention,
  rights: RightsNow,
): LostRight | undefined {
  const { supervisor, isRepUnnotified } = rights;
  if (!supervisor?.active) return { because: 'user_inactive' };
  if (isUnwelcome(call, intervention)) return { because: 'monitoring_declined' };
  if (isRepUnnotified && connectedParticipant(call, 'rep')) return { because: 'rep_not_notified' };
  const questionOf = questionsOf(call, intervention, { ...rights, supervisor });
  const mode = modesUsed(intervention).find((one) => !mayContinue(questionOf(one)));
  if (!mode) return undefined;
  const decision = decidePolicy(questionOf(mode));
  return { because: decision.allowed ? 'mode_not_permitted' : decision.refusal.code, mode };
}

/** The modes that must be allowed: one that is being left for a quieter one need not be. */
function modesUsed(intervention: Intervention): readonly Mode[] {
  if (intervention.status !== 'active') return [JOIN_MODE];
  const { mode, pending } = intervention;
  if (!pending) return [mode];
  return pending.lost || isSilent(pending.mode) ? [pending.mode] : [mode, pending.mode];
}

const questionsOf =
  (
    call: Call,
    intervention: Intervention,
    { policy, supervisor, rep, now }: RightsNow & { readonly supervisor: Person },
  ) =>
  (mode: Mode): PolicyQuestion => {
    const repNow: RepOnCall = rep ? repOnCall(rep) : call.rep;
    const covert = isCovert(intervention) && isSilent(mode);
    return { policy, person: supervisor, rep: repNow, call, mode, now, covert };
  };

/** What follows from a lost right: a quieter mode, or, without `to`, that the supervisor leaves. */
export type AfterLostRight = LostRight & { readonly to?: QuieterMode };

/** The same as `lostRight`, with the quieter mode that is left to the supervisor. */
export function afterLostRight(
  call: Call,
  intervention: Intervention,
  { rights, grounds }: { readonly rights: RightsNow; readonly grounds: VoiceGrounds },
): AfterLostRight | undefined {
  const { supervisor } = rights;
  const lost = lostRight(call, intervention, rights);
  if (!lost?.mode || !supervisor) return lost;
  const questionOf = questionsOf(call, intervention, { ...rights, supervisor });
  const to = quieterMode(call, intervention, lost.mode, { ...grounds, questionOf });
  return to ? { ...lost, to } : lost;
}

/** The events that are due when a supervisor is left a quieter mode than the one they lost. */
export function stepDownAfterLostRight(
  call: Call,
  interventionId: string,
  facts: { readonly rights: RightsNow; readonly grounds: VoiceGrounds },
): CallEvent[] {
  const found = interventionOf(call, interventionId);
  if (!found || found.status === 'ended') return [];
  const { because, mode, to } = afterLostRight(call, found, facts) ?? {};
  if (!because || !mode || !to) return [];
  const { now } = facts.rights;
  return [
    {
      type: 'ModeRequested',
      interventionId,
      pending: {
        ...to,
        requestId: `${interventionId}:right-lost:${now}`,
        requestedAt: now,
        lost: { mode, because },
      },
      at: now,
    },
  ];
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
