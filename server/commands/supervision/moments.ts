import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { decideFlag } from '../../domain/supervision/moments.ts';
import { actorOf } from '../transact/actor.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';

export interface FlagMomentInput {
  readonly callId: string;
  readonly requestId: string;
  readonly note?: string;
}

/** The rep marks a moment of their own call. The same request marks it once. */
export async function flagMoment(
  deps: DecideOnDeps,
  rep: Person,
  { callId, requestId, note }: FlagMomentInput,
): Promise<Result<Call>> {
  const momentId = idFrom(rep.orgId, rep.userId, callId, requestId);
  const subject = { orgId: rep.orgId, callId, action: 'FlagMoment', actor: actorOf(rep) } as const;
  return callAfter(
    await decideOn(deps, subject, (call, now) => decideFlag(call, { momentId, rep, note }, now)),
  );
}
