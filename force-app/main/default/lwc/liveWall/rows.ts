import { clockText, durationMs, isoDuration, presence, type CallView } from 'c/callModel';

export type Column = 'rep' | 'amount' | 'duration';
export interface Sorting { column: Column; descending: boolean }

/** The calls in which each word of the search is found. */
export function matching(calls: readonly CallView[], search: string): CallView[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return calls.filter(({ rep, customer, opportunity }) => {
    const text = [rep.name, customer.name, customer.accountName, opportunity?.name].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const COMPARE: Record<Column, (a: CallView, b: CallView, now: number) => number> = {
  rep: (a, b) => a.rep.name.localeCompare(b.rep.name),
  amount: (a, b) => (a.opportunity?.amount ?? 0) - (b.opportunity?.amount ?? 0),
  duration: (a, b, now) => durationMs(a, now) - durationMs(b, now),
};

export function sorted(calls: readonly CallView[], { column, descending }: Sorting, now: number): CallView[] {
  const sign = descending ? -1 : 1;
  return calls.toSorted((a, b) => sign * COMPARE[column](a, b, now) || a.callId.localeCompare(b.callId));
}

/** One line of the wall. */
export function row(call: CallView, now: number, viewerId: string) {
  const mine = call.interventions.some(({ supervisor }) => supervisor.userId === viewerId);
  const mayListen = call.you.modes.some(({ mode, allowed }) => mode === 'monitor' && allowed);
  return {
    callId: call.callId,
    rep: call.rep.name,
    customer: call.customer.name,
    account: call.customer.accountName,
    opportunity: call.opportunity,
    status: call.status,
    duration: clockText(durationMs(call, now)),
    durationIso: isoDuration(durationMs(call, now)),
    others: call.interventions.map((intervention) => ({ id: intervention.interventionId, text: presence(intervention) })),
    isAlone: call.interventions.length === 0,
    isMine: mine,
    canJoin: call.status === 'live' && call.you.relation === 'supervisor' && mayListen && !mine,
  };
}
