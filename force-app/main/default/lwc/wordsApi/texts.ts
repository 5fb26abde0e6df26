import { countText, type CallView, type SummonsView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type {
  AlertView,
  AttentionView,
  BacktestView,
  CueStanding,
  Family,
  LostWords,
  RuleFault,
  RuleRecord,
} from './wordsApi';

const FAMILY: Readonly<Record<Family, string>> = {
  asks_for_manager: labels.alertFamilyAsksForManager,
  threatens_to_cancel: labels.alertFamilyThreatensToCancel,
  legal_or_regulator: labels.alertFamilyLegalOrRegulator,
  abuse: labels.alertFamilyAbuse,
  beyond_authority: labels.alertFamilyBeyondAuthority,
  competitor: labels.alertFamilyCompetitor,
  account_security: labels.alertFamilyAccountSecurity,
  disclosure_missing: labels.alertFamilyDisclosureMissing,
  stumped_rep: labels.alertFamilyStumpedRep,
  close_at_hand: labels.alertFamilyCloseAtHand,
  conversation: labels.alertFamilyConversation,
};

const SEVERITY: Readonly<Record<AlertView['severity'], string>> = {
  info: labels.alertInfo,
  attention: labels.alertAttention,
  compliance: labels.alertCompliance,
};

const KIND: Readonly<Record<string, string>> = {
  said: labels.alertKindSaid,
  not_said: labels.alertKindNotSaid,
  talk_share: labels.alertKindTalkShare,
  monologue: labels.alertKindMonologue,
  dead_air: labels.alertKindDeadAir,
  crosstalk: labels.alertKindCrosstalk,
  call_length: labels.alertKindCallLength,
  nobody_helps: labels.alertKindNobodyHelps,
  nobody_free: labels.alertKindNobodyFree,
  sentiment: labels.alertKindSentiment,
};

const FAULT: Readonly<Record<string, string>> = {
  missing: labels.alertFaultMissing,
  unknown_value: labels.alertFaultUnknownValue,
  out_of_range: labels.alertFaultOutOfRange,
  unreadable_phrase: labels.alertFaultUnreadablePhrase,
  needs_language: labels.alertFaultNeedsLanguage,
};

export const RULE_FAMILIES = Object.keys(FAMILY);
export const RULE_SEVERITIES = Object.keys(SEVERITY);
export const RULE_KINDS = Object.keys(KIND);
export const RULE_SPEAKERS = ['customer', 'rep', 'either'];

/** What a rule watches for. An unknown kind of a newer server is shown unchanged. */
export const kindText = (kind: string): string => KIND[kind] ?? kind;

/** Who has to say what a rule looks for. */
export const ruleSpeakerText = (speaker: string): string =>
  speaker === 'either' ? labels.alertRulesEither : speakerName(speaker as 'customer' | 'rep');

const RULE_FIELD: Readonly<Record<keyof RuleRecord, string>> = {
  name: labels.alertRulesName,
  label: labels.alertRulesLabel,
  family: labels.alertRulesFamily,
  severity: labels.alertRulesSeverity,
  speaker: labels.alertRulesSpeaker,
  kind: labels.alertRulesWhen,
  language: labels.alertRulesLanguage,
  phrases: labels.alertRulesPhrases,
  withinWords: labels.alertRulesWithin,
  seconds: labels.alertRulesSeconds,
  percent: labels.alertRulesPercent,
  queues: labels.alertRulesQueues,
  stages: labels.alertRulesStages,
  minimumAmount: labels.alertRulesAmount,
  perTeamAndHour: labels.alertRulesLimit,
};

/** A field of a rule as its form calls it. */
export const ruleFieldText = (field: string): string =>
  RULE_FIELD[field as keyof RuleRecord] ?? field;

/** A code of a newer server is said without what is wrong. */
const faultText = (rule: string, field: string, code: string, value?: string): string =>
  fill(FAULT[code] ?? labels.alertRulesFault, { rule, field, value });

/** Fields of a cue that a rule does not have. */
const CUE_FIELD: Readonly<Record<string, string>> = {
  kind: labels.cuesKind,
  text: labels.cuesText,
  priority: labels.cuesPriority,
  interrupts: labels.cuesInterrupts,
  mark: labels.cuesMark,
};

/** The fault of a field of a cue, with what to do. */
export const cueFaultText = ({ cue, field, code, value }: CueStanding['faults'][number]): string =>
  faultText(cue, CUE_FIELD[field] ?? ruleFieldText(field), code, value);

export const familyText = (family: string): string => FAMILY[family as Family] ?? family;
export const severityText = (severity: string): string =>
  SEVERITY[severity as AlertView['severity']] ?? severity;

/** The alert, with the words or number that raised it. */
export function alertText({ family, label, words, measured, ruleName }: AlertView): string {
  const what = family === 'conversation' ? label : familyText(family);
  const why =
    words.length > 0
      ? fill(labels.alertSaid, { words: words.join(' … ') })
      : measured === undefined
        ? ''
        : fill(IN_PERCENT.has(ruleName) ? labels.alertPercent : labels.alertSeconds, {
            n: measured,
          });
  return [what, why].filter(Boolean).join(': ');
}

/** Compliance alerts that this person should look at. */
export const openSummonses = ({ status, summonses = [] }: CallView): SummonsView[] =>
  status === 'live' ? summonses.filter(({ isForYou }) => isForYou) : [];

/** The alert that a person is summoned to. */
export const summonsText = ({ rep }: CallView, { family, label }: SummonsView): string =>
  fill(labels.summonsTitle, { rep: rep.name, what: FAMILY[family as Family] ?? label });

const IN_PERCENT = new Set(['Talk_Share', 'Sentiment']);

/** The speaker of a line. */
export const speakerName = (speaker: 'customer' | 'rep'): string =>
  speaker === 'customer' ? labels.wordsCustomer : labels.wordsRep;

/** That words are missing, because their transcription failed. */
export const lostText = ({ speaker, isGivenUp }: LostWords): string =>
  fill(isGivenUp ? labels.wordsLost : labels.wordsRestarting, { speaker: speakerName(speaker) });

const PART: Readonly<Record<string, string>> = {
  help: labels.attentionHelp,
  alerts: labels.attentionAlerts,
  unattended: labels.attentionUnattended,
  amount: labels.attentionAmount,
  stage: labels.attentionStage,
  closeDate: labels.attentionCloseDate,
  newRep: labels.attentionNewRep,
  supervised: labels.attentionSupervised,
  claimed: labels.attentionClaimed,
};

/** What a score is the sum of. */
export const partsText = ({ parts }: Pick<AttentionView, 'parts'>): string =>
  parts
    .map(({ part, points }) =>
      fill(labels.attentionPart, {
        part: PART[part] ?? part,
        points: points > 0 ? `+${points}` : countText(points),
      }),
    )
    .join(', ');

/** Numbers as the reader writes them. */
const counted = (numbers: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, countText(number)]));

/** The share of the alerts with a mark that was marked useful. */
function precisionText({ useful, notUseful }: { useful: number; notUseful: number }): string {
  const n = useful + notUseful;
  if (n === 0) return labels.alertRulesNoMarks;
  const percent = Math.round((100 * useful) / n);
  return fill(labels.alertRulesMarks, counted({ percent, n, useful, notUseful }));
}

/** How far a run over past calls is. */
export const progressText = ({ done, total }: Pick<BacktestView, 'done' | 'total'>): string =>
  fill(labels.alertRulesProgress, counted({ done, total }));

/** What a run over past calls found, in lines. */
export function backtestTexts(result: NonNullable<BacktestView['result']>): string[] {
  const { transcripts, alerts, perDay, calls, marks, difference } = result;
  if (transcripts === 0) return [labels.alertRulesNoTranscripts];
  const all = result.kept ?? transcripts;
  return [
    fill(labels.alertRulesResult, counted({ alerts, transcripts, perDay })),
    ...(all > transcripts ? [fill(labels.alertRulesOlder, counted({ transcripts, all }))] : []),
    precisionText(marks),
    ...(difference ? [fill(labels.alertRulesDifference, counted(difference))] : []),
    ...(alerts > calls.length
      ? [fill(labels.alertRulesCallsShown, counted({ count: calls.length, alerts }))]
      : []),
  ];
}

/** The faults of rules, by the names that the form gives their fields. */
export const faultTexts = (faults: readonly RuleFault[]): { key: string; text: string }[] =>
  faults.map(({ rule, field, code, value }) => ({
    key: `${rule} ${field} ${code} ${value ?? ''}`,
    text: faultText(rule, ruleFieldText(field), code, value),
  }));
