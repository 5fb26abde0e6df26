import { interventionOf, type Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { unreachable } from '../unreachable.ts';
import type { Details } from './details.ts';

type SupervisionEvent = Extract<
  CallEvent,
  {
    type:
      | 'InterventionEnded'
      | 'InterventionRequested'
      | 'ModeRequested'
      | 'ModeConfirmed'
      | 'ModeFailed'
      | 'OutcomeGiven'
      | 'NoticeGiven'
      | 'AnnouncementRequested'
      | 'AnnouncementEnded'
      | 'NoticeAcknowledged'
      | 'MomentFlagged'
      | 'TextWhispered'
      | 'TextWhisperSeen'
      | 'LeaveRequested';
  }
>;

/** The audit details of supervisors' actions on a call, and of the rep's notices. */
export function supervisionDetails(event: SupervisionEvent, call: Call): Details {
  switch (event.type) {
    case 'InterventionEnded':
      return { endReason: event.endReason, ...(event.because && { because: event.because }) };
    case 'InterventionRequested':
      return {
        supervisorUserId: event.intervention.supervisor.userId,
        supervisorRole: event.intervention.supervisor.role,
        repUserId: call.rep.userId,
        policyVersion: event.intervention.policyVersion,
        policyRule: event.intervention.policyRule,
        ...(event.intervention.consent && {
          consentRule: event.intervention.consent.rule,
          consentEvidence: event.intervention.consent.evidence,
        }),
      };
    case 'ModeRequested':
      return {
        mode: event.pending.mode,
        reasonCode: event.pending.reason?.code,
        ...(event.pending.because && { because: event.pending.because }),
        ...(event.pending.lost && {
          because: event.pending.lost.because,
          lostMode: event.pending.lost.mode,
        }),
        repAfterTakeover: event.pending.repAfterTakeover,
        whisperSkipped: event.pending.whisperSkipped,
        policyVersion: event.pending.policy?.version,
        policyRule: event.pending.policy?.rule,
        consentRule: event.pending.consent?.rule,
        consentEvidence: event.pending.consent?.evidence,
      };
    case 'ModeConfirmed':
      return { mode: event.mode };
    case 'ModeFailed':
      return { mode: event.mode, problem: event.problem.code };
    case 'OutcomeGiven':
      return {
        outcome: event.code,
        tag: event.tag,
        ...(event.praised && { praised: true }),
        coachingDueOn: event.coaching?.dueOn,
      };
    case 'NoticeGiven':
      return {
        noticeId: event.notice.noticeId,
        mode: event.notice.mode,
        recipientUserId: call.rep.userId,
      };
    case 'AnnouncementRequested': {
      const { announcementId, kind: what, to, language, noticeId, before } = event.announcement;
      return { announcementId, what, to, language, noticeId, before };
    }
    case 'AnnouncementEnded':
      return { announcementId: event.announcementId, status: event.status };
    case 'NoticeAcknowledged':
      return { noticeId: event.noticeId };
    case 'MomentFlagged':
      return { momentId: event.moment.momentId };
    case 'TextWhispered':
      return {
        textWhisperId: event.textWhisper.textWhisperId,
        recipientUserId: event.textWhisper.toSupervisor
          ? interventionOf(call, event.textWhisper.interventionId)?.supervisor.userId
          : call.rep.userId,
        ...(event.textWhisper.isPraise && { isPraise: true }),
      };
    case 'TextWhisperSeen':
      return { textWhisperId: event.textWhisperId };
    case 'LeaveRequested':
      return event.movingTo ? { movingToCallId: event.movingTo } : {};
    default:
      return unreachable(event);
  }
}
