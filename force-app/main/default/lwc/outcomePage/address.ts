import { MODES, type Mode } from 'c/callModel';

export const PERIODS = [30, 90, 365] as const;
export const DIRECTIONS = ['both', 'inbound', 'outbound'] as const;

/** What the page is about. Empty texts: all. */
export interface Filters {
  readonly days: (typeof PERIODS)[number];
  readonly mode: Mode;
  readonly direction: (typeof DIRECTIONS)[number];
  /** The manager of the reps. */
  readonly team: string;
  readonly queueId: string;
  readonly reasonCode: string;
}

export const DEFAULT_FILTERS: Filters = {
  days: 90,
  mode: 'barge',
  direction: 'both',
  team: '',
  queueId: '',
  reasonCode: '',
};

type State = Readonly<Record<string, string | undefined>>;

/** The filters that an address asks for; what it does not say, or says wrong, is as usual. */
export const filtersIn = (state: State = {}): Filters => ({
  days: PERIODS.find((days) => String(days) === state.c__days) ?? DEFAULT_FILTERS.days,
  mode: MODES.find((mode) => mode === state.c__mode) ?? DEFAULT_FILTERS.mode,
  direction: DIRECTIONS.find((one) => one === state.c__direction) ?? DEFAULT_FILTERS.direction,
  team: state.c__team ?? '',
  queueId: state.c__queue ?? '',
  reasonCode: state.c__reason ?? '',
});

/** The state of an address with these filters in it, beside whatever else it says. */
export function stateOf(filters: Filters, state: State = {}): Record<string, string> {
  const { days, mode, direction, team, queueId, reasonCode } = filters;
  const said = {
    ...state,
    c__days: days === DEFAULT_FILTERS.days ? undefined : String(days),
    c__mode: mode === DEFAULT_FILTERS.mode ? undefined : mode,
    c__direction: direction === DEFAULT_FILTERS.direction ? undefined : direction,
    c__team: team || undefined,
    c__queue: queueId || undefined,
    c__reason: reasonCode || undefined,
  };
  return Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export const areSame = (one: Filters, other: Filters): boolean =>
  (Object.keys(DEFAULT_FILTERS) as (keyof Filters)[]).every((key) => one[key] === other[key]);
