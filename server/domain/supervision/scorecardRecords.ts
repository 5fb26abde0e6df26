import type { ScorecardFaultCode } from '../call/scorecardFaults.ts';
import { NOT_APPLICABLE, SCORE_KINDS, type ScorecardItem, type ScoreKind } from './scorecard.ts';

/** An item of a scorecard as an org's administrator wrote it. */
export interface ScorecardRecord extends Omit<ScorecardItem, 'kind' | 'weight'> {
  /** A scale where nothing is given. */
  readonly kind: string | undefined;
  /** 1 where nothing is given. */
  readonly weight: number | undefined;
}

/** What is wrong with a record, and in which of its fields. */
export interface ScorecardFault {
  /** The record; of the whole card, its first one. */
  readonly item: string;
  readonly field: 'label' | 'kind' | 'choices' | 'weight';
  readonly code: ScorecardFaultCode;
  readonly value?: string;
}

/** As long as an answer can be. */
const LONGEST_CHOICE = 255;

/** The card that the records make, or what is wrong with them; items without fault in either case. */
export function readScorecard(records: readonly ScorecardRecord[]): {
  readonly items: readonly ScorecardItem[];
  readonly faults: readonly ScorecardFault[];
} {
  const faults = records.flatMap(faultsOf);
  const faulty = new Set(faults.map(({ item }) => item));
  const items = records.filter(({ name }) => !faulty.has(name)).map(itemOf);
  const [first] = items;
  return first && faults.length === 0 && items.every(({ weight }) => weight === 0)
    ? { items, faults: [{ item: first.name, field: 'weight', code: 'no_weight_at_all' }] }
    : { items, faults };
}

function faultsOf({ name: item, label, kind, choices, weight }: ScorecardRecord): ScorecardFault[] {
  const faults: ScorecardFault[] = [];
  const report = (field: ScorecardFault['field'], code: ScorecardFaultCode, value?: string): void =>
    void faults.push({ item, field, code, ...(value !== undefined && { value }) });

  if (!label.trim()) report('label', 'no_text');
  if (kind !== undefined && !isKind(kind)) report('kind', 'unknown_kind', kind);
  if (kind === 'choice') {
    const repeated = choices.find((choice, n) => choices.indexOf(choice) !== n);
    const long = choices.find((choice) => choice.length > LONGEST_CHOICE);
    if (new Set(choices).size < 2) report('choices', 'few_choices');
    if (repeated !== undefined) report('choices', 'repeated_choice', repeated);
    if (choices.includes(NOT_APPLICABLE)) report('choices', 'reserved_choice', NOT_APPLICABLE);
    if (long !== undefined) report('choices', 'long_choice', long.slice(0, 40));
  }
  if (weight !== undefined && !(weight >= 0)) report('weight', 'negative_weight', String(weight));
  return faults;
}

const isKind = (kind: string): kind is ScoreKind => SCORE_KINDS.some((one) => one === kind);

const itemOf = ({ kind, weight, ...record }: ScorecardRecord): ScorecardItem => ({
  ...record,
  kind: kind !== undefined && isKind(kind) ? kind : 'scale',
  weight: weight ?? 1,
});
