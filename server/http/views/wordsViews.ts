import { attentionFor, type Attention } from '../../domain/attention/score.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { maySee } from '../../domain/policy/decide.ts';
import { figuresOf } from '../../domain/transcript/figures.ts';
import type { TranscriptLine } from '../../domain/transcript/line.ts';
import type { CallAlert, CallClaim } from '../../ports/index.ts';
import type { ViewContext } from './presenters.ts';

/**
 * Whether this person may read what is said: the rep, and a supervisor who is on the call. Reading
 * along counts as listening, so it needs the same permission. Once the call is over also those who
 * may see it.
 */
export function mayReadWords(call: Call, person: Person, { policy, now }: ViewContext): boolean {
  if (call.orgId !== person.orgId) return false;
  if (call.rep.userId === person.userId) return true;
  const own = call.interventions.filter(({ supervisor }) => supervisor.userId === person.userId);
  if (own.some(({ status }) => status === 'active')) return true;
  if (call.status !== 'ended') return false;
  return (
    own.some((one) => one.status === 'ended' && one.joinedAt !== undefined) ||
    maySee(policy, person, call, now)
  );
}

/** Whether this person sees alerts on the call: everybody who may see it, except its rep. */
export const maySeeAlerts = (call: Call, person: Person, { policy, now }: ViewContext): boolean =>
  call.orgId === person.orgId &&
  call.rep.userId !== person.userId &&
  maySee(policy, person, call, now);

/** A line of a transcript. */
export const lineView = ({ lineId, speaker, text, startedAt, endedAt }: TranscriptLine) => ({
  lineId,
  speaker,
  text,
  startedAt,
  endedAt,
});

/** What is hidden from people is not among them. */
export const alertViews = (alerts: readonly CallAlert[]) =>
  alerts
    .filter(({ status }) => status === 'shown')
    .map(({ alertId, callId, ruleName, label, family, severity, raisedAt, ...more }) => ({
      alertId,
      callId,
      ruleName,
      label,
      family,
      severity,
      raisedAt,
      speaker: more.speaker,
      lineId: more.lineId,
      words: more.words,
      measured: more.measured,
      mark: more.mark,
    }));

/** Who talked how much, in percent; undefined before anybody spoke. */
export function talkView(lines: readonly TranscriptLine[], now: string) {
  const { share, talkMs } = figuresOf(lines, now);
  return (
    share && {
      customer: Math.round(share.customer * 100),
      rep: 100 - Math.round(share.customer * 100),
      customerMs: talkMs.customer,
      repMs: talkMs.rep,
    }
  );
}

/** How much a call needs somebody, as this person sees it. */
export function attentionView(
  call: Call,
  person: Pick<Person, 'userId'>,
  alerts: readonly CallAlert[],
  claim: CallClaim | undefined,
  now: string,
) {
  const shown = alerts.filter(({ status }) => status === 'shown');
  const attention: Attention = attentionFor(call, {
    alerts: shown,
    isClaimedByOther: claim !== undefined && claim.userId !== person.userId,
    now,
  });
  return {
    callId: call.callId,
    ...attention,
    claim: claim && {
      userId: claim.userId,
      name: claim.userName,
      until: claim.until,
    },
    alerts: alertViews(shown),
  };
}
