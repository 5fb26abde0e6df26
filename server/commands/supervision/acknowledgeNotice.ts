import { happens, refuse } from '../../domain/call/events.ts';
import type { Person } from '../../domain/people/people.ts';
import { refusal } from '../../domain/refusals.ts';
import type { Store } from '../../ports/index.ts';
import { actorOf, decideOn, type DecisionDeps, type Result } from '../transact/decideOn.ts';
import type { Call } from '../../domain/call/call.ts';

interface AcknowledgeNoticeDeps extends DecisionDeps {
  readonly store: Pick<Store, 'changeCall' | 'recordAudit' | 'findCallByNotice'>;
}

/** The rep confirms having seen who is on the call (P12). */
export async function acknowledgeNotice(deps: AcknowledgeNoticeDeps, rep: Person, { noticeId }: { noticeId: string }): Promise<Result<Call>> {
  const found = await deps.store.findCallByNotice(noticeId);
  if (!found || found.orgId !== rep.orgId) return { refusal: refusal('notice_not_found') };
  const subject = { orgId: rep.orgId, callId: found.callId, action: 'AcknowledgeNotice' as const, actor: actorOf(rep) };
  return decideOn(deps, subject, (call, now) => {
    if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
    const notice = call.notices.find((n) => n.noticeId === noticeId);
    return notice && !notice.acknowledgedAt ? happens({ type: 'NoticeAcknowledged', noticeId, at: now }) : happens();
  });
}
