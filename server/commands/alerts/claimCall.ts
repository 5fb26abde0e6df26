import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { decideJoin } from '../../domain/policy/decideJoin.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { CallClaim, CallClaims, Clock } from '../../ports/index.ts';
import type { Result } from '../transact/result.ts';

export interface ClaimCallDeps {
  readonly claims: Pick<CallClaims, 'claim'>;
  readonly clock: Clock;
  readonly onClaimed: (call: Pick<Call, 'orgId' | 'callId'>) => void;
}

/** How long a claim lasts if the supervisor does not join. */
const CLAIM_MS = 2 * 60_000;

/**
 * Claims the call for this person, which others read by name: so it is for those who may join
 * openly, and not for those who may monitor only covertly. If two claim it at once, the first one gets it.
 */
export async function claimCall(
  { claims, clock, onClaimed }: ClaimCallDeps,
  person: Person,
  {
    call,
    policy,
    forJoin = false,
  }: { readonly call: Call; readonly policy: Policy; readonly forJoin?: boolean },
): Promise<Result<CallClaim>> {
  if (call.status !== 'live') return { refusal: refusal('call_not_live') };
  const { orgId, userId, name } = person;
  const claimedAt = clock.now();
  const decision = decideJoin(call, { person, policy }, claimedAt);
  if (!decision.allowed) return { refusal: decision.refusal };
  const held = await claims.claim({
    orgId,
    callId: call.callId,
    userId,
    userName: name,
    claimedAt,
    until: new Date(Date.parse(claimedAt) + CLAIM_MS).toISOString(),
    forJoin,
  });
  if (held.userId !== userId)
    return { refusal: refusal('call_claimed', { values: { who: held.userName } }) };
  onClaimed(call);
  return { ok: held };
}
