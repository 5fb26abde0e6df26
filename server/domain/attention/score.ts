import { ALERT_FAMILIES, type AlertFamily, type Severity } from '../alerts/rule.ts';
import { comparableAmount, type Call } from '../call/call.ts';
import type { Mode } from '../call/modes.ts';

/** The factors of a call's attention score, in points, in the order of screens. */
const SCORE_PARTS = [
  'help',
  'alerts',
  'unattended',
  'amount',
  'stage',
  'closeDate',
  'newRep',
  'supervised',
  'claimed',
] as const;
type ScorePart = (typeof SCORE_PARTS)[number];

/** How much a call needs somebody, and why. Parts of no points are left out. */
export interface Attention {
  readonly score: number;
  readonly parts: readonly { readonly part: ScorePart; readonly points: number }[];
  /** The next step that would help, and what it answers; undefined while nothing asks for one. */
  readonly suggestion?: { readonly mode: Mode; readonly because: AlertFamily | 'help' };
}

export interface AttentionFacts {
  readonly alerts: readonly {
    readonly family: AlertFamily;
    readonly severity: Severity;
    readonly raisedAt: string;
    readonly mark?: 'useful' | 'not_useful';
  }[];
  /** Somebody else has said that they look after it. */
  readonly isClaimedByOther: boolean;
  /** The rep had their first call with a customer a short time ago, by the org's setting. */
  readonly isRepNew: boolean;
  readonly now: string;
}

const POINTS: Readonly<Record<Severity, number>> = { compliance: 40, attention: 20, info: 6 };
const MOST_FOR_ALERTS = 60;
/** An alert counts half after this time. */
const HALF_LIFE_MS = 5 * 60_000;
const HELP = 50;
const MOST_FOR_WAITING = 20;
const MOST_FOR_AMOUNT = 20;
const LATE_STAGE = 5;
const CLOSES_SOON = 5;
const SOON_DAYS = 7;
const NEW_REP = 10;
const SUPERVISED = -60;
const CLAIMED = -40;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LATE = /negotia|proposal|quote|contract|verhandl|angebot|vertrag/i;

/** The least mode that answers a family: the rep keeps the call wherever that is possible. */
const RUNG: Readonly<Record<AlertFamily, Mode>> = {
  asks_for_manager: 'barge',
  threatens_to_cancel: 'whisper',
  legal_or_regulator: 'whisper',
  abuse: 'barge',
  beyond_authority: 'whisper',
  competitor: 'whisper',
  account_security: 'whisper',
  disclosure_missing: 'whisper',
  stumped_rep: 'whisper',
  close_at_hand: 'monitor',
  conversation: 'monitor',
};

/** How much a live call needs a supervisor now. Pure: the same facts have the same score. */
export function attentionFor(call: Call, facts: AttentionFacts): Attention {
  const nowMs = Date.parse(facts.now);
  const alerts = facts.alerts.filter(({ mark }) => mark !== 'not_useful');
  const isSupervised = call.interventions.some(({ status }) => status === 'active');
  const help = call.help?.status === 'open' ? call.help : undefined;
  const since = [help?.at, ...alerts.map(({ raisedAt }) => raisedAt)]
    .flatMap((at) => (at ? [Date.parse(at)] : []))
    .toSorted((a, b) => a - b)[0];
  const points: Record<ScorePart, number> = {
    help: help ? HELP : 0,
    alerts: Math.min(
      MOST_FOR_ALERTS,
      alerts.reduce(
        (sum, { severity, raisedAt }) =>
          sum + POINTS[severity] * 0.5 ** ((nowMs - Date.parse(raisedAt)) / HALF_LIFE_MS),
        0,
      ),
    ),
    unattended:
      since === undefined || isSupervised
        ? 0
        : Math.min(MOST_FOR_WAITING, Math.max(0, (nowMs - since) / MINUTE_MS) * 2),
    amount: Math.min(
      MOST_FOR_AMOUNT,
      Math.max(0, Math.log10((comparableAmount(call.opportunity) ?? 0) / 1_000 + 1) * 5),
    ),
    stage: LATE.test(call.opportunity?.stage ?? '') ? LATE_STAGE : 0,
    closeDate: closesSoon(call.opportunity?.closeDate, nowMs) ? CLOSES_SOON : 0,
    newRep: facts.isRepNew ? NEW_REP : 0,
    supervised: isSupervised ? SUPERVISED : 0,
    claimed: facts.isClaimedByOther ? CLAIMED : 0,
  };
  const parts = SCORE_PARTS.map((part) => ({ part, points: Math.round(points[part]) })).filter(
    (one) => one.points !== 0,
  );
  return {
    score: parts.reduce((sum, one) => sum + one.points, 0),
    parts,
    ...suggestionFor(help !== undefined, alerts, isSupervised),
  };
}

/** Whether the deal is to close within a week, or was to be closed by now. */
const closesSoon = (closeDate: string | undefined, nowMs: number): boolean =>
  closeDate !== undefined && Date.parse(closeDate) - nowMs <= SOON_DAYS * DAY_MS;

function suggestionFor(
  asksForHelp: boolean,
  alerts: AttentionFacts['alerts'],
  isSupervised: boolean,
): Pick<Attention, 'suggestion'> {
  if (isSupervised) return {};
  const [worst] = alerts.toSorted(
    (a, b) =>
      POINTS[b.severity] - POINTS[a.severity] ||
      ALERT_FAMILIES.indexOf(a.family) - ALERT_FAMILIES.indexOf(b.family),
  );
  if (asksForHelp) return { suggestion: { mode: 'whisper', because: 'help' } };
  return worst ? { suggestion: { mode: RUNG[worst.family], because: worst.family } } : {};
}
