import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { colleagueParticipant } from '../../domain/call/transfer.ts';
import { colleagueNotReached } from '../../domain/carrier/handOver.ts';
import {
  decideGroupTransfer,
  decideHandOver,
  decideTransferCancel,
  decideTransfer,
  isBusyOn,
} from '../../domain/supervision/transferCall.ts';
import {
  CarrierProblem,
  type Directory,
  type Later,
  type OpenCallsOfOrg,
  type Store,
} from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { performEffects } from '../carrier/performEffects.ts';
import { reconcileLater } from '../carrier/reconcileLater.ts';
import { runPendingActions } from '../carrier/runPendingActions.ts';
import { actorOf } from '../transact/actor.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';
import { ringPlanOf, type RingPlanDeps } from './transferGroups.ts';

export interface TransferDeps extends CallDeps {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'loadCall' | 'recordAudit'>;
  readonly openCalls: OpenCallsOfOrg;
  readonly directory: Pick<Directory, 'person'>;
  readonly later: Later;
}

export type GroupTransferDeps = TransferDeps & RingPlanDeps;

export interface TransferRequest {
  readonly callId: string;
  readonly toUserId: string;
  readonly requestId: string;
  /** Hands the call over as soon as the colleague is there. */
  readonly complete?: boolean;
  /** The customer is on hold until rep and colleague have talked. */
  readonly holdCustomer?: boolean;
}

export interface GroupTransferRequest extends Omit<TransferRequest, 'toUserId'> {
  /** The key of a group, as transferGroups.ts lists them. */
  readonly toGroup: string;
}

/**
 * Rings a colleague into the rep's call, to talk together before the call is handed over, or to
 * take it at once.
 */
export async function requestTransfer(
  deps: TransferDeps,
  rep: Person,
  { callId, toUserId, requestId, complete = false, holdCustomer = false }: TransferRequest,
): Promise<Result<Call>> {
  const [colleague, open] = await Promise.all([
    deps.directory.person(rep.orgId, toUserId),
    deps.openCalls.of(rep.orgId),
  ]);
  const transferId = idFrom(rep.orgId, rep.userId, requestId);
  const decided = await decideOn(
    deps,
    { ...subjectOf(rep, callId, 'RequestTransfer'), details: { toUserId } },
    (call, now) =>
      decideTransfer(
        call,
        {
          transferId,
          rep,
          colleague,
          isBusy: isBusyOn(open, toUserId),
          completesItself: complete,
          holdsCustomer: holdCustomer && !complete,
        },
        now,
      ),
  );
  if ('refusal' in decided) return decided;
  const { before, call } = decided.ok;
  const isRepeated = before.transfer?.transferId === transferId;
  if (isRepeated || call.transfer?.by === 'takeover') return callAfter(decided);
  await runPendingActions(deps, call);
  return ringColleague(deps, call, toUserId);
}

/** Rings a group into the rep's call, in the order in which inbound calls ring it. */
export async function requestGroupTransfer(
  deps: GroupTransferDeps,
  rep: Person,
  { callId, toGroup, requestId, complete = false, holdCustomer = false }: GroupTransferRequest,
): Promise<Result<Call>> {
  const transferId = idFrom(rep.orgId, rep.userId, requestId);
  const group = await ringPlanOf(deps, rep, { toGroup });
  const decided = await decideOn(
    deps,
    { ...subjectOf(rep, callId, 'RequestTransfer'), details: { toGroup } },
    (call, now) =>
      decideGroupTransfer(
        call,
        {
          transferId,
          rep,
          group,
          completesItself: complete,
          holdsCustomer: holdCustomer && !complete,
        },
        now,
      ),
  );
  if ('refusal' in decided) return decided;
  await performEffects(deps, decided.ok);
  await runPendingActions(deps, decided.ok.call);
  return callAfter(decided);
}

async function ringColleague(
  deps: TransferDeps,
  call: Call,
  userId: string,
): Promise<Result<Call>> {
  const { callId, orgId } = call;
  try {
    await deps.control.ringColleague({
      callId,
      orgId,
      userId,
      customerName: call.customer.name,
      repName: call.rep.name,
    });
    return { ok: call };
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    deps.log.warn({ callId, fault: problem.kind, code: problem.code }, 'colleague not rung');
    // The carrier may have rung the colleague although its answer was lost.
    const isThere = (current: Call): boolean =>
      colleagueParticipant(current, userId)?.status === 'connected';
    const applied = await applyEvents(deps, { callId, actor: { kind: 'system' } }, (current, now) =>
      isThere(current) ? [] : colleagueNotReached(current, userId, { because: 'not_rung', now }),
    );
    if (applied.status === 'applied' && isThere(applied.before)) return { ok: applied.call };
    return {
      refusal: refusal('carrier_unavailable', {
        wording: 'carrier_unavailable.colleague_not_rung',
      }),
    };
  }
}

/** Makes the colleague who is there the call's rep, and takes the rep off. */
export const completeTransfer = (
  deps: TransferDeps,
  rep: Person,
  { callId }: { readonly callId: string },
): Promise<Result<Call>> =>
  decideAndAct(deps, rep, { callId, action: 'CompleteTransfer', decide: decideHandOver });

/** Removes the colleague; the rep keeps the call. */
export const cancelTransfer = (
  deps: TransferDeps,
  rep: Person,
  { callId }: { readonly callId: string },
): Promise<Result<Call>> =>
  decideAndAct(deps, rep, { callId, action: 'CancelTransfer', decide: decideTransferCancel });

async function decideAndAct(
  deps: TransferDeps,
  rep: Person,
  {
    callId,
    action,
    decide,
  }: {
    readonly callId: string;
    readonly action: AttemptAction;
    readonly decide: typeof decideHandOver;
  },
): Promise<Result<Call>> {
  const decided = callAfter(
    await decideOn(deps, subjectOf(rep, callId, action), (call, now) => decide(call, { rep }, now)),
  );
  if ('refusal' in decided) return decided;
  await runPendingActions(deps, decided.ok);
  reconcileLater(deps, callId);
  return decided;
}

const subjectOf = (rep: Person, callId: string, action: AttemptAction) => ({
  orgId: rep.orgId,
  callId,
  action,
  actor: actorOf(rep),
});
