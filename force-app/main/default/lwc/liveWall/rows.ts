import type { CallView } from 'c/callModel';
import { labels } from 'c/dealsideLabels';

export type Column = 'attention' | 'rep' | 'customer' | 'amount' | 'duration';
export interface Sorting {
  column: Column;
  descending: boolean;
}

export type Show = 'all' | 'help' | 'supervised' | 'alone';

export const SHOW_OPTIONS: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'all', label: labels.wallShowAll },
  { value: 'help', label: labels.wallShowHelp },
  { value: 'supervised', label: labels.wallShowSupervised },
  { value: 'alone', label: labels.wallShowUnsupervised },
];

const SHOWN: Record<Show, (call: CallView) => boolean> = {
  all: () => true,
  help: ({ help }) => help !== undefined,
  supervised: ({ interventions }) => interventions.length > 0,
  alone: ({ interventions }) => interventions.length === 0,
};

/** Matches calls of this kind that contain each word of the search. */
export function matching(search: string, show: Show): (call: CallView) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return (call) => {
    if (!SHOWN[show](call)) return false;
    if (words.length === 0) return true;
    const { rep, customer, opportunity } = call;
    const text = [rep.name, customer.name, customer.accountName, opportunity?.name]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

const names = new Intl.Collator();
const beganAt = ({ answeredAt, startedAt }: CallView): string => answeredAt ?? startedAt;
/** The amount in the company's currency, so that deals in other currencies can be compared. */
const worth = ({ opportunity }: CallView): number =>
  opportunity?.corporateAmount ?? opportunity?.amount ?? 0;
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** How much attention a call needs, in points. */
export type ScoreOf = (callId: string) => number;

const COMPARE: Record<Exclude<Column, 'attention'>, (a: CallView, b: CallView) => number> = {
  rep: (a, b) => names.compare(a.rep.name, b.rep.name),
  customer: (a, b) => names.compare(a.customer.name, b.customer.name),
  amount: (a, b) => worth(a) - worth(b),
  duration: (a, b) => byText(beganAt(b), beganAt(a)),
};

const asksHelp = ({ help }: CallView): number => (help?.status === 'open' ? 1 : 0);

/**
 * The requested order. Calls on which the rep asks for help always come first; of calls that need
 * as much attention, the longest does. No two calls are equal in it.
 */
export function ordering(
  { column, descending }: Sorting,
  scoreOf: ScoreOf,
): (a: CallView, b: CallView) => number {
  const sign = descending ? -1 : 1;
  const compare =
    column === 'attention'
      ? (a: CallView, b: CallView) => scoreOf(a.callId) - scoreOf(b.callId)
      : COMPARE[column];
  return (a, b) =>
    asksHelp(b) - asksHelp(a) ||
    sign * compare(a, b) ||
    COMPARE.duration(b, a) ||
    byText(a.callId, b.callId);
}
