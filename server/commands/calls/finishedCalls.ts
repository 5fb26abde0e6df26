import type { Call, RepOnCall } from '../../domain/call/call.ts';
import { declinesMonitoring } from '../../domain/call/moments.ts';
import type { Person } from '../../domain/call/people.ts';
import { maySee } from '../../domain/policy/decide.ts';
import {
  CrmUnavailable,
  type CallSample,
  type Clock,
  type FinishedCalls,
  type FinishedCursor,
  type Policies,
} from '../../ports/index.ts';

export type FinishedCall = Extract<Call, { readonly status: 'ended' }>;

export interface FinishedCallsDeps {
  readonly finishedCalls: Pick<FinishedCalls, 'page'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly clock: Clock;
  /** Whether a law blocks monitoring of the rep until they have acknowledged a notice. */
  readonly isRepUnnotified: (orgId: string, rep: RepOnCall) => Promise<boolean>;
}

/** How many calls a page shows, are read at a time, and are read at most for one page. */
const SHOWN = 25;
const READ = 100;
const MOST_READ = 1_000;

/**
 * Ended calls that this person may monitor, most recently ended first. `next` is where the next
 * page begins, absent on the last page. With a sample, only calls in the sample, and none that
 * may not be monitored. `mayBeReviewed` are those that neither the customer nor a law forbids.
 */
export async function finishedCallsOf(
  deps: FinishedCallsDeps,
  person: Person,
  {
    before,
    sample,
    isFlagged,
  }: {
    readonly before?: FinishedCursor;
    readonly sample?: CallSample;
    readonly isFlagged?: boolean;
  },
): Promise<{
  readonly calls: readonly FinishedCall[];
  readonly mayBeReviewed: ReadonlySet<string>;
  readonly next?: FinishedCursor;
}> {
  const { finishedCalls, policies, clock } = deps;
  const policy = await policies.inForce(person.orgId);
  const now = clock.now();
  const isRepUnnotified = askedOnce(deps.isRepUnnotified);
  const calls: FinishedCall[] = [];
  const mayBeReviewed = new Set<string>();
  let next = before;
  for (let read = 0; read < MOST_READ; read += READ) {
    const page = await finishedCalls.page(person.orgId, {
      size: READ,
      before: next,
      sample,
      isFlagged,
    });
    for (const call of page.filter(hasEnded)) {
      next = { endedAt: call.endedAt, callId: call.callId };
      if (!maySee(policy, person, { call, now })) continue;
      // In an outage the list is shown all the same; what is sampled must be certain.
      const isReviewable = await canBeReviewed(isRepUnnotified, call).catch((problem: unknown) => {
        if (sample || !(problem instanceof CrmUnavailable)) throw problem;
        return false;
      });
      if (isReviewable) mayBeReviewed.add(call.callId);
      if (!sample || isReviewable) calls.push(call);
      if (calls.length === SHOWN) return { calls, mayBeReviewed, next };
    }
    if (page.length < READ) return { calls, mayBeReviewed };
  }
  return { calls, mayBeReviewed, next };
}

type IsRepUnnotified = FinishedCallsDeps['isRepUnnotified'];

const canBeReviewed = async (isRepUnnotified: IsRepUnnotified, call: Call): Promise<boolean> =>
  !declinesMonitoring(call) && !(await isRepUnnotified(call.orgId, call.rep));

/** Asks once of each rep in each place. */
function askedOnce(isRepUnnotified: IsRepUnnotified): IsRepUnnotified {
  const answers = new Map<string, Promise<boolean>>();
  return (orgId, rep) => {
    const key = JSON.stringify([rep.userId, rep.place]);
    const answer = answers.get(key) ?? isRepUnnotified(orgId, rep);
    answers.set(key, answer);
    return answer;
  };
}

const hasEnded = (call: Call): call is FinishedCall => call.status === 'ended';
