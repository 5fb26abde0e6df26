import { attentionFor, type Attention } from '../../domain/attention/score.ts';
import type { Call, Recording } from '../../domain/call/call.ts';
import { interventionsVisibleTo } from '../../domain/call/covert.ts';
import { declinesMonitoring } from '../../domain/call/moments.ts';
import type { Person } from '../../domain/call/people.ts';
import { alertLabel } from '../../domain/texts/alertLabels.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { figuresOf } from '../../domain/transcript/figures.ts';
import type { TranscriptLine } from '../../domain/transcript/line.ts';
import { firstHeardAt, repeatsAfter } from '../../domain/transcript/repeats.ts';
import type { CallAlert, CallClaim } from '../../ports/index.ts';
import { momentsFor } from './helpViews.ts';
import { recordingView } from './presenters.ts';

/** A line of a transcript. */
export const lineView = ({ lineId, speaker, text, startedAt, endedAt }: TranscriptLine) => ({
  lineId,
  speaker,
  text,
  startedAt,
  endedAt,
});

/** The alerts that people are shown, in the reader's language. */
export const alertViews = (alerts: readonly CallAlert[], { locale }: Pick<Person, 'locale'>) =>
  alerts
    .filter(({ status }) => status === 'shown')
    .map(({ alertId, callId, ruleName, label, family, severity, raisedAt, ...more }) => ({
      alertId,
      callId,
      ruleName,
      label: alertLabel({ ruleName, label, family }, languageOf(locale)),
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

/** How much attention a call needs, as this person sees it. */
export function attentionView(
  call: Call,
  person: Pick<Person, 'userId' | 'locale'>,
  {
    alerts,
    claim,
    isRepNew,
    now,
  }: {
    readonly alerts: readonly CallAlert[];
    readonly claim: CallClaim | undefined;
    readonly isRepNew: boolean;
    readonly now: string;
  },
) {
  const shown = alerts.filter(({ status }) => status === 'shown');
  const attention: Attention = attentionFor(call, {
    alerts: shown,
    isClaimedByOther: claim !== undefined && claim.userId !== person.userId,
    isRepNew,
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
    alerts: alertViews(shown, person).map((alert) => ({
      ...alert,
      words: declinesMonitoring(call) ? [] : alert.words,
    })),
  };
}

/**
 * The transcript of a call, with modes, flagged moments, alerts for people who may see them, and
 * the recording that this person may play.
 */
export const transcriptView = (
  call: Call,
  person: Person,
  {
    lines,
    alerts,
    heard,
  }: {
    readonly lines: readonly TranscriptLine[];
    readonly alerts: readonly CallAlert[];
    readonly heard: readonly Recording[];
  },
) => ({
  callId: call.callId,
  isTranscribed: call.transcribes === true,
  startedAt: call.status === 'ringing' ? call.startedAt : (call.answeredAt ?? call.startedAt),
  lines: lines.map(lineView),
  modes: interventionsVisibleTo(call, person).flatMap(({ supervisor, modeHistory }) =>
    modeHistory.map(({ mode, at }) => ({ at, mode, name: supervisor.name })),
  ),
  moments: momentsFor(call, person),
  repeats: interventionsVisibleTo(call, person).flatMap(({ modeHistory }) => {
    const heardAt = firstHeardAt(modeHistory);
    return heardAt ? repeatsAfter(lines, heardAt) : [];
  }),
  alerts: alertViews(alerts, person),
  recording: heard.filter(({ of }) => of.kind === 'call').map(recordingView)[0],
});
