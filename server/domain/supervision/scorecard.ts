/** How an answer to an item of a scorecard is given: 1 to 5, yes or no, or one of some choices. */
export const SCORE_KINDS = ['scale', 'yes_no', 'choice'] as const;
export type ScoreKind = (typeof SCORE_KINDS)[number];

/** The highest value of a scale; the lowest is 1. */
const SCALE_MOST = 5;

/** One thing that a call is judged by, from the org's records. */
export interface ScorecardItem {
  readonly name: string;
  readonly label: string;
  readonly germanLabel?: string;
  /** A description of a good answer. */
  readonly guide?: string;
  readonly kind: ScoreKind;
  /** The options of a choice, best first. */
  readonly choices: readonly string[];
  readonly weight: number;
  /** Failing it fails the call, whatever else was good. */
  readonly isCritical: boolean;
  readonly mayNotApply: boolean;
  readonly needsComment: boolean;
  /** The family of reasons whose calls it is for; absent for all. */
  readonly family?: string;
}

/** An answer: a number of the scale, a boolean, a choice, or that the item does not apply. */
export interface ScoreAnswer {
  readonly item: string;
  readonly value: number | boolean | string;
  readonly comment?: string;
}
export const NOT_APPLICABLE = 'not_applicable';

/** One person's answers with the result in percent; undefined if no item applied. */
export interface Score {
  readonly byUserId: string;
  readonly at: string;
  readonly answers: readonly ScoreAnswer[];
  readonly percent?: number;
  /** The critical items that were failed: then the call is, too. */
  readonly failed: readonly string[];
}

/** A missing or wrong answer: the item and why. */
export interface ScoreFault {
  readonly item: string;
  readonly because: 'missing' | 'not_offered' | 'comment_missing';
}

/** The items for a call that was about a reason of this family. */
export const itemsFor = (
  items: readonly ScorecardItem[],
  family: string | undefined,
): ScorecardItem[] => items.filter((one) => one.family === undefined || one.family === family);

/** The faults in the answers to these items; undefined if there are none. */
export function faultIn(
  items: readonly ScorecardItem[],
  answers: readonly ScoreAnswer[],
): ScoreFault | undefined {
  for (const item of items) {
    const given = answers.find((one) => one.item === item.name);
    if (!given) return { item: item.name, because: 'missing' };
    if (!isOffered(item, given.value)) return { item: item.name, because: 'not_offered' };
    if (item.needsComment && given.value !== NOT_APPLICABLE && !given.comment?.trim())
      return { item: item.name, because: 'comment_missing' };
  }
  return undefined;
}

/** The result of answers that are without fault: weighted, from 0 to 100. */
export function scoreOf(
  items: readonly ScorecardItem[],
  answers: readonly ScoreAnswer[],
): Pick<Score, 'percent' | 'failed'> {
  const judged = items.flatMap((item) => {
    const share = shareOf(item, answers.find((one) => one.item === item.name)?.value);
    return share === undefined ? [] : [{ item, share }];
  });
  const weight = judged.reduce((sum, { item }) => sum + item.weight, 0);
  const reached = judged.reduce((sum, { item, share }) => sum + item.weight * share, 0);
  return {
    ...(weight > 0 && { percent: Math.round((reached / weight) * 100) }),
    failed: judged.flatMap(({ item, share }) => (item.isCritical && share === 0 ? item.name : [])),
  };
}

function isOffered(item: ScorecardItem, value: ScoreAnswer['value']): boolean {
  if (value === NOT_APPLICABLE) return item.mayNotApply;
  switch (item.kind) {
    case 'scale':
      return (
        typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= SCALE_MOST
      );
    case 'yes_no':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && item.choices.includes(value);
    default:
      return item.kind satisfies never;
  }
}

/** How much of an item was reached, from 0 to 1; undefined where it does not apply. */
function shareOf(item: ScorecardItem, value: ScoreAnswer['value'] | undefined): number | undefined {
  if (value === undefined || value === NOT_APPLICABLE) return undefined;
  if (typeof value === 'number') return (value - 1) / (SCALE_MOST - 1);
  if (typeof value === 'boolean') return value ? 1 : 0;
  const last = item.choices.length - 1;
  return last > 0 ? 1 - item.choices.indexOf(value) / last : 1;
}

/** The scorecard of an org without records of its own. */
export const SHIPPED_SCORECARD: readonly ScorecardItem[] = [
  shipped('Listening', 'Let the customer finish and answered what was asked', {
    germanLabel: 'Ließ ausreden und ging auf die Frage ein',
    kind: 'scale',
    weight: 2,
  }),
  shipped('Next_Step', 'Agreed on a next step with a date', {
    germanLabel: 'Vereinbarte den nächsten Schritt mit Datum',
    kind: 'yes_no',
    weight: 2,
  }),
  shipped('Accuracy', 'Said nothing that is not true of product, price or contract', {
    germanLabel: 'Sagte nichts Falsches zu Produkt, Preis oder Vertrag',
    kind: 'yes_no',
    weight: 3,
    more: { isCritical: true },
  }),
  shipped('Used_Help', 'Used the help of the supervisor', {
    germanLabel: 'Nutzte die Hilfe des Supervisors',
    kind: 'scale',
    weight: 1,
    more: { mayNotApply: true },
  }),
];

function shipped(
  name: string,
  label: string,
  {
    germanLabel,
    kind,
    weight,
    more = {},
  }: {
    readonly germanLabel: string;
    readonly kind: ScoreKind;
    readonly weight: number;
    readonly more?: Partial<ScorecardItem>;
  },
): ScorecardItem {
  return {
    name,
    label,
    germanLabel,
    kind,
    choices: [],
    weight,
    isCritical: false,
    mayNotApply: false,
    needsComment: false,
    ...more,
  };
}
