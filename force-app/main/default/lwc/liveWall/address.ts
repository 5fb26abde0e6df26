import type { Column, Show, Sorting } from './rows';

/** What the wall should show. */
export interface View {
  readonly search: string;
  readonly show: Show;
  readonly sorting: Sorting;
}

export const DEFAULT_VIEW: View = {
  search: '',
  show: 'all',
  sorting: { column: 'attention', descending: true },
};

export const isSameView = (one: View, other: View): boolean =>
  one.search === other.search &&
  one.show === other.show &&
  one.sorting.column === other.sorting.column &&
  one.sorting.descending === other.sorting.descending;

const SHOWS: readonly Show[] = ['all', 'help', 'supervised', 'alone'];
/** The page of the wall, as the platform's navigation names it. */
export interface WallPage {
  readonly type: string;
  readonly attributes: Record<string, string>;
  readonly state?: Record<string, string>;
}

const COLUMNS: readonly Column[] = ['attention', 'rep', 'customer', 'amount', 'duration'];

type State = Readonly<Record<string, string | undefined>>;

/** The view in an address. Missing or invalid parts have their defaults. */
export function viewIn(state: State = {}): View {
  const sort = state.c__sort ?? '';
  const column = COLUMNS.find((each) => each === sort.replace(/^-/, ''));
  return {
    search: state.c__search ?? '',
    show: SHOWS.find((show) => show === state.c__show) ?? DEFAULT_VIEW.show,
    sorting: column ? { column, descending: sort.startsWith('-') } : DEFAULT_VIEW.sorting,
  };
}

/** The address state with this view, and with its other parts unchanged. */
export function stateOf({ search, show, sorting }: View, state: State = {}): State {
  const sort = `${sorting.descending ? '-' : ''}${sorting.column}`;
  const { sorting: usual } = DEFAULT_VIEW;
  const isUsual = sorting.column === usual.column && sorting.descending === usual.descending;
  return {
    ...state,
    c__search: search.trim() || undefined,
    c__show: show === DEFAULT_VIEW.show ? undefined : show,
    c__sort: isUsual ? undefined : sort,
  };
}
