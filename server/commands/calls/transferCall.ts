import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/people/people.ts';
import { refusal } from '../../domain/refusals.ts';
import { colleagueParticipant } from '../../domain/transfer/transfer.ts';
import { decideHandOver, decideTransferCancel, decideTransfer, isBusyOn, colleagueNotReached } from '../../domain/transfer/decideTransfer.ts';
import { CarrierProblem, type Directory, type Store } from '../../ports/index.ts';
import { applyToCall, type CallDeps } from '../transact/applyToCall.ts';
import { actorOf, decideOn, type Result } from '../transact/decideOn.ts';
import { runPendingActions } from '../carrier/runPendingActions.ts';
import { CONFIRMATION_PATIENCE_MS, idFrom } from '../transact/forIntervention.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';

export interface TransferDeps extends CallDeps {
  readonly store: Store;
  readonly directory: Directory;
  /** Runs something after a while, and never keeps the process alive. */
  readonly later: (delayMs: number, act: () => Promise<void>) => void;
}

export interface TransferRequest {
  readonly callId: string;
  readonly toUserId: string;
  readonly requestId: string;
  /** Hands the call over as soon as the colleague is there. */
  readonly complete?: boolean;
}

/** Rings a colleague into the rep's call, to talk together before the call is handed over, or to take it at once. */
export async function requestTransfer(deps: TransferDeps, rep: Person, { callId, toUserId, requestId, complete = false }: TransferRequest): Promise<Result<Call>> {
  const [colleague, open] = await Promise.all([
    deps.directory.person(rep.orgId, toUserId), deps.store.findCalls({ orgId: rep.orgId, status: ['ringing', 'live'] }),
  ]);
  const transferId = idFrom(rep.orgId, rep.userId, requestId);
  let isNew = false;
  const decided = await decideOn(deps, { ...subjectOf(rep, callId, 'RequestTransfer'), details: { toUserId } }, (call, now) => {
    isNew = call.transfer?.transferId !== transferId;
    return decideTransfer(call, { transferId, rep, colleague, isBusy: isBusyOn(open, toUserId), completesItself: complete }, now);
  });
  return 'refusal' in decided || !isNew ? decided : ringColleague(deps, decided.ok, toUserId);
}

async function ringColleague(deps: TransferDeps, call: Call, userId: string): Promise<Result<Call>> {
  const { callId, orgId } = call;
  try {
    await deps.control.ringColleague({ callId, orgId, userId, customerName: call.customer.name, repName: call.rep.name });
    return { ok: call };
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    deps.log.warn({ callId, problem: problem.kind, code: problem.code }, 'a colleague could not be rung');
    // An answer that was lost may have been a yes: whoever is there meanwhile was rung.
    let isThere = false;
    const applied = await applyToCall(deps, callId, (current, now) => {
      isThere = colleagueParticipant(current, userId)?.status === 'connected';
      return isThere ? [] : colleagueNotReached(current, userId, 'not_rung', now);
    }, undefined, { kind: 'system' });
    if (isThere && applied && applied !== 'repeated') return { ok: applied.call };
    return { refusal: refusal('carrier_unavailable', { wording: 'carrier_unavailable.colleague_not_rung' }) };
  }
}

/** Makes the colleague who is there the call's rep, and takes the rep off. */
export const completeTransfer = (deps: TransferDeps, rep: Person, callId: string): Promise<Result<Call>> => decideAndAct(deps, rep, callId, 'CompleteTransfer', decideHandOver);

/** Lets the colleague go; the rep goes on with the call. */
export const cancelTransfer = (deps: TransferDeps, rep: Person, callId: string): Promise<Result<Call>> => decideAndAct(deps, rep, callId, 'CancelTransfer', decideTransferCancel);

async function decideAndAct(deps: TransferDeps, rep: Person, callId: string, action: string, decide: typeof decideHandOver): Promise<Result<Call>> {
  const decided = await decideOn(deps, subjectOf(rep, callId, action), (call, now) => decide(call, { rep }, now));
  if ('refusal' in decided) return decided;
  await runPendingActions(deps, decided.ok);
  deps.later(CONFIRMATION_PATIENCE_MS, () => reconcileCall(deps, callId));
  return decided;
}

const subjectOf = (rep: Person, callId: string, action: string) => ({ orgId: rep.orgId, callId, action, actor: actorOf(rep) });
