import type { Bench } from './bench.ts';

/** One line of the table: what was measured, beside its yardstick, and whether it is enough. */
export interface Measure {
  readonly what: string;
  readonly value: string;
  /** What it is compared with, measured in the same run. */
  readonly yardstick?: string;
  readonly ratio?: string;
  readonly target: string;
  /** Undefined where no target is set. */
  readonly meets?: boolean;
}

/** Reports a measure as soon as a row has it. */
export type Report = (measure: Measure) => void;

/** A row of the bench. */
export interface Row {
  readonly name: string;
  readonly what: string;
  run(bench: Bench, report: Report): Promise<void>;
}

/** A measure of which a value must be at most, or at least, this much. */
export function judged(
  what: string,
  {
    value,
    show,
    limit,
    more = {},
  }: {
    readonly value: number;
    readonly show: (value: number) => string;
    readonly limit: { readonly most: number } | { readonly least: number };
    readonly more?: Pick<Measure, 'yardstick' | 'ratio'>;
  },
): Measure {
  const [sign, bound, meets] =
    'most' in limit
      ? ['≤', limit.most, value <= limit.most]
      : ['≥', limit.least, value >= limit.least];
  return { what, value: show(value), target: `${sign} ${show(bound)}`, meets, ...more };
}

/** The measure on one line. */
export const lineOf = ({ what, value, yardstick, ratio, target, meets }: Measure): string =>
  [
    `  ${meets === false ? 'MISSES' : '      '}  ${what}: ${value}`,
    ...(yardstick ? [`against ${yardstick}`] : []),
    ...(ratio ? [ratio] : []),
    ...(target ? [`target ${target}`] : []),
  ].join(', ');
