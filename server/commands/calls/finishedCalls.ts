import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { maySee } from '../../domain/policy/decide.ts';
import type {
  CallSample,
  Clock,
  FinishedCalls,
  FinishedCursor,
  Policies,
} from '../../ports/index.ts';

export type FinishedCall = Extract<Call, { readonly status: 'ended' }>;

export interface FinishedCallsDeps {
  readonly finishedCalls: FinishedCalls;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly clock: Clock;
}

/** How many calls a page shows, are read at a time, and are read at most for one page. */
const SHOWN = 25;
const READ = 100;
const MOST_READ = 1_000;

/**
 * Ended calls that this person may monitor, most recently ended first. `next` is where the next
 * page begins, absent on the last page. With a sample, only calls in the sample.
 */
export async function finishedCallsOf(
  { finishedCalls, policies, clock }: FinishedCallsDeps,
  person: Person,
  { before, sample }: { readonly before?: FinishedCursor; readonly sample?: CallSample },
): Promise<{ readonly calls: readonly FinishedCall[]; readonly next?: FinishedCursor }> {
  const policy = await policies.inForce(person.orgId);
  const now = clock.now();
  const calls: FinishedCall[] = [];
  let next = before;
  for (let read = 0; read < MOST_READ; read += READ) {
    const page = await finishedCalls.page(person.orgId, { size: READ, before: next, sample });
    for (const call of page.filter(hasEnded)) {
      next = { endedAt: call.endedAt, callId: call.callId };
      if (maySee(policy, person, { call, now })) calls.push(call);
      if (calls.length === SHOWN) return { calls, next };
    }
    if (page.length < READ) return { calls };
  }
  return { calls, next };
}

const hasEnded = (call: Call): call is FinishedCall => call.status === 'ended';
