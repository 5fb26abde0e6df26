import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { CallClaim, CallClaims, Clock } from '../../ports/index.ts';
import type { Result } from '../transact/result.ts';

export interface ClaimCallDeps {
  readonly claims: CallClaims;
  readonly clock: Clock;
  readonly onClaimed: (call: Pick<Call, 'orgId' | 'callId'>) => void;
}

/** How long a claim lasts if the supervisor does not join. */
const CLAIM_MS = 2 * 60_000;

/** Claims the call for this person. If two claim it at once, the first one gets it. */
export async function claimCall(
  { claims, clock, onClaimed }: ClaimCallDeps,
  { orgId, userId, name }: Pick<Person, 'orgId' | 'userId' | 'name'>,
  call: Call,
): Promise<Result<CallClaim>> {
  if (call.status !== 'live') return { refusal: refusal('call_not_live') };
  const claimedAt = clock.now();
  const held = await claims.claim({
    orgId,
    callId: call.callId,
    userId,
    userName: name,
    claimedAt,
    until: new Date(Date.parse(claimedAt) + CLAIM_MS).toISOString(),
  });
  if (held.userId !== userId)
    return { refusal: refusal('call_claimed', { values: { who: held.userName } }) };
  onClaimed(call);
  return { ok: held };
}
