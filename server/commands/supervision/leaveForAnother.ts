import type { AttemptAction } from '../../domain/audit/actions.ts';
import { interventionOf } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';
import { leaveCall, type LeaveCallDeps } from './leaveCall.ts';

export interface LeaveForAnother {
  readonly moveFrom: string;
  /** The call that is joined, placed or answered instead. */
  readonly movingTo: string;
  /** The requested action, as named in the audit. */
  readonly action: AttemptAction;
}

const LOOK_EVERY_MS = 100;
/** After this many unsuccessful looks the carrier is asked, in case its callback was lost. */
const LOOKS_BEFORE_ASKING = 5;
/** About 3 s, and what the carrier takes to answer. */
const MOST_LOOKS = 30;

/**
 * Takes a supervisor off one call in favor of another one, unless the customer needs them, and waits
 * until the carrier confirms it.
 */
export async function leaveForAnother(
  deps: LeaveCallDeps,
  person: Person,
  { moveFrom, movingTo, action }: LeaveForAnother,
): Promise<Result<'left'>> {
  const left = await leaveCall(deps, person, { interventionId: moveFrom, movingTo });
  if ('refusal' in left) return left;
  const { call } = left.ok;
  if (await hasLeft(deps, call.callId, moveFrom)) return { ok: 'left' };
  return refuseAudited(deps, person, {
    attempt: { action, callId: movingTo },
    why: refusal('still_leaving', { values: { rep: call.rep.name } }),
  });
}

/** Whether the carrier confirms within MOST_LOOKS that the supervisor is off the call. */
async function hasLeft(
  deps: LeaveCallDeps,
  callId: string,
  interventionId: string,
): Promise<boolean> {
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const call = await deps.store.loadCall(callId);
    if (!call || interventionOf(call, interventionId)?.status === 'ended') return true;
    if (look % LOOKS_BEFORE_ASKING === 0) await reconcileCall(deps, callId);
    else await pause(deps);
  }
  return false;
}

const pause = ({ later }: LeaveCallDeps): Promise<void> =>
  new Promise((resolve) => later(LOOK_EVERY_MS, async () => resolve()));
