import { auditAct } from '../domain/audit/entries.ts';
import type { Call } from '../domain/call/call.ts';
import { isPractice } from '../domain/call/purpose.ts';
import { jointCallDetails } from '../domain/supervision/jointCall.ts';
import { isShownTo } from '../http/views/presenters.ts';
import type { WordsNews } from '../ports/index.ts';
import { createJointCalls } from '../store/supervision/jointCalls.ts';
import type { Closing } from './closing.ts';
import type { LiveFeed } from './liveFeed.ts';
import type { RepeatRound } from './ownedRounds.ts';
import type { Shared } from './shared.ts';

const EVERY_MS = 30_000;

export type JointCallNews = ReturnType<typeof createJointCallNews>;

type JointCallBegan = Extract<WordsNews, { about: 'joint_call' }>;

/**
 * Tells the two people of a joint call on their pages that it has begun. `begins` checks whether a
 * live call is a joint call, and begins it once across all instances.
 */
export function createJointCallNews(
  { store, crm, clock, ids }: Shared,
  { hub, viewing }: Pick<LiveFeed, 'hub' | 'viewing'>,
) {
  const jointCalls = createJointCalls(store.pool);
  return {
    async begins(call: Call): Promise<JointCallBegan | undefined> {
      if (call.status !== 'live' || isPractice(call)) return undefined;
      const { orgId, callId } = call;
      const opportunityId = call.opportunity?.opportunityId;
      const begun = await jointCalls.begin(
        {
          orgId,
          callId,
          repUserId: call.rep.userId,
          ...(opportunityId && { opportunityId }),
        },
        clock.now(),
        (jointCall) =>
          auditAct(
            {
              orgId,
              at: clock.now(),
              action: 'JointCallBegun',
              call,
              details: jointCallDetails(jointCall),
            },
            { actor: { kind: 'system' }, nextId: () => ids.next() },
          ),
      );
      if (!begun) return undefined;
      const { jointCallId, repUserId, supervisorUserId } = begun;
      const supervisor = await crm.directory.person(orgId, supervisorUserId);
      const supervisorName = supervisor?.name ?? '';
      return {
        about: 'joint_call',
        orgId,
        callId,
        jointCallId,
        repUserId,
        supervisorUserId,
        supervisorName,
      };
    },
    tell({
      orgId,
      callId,
      jointCallId,
      repUserId,
      supervisorUserId,
      supervisorName,
    }: JointCallBegan) {
      hub.notifyReaders({ orgId, callId }, 'joint-call', (call, person) => {
        const { userId } = person;
        if (userId !== repUserId && userId !== supervisorUserId) return undefined;
        if (!isShownTo(person, call, viewing(person))) return undefined;
        return {
          jointCallId,
          callId,
          you: userId === repUserId ? 'rep' : 'supervisor',
          repName: call.rep.name,
          supervisorName,
          customerName: call.customer.name,
        };
      });
    },
  };
}

/** Reminds people of joint calls that start soon, and reports those that did not take place. */
export function jointCallRounds({ store, clock }: Shared, repeat: RepeatRound): Closing {
  const jointCalls = createJointCalls(store.pool);
  const round = repeat({
    everyMs: EVERY_MS,
    memory: () => undefined,
    act: async () => void (await jointCalls.sayDue(clock.now())),
    onFault: 'due joint calls not checked',
  });
  return [() => round.stop()];
}
