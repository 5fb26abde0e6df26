import type { Call } from '../../domain/call/call.ts';
import { happens, refuse } from '../../domain/call/events.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Clock, Ids, Store } from '../../ports/index.ts';
import { actorOf } from '../transact/actor.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';

export interface AcknowledgeNoticeDeps {
  readonly store: Pick<
    Store,
    'changeCall' | 'changeSupervisedCall' | 'recordAudit' | 'findCallByNotice'
  >;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The rep confirms having seen who is on the call (P12). */
export async function acknowledgeNotice(
  deps: AcknowledgeNoticeDeps,
  rep: Person,
  { noticeId }: { noticeId: string },
): Promise<Result<Call>> {
  const found = await deps.store.findCallByNotice(noticeId);
  if (!found || found.orgId !== rep.orgId) return { refusal: refusal('notice_not_found') };
  const subject = {
    orgId: rep.orgId,
    callId: found.callId,
    action: 'AcknowledgeNotice' as const,
    actor: actorOf(rep),
  };
  return callAfter(
    await decideOn(deps, subject, (call, now) => {
      if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
      const notice = call.notices.find((n) => n.noticeId === noticeId);
      return notice && !notice.acknowledgedAt
        ? happens({ type: 'NoticeAcknowledged', noticeId, at: now })
        : happens();
    }),
  );
}
