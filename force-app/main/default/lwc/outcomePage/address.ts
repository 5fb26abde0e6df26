import { MODES, type Mode } from 'c/callModel';
import type { Drill } from 'c/outcomeApi';

export const PERIODS = [30, 90, 365] as const;
export const DIRECTIONS = ['both', 'inbound', 'outbound'] as const;
export const COMPARED_BY = ['rate', 'tenure'] as const;

/** The filters of the page. An empty text means all. */
export interface Filters {
  readonly days: (typeof PERIODS)[number];
  readonly mode: Mode;
  readonly direction: (typeof DIRECTIONS)[number];
  /** The manager of the reps. */
  readonly team: string;
  readonly queueId: string;
  readonly reasonCode: string;
  /** How people are compared: by their rates, or by what is usual for their tenure. */
  readonly comparedBy: (typeof COMPARED_BY)[number];
}

export const DEFAULT_FILTERS: Filters = {
  days: 90,
  mode: 'barge',
  direction: 'both',
  team: '',
  queueId: '',
  reasonCode: '',
  comparedBy: 'rate',
};

type State = Readonly<Record<string, string | undefined>>;

/** The filters in an address. Missing or invalid parts have their defaults. */
export const filtersIn = (state: State = {}): Filters => ({
  days: PERIODS.find((days) => String(days) === state.c__days) ?? DEFAULT_FILTERS.days,
  mode: MODES.find((mode) => mode === state.c__mode) ?? DEFAULT_FILTERS.mode,
  direction: DIRECTIONS.find((one) => one === state.c__direction) ?? DEFAULT_FILTERS.direction,
  team: state.c__team ?? '',
  queueId: state.c__queue ?? '',
  reasonCode: state.c__reason ?? '',
  comparedBy: COMPARED_BY.find((one) => one === state.c__compared) ?? DEFAULT_FILTERS.comparedBy,
});

/** The address state with these filters, and with its other parts unchanged. */
export function stateOf(filters: Filters, state: State = {}): Record<string, string> {
  const { days, mode, direction, team, queueId, reasonCode, comparedBy } = filters;
  const said = {
    ...state,
    c__days: days === DEFAULT_FILTERS.days ? undefined : String(days),
    c__mode: mode === DEFAULT_FILTERS.mode ? undefined : mode,
    c__direction: direction === DEFAULT_FILTERS.direction ? undefined : direction,
    c__team: team || undefined,
    c__queue: queueId || undefined,
    c__reason: reasonCode || undefined,
    c__compared: comparedBy === DEFAULT_FILTERS.comparedBy ? undefined : comparedBy,
  };
  return Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export const areSame = (one: Filters, other: Filters): boolean =>
  (Object.keys(DEFAULT_FILTERS) as (keyof Filters)[]).every((key) => one[key] === other[key]);

const LONGEST = 80;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST;

/** The calls that an address asks for; undefined if that part is missing or invalid. */
export function drillIn({ c__calls: text }: State = {}): Drill | undefined {
  try {
    const { what, behind, all } = JSON.parse(text ?? '') as Readonly<Record<string, unknown>>;
    if (!isText(what) || typeof behind !== 'object' || behind === null) return undefined;
    if (!Object.values(behind).every(isText)) return undefined;
    return { what, behind, ofAllReasons: all === true };
  } catch {
    return undefined;
  }
}

/** The address state for these calls, or without any. */
export function stateWithDrill(
  { c__calls: _before, ...state }: Readonly<Record<string, string>>,
  drill: Drill | undefined,
): Record<string, string> {
  if (!drill) return state;
  const { what, behind, ofAllReasons: all } = drill;
  return { ...state, c__calls: JSON.stringify({ what, behind, ...(all && { all }) }) };
}
