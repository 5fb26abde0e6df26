import { interventionOf } from '../../domain/call/call.ts';
import { isCovert } from '../../domain/call/covert.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { PathChange } from '../../domain/supervision/latency.ts';
import type { LatencyLedger, Store } from '../../ports/index.ts';
import type { Result } from '../transact/result.ts';

export interface RecordRepPathDeps {
  readonly store: Pick<Store, 'loadCall'>;
  readonly latency: Pick<LatencyLedger, 'repPath'>;
}

/**
 * Notes what a join changed on the rep's way to the carrier, as the rep's softphone measured it
 * (D40). A rep must not find out here whether somebody is monitoring covertly: of such a join
 * nothing is noted, and the answer is the same.
 */
export async function recordRepPath(
  { store, latency }: RecordRepPathDeps,
  rep: Person,
  {
    callId,
    interventionId,
    before,
    after,
  }: PathChange & { readonly callId: string; readonly interventionId: string },
): Promise<Result<undefined>> {
  const call = await store.loadCall(callId);
  if (!call || call.orgId !== rep.orgId || call.rep.userId !== rep.userId)
    return { refusal: refusal('call_not_found') };
  const intervention = interventionOf(call, interventionId);
  if (intervention && !isCovert(intervention))
    await latency.repPath(interventionId, { before, after });
  return { ok: undefined };
}
