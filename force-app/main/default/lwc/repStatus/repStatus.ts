import { clockText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { request } from 'c/dealsideSession';

export type RepStatus = 'available' | 'busy' | 'after_call' | 'away' | 'no_phone' | 'offline';

export interface RepView {
  readonly userId: string;
  readonly name: string;
  readonly status: RepStatus;
  readonly since?: string;
  /** When after-call ends by itself. */
  readonly until?: string;
  readonly isAway: boolean;
}

export interface PresenceView {
  /** The current user, if they take calls. */
  readonly own?: RepView;
  /** The reps whose calls the current user may see. */
  readonly team: readonly RepView[];
  /** All of them by status; a server of an earlier version does not say that. */
  readonly counts?: Partial<Record<RepStatus, number>>;
}

/** How often presence is loaded while a page is visible, in ms. */
export const PRESENCE_EVERY_MS = 15_000;

export const repStatusText: Readonly<Record<RepStatus, string>> = {
  available: labels.presenceAvailable,
  busy: labels.presenceBusy,
  after_call: labels.presenceAfterCall,
  away: labels.presenceAway,
  no_phone: labels.presenceNoPhone,
  offline: labels.presenceOffline,
};

/** How long a rep's after-call still lasts at most. */
export function afterCallLeftText({ status, until }: RepView, now: number): string | undefined {
  const leftMs = until === undefined ? 0 : Date.parse(until) - now;
  return status === 'after_call' && leftMs > 0
    ? fill(labels.presenceAfterCallLeft, { time: clockText(leftMs) })
    : undefined;
}

/** What a rep is doing, and how long after-call still lasts at most. */
export const repStatusTextAt = (rep: RepView, now: number): string =>
  [repStatusText[rep.status], afterCallLeftText(rep, now)].filter(Boolean).join(', ');

/** Whether somebody's after-call is shown, whose time passes. */
export const isTimePassing = (reps: readonly RepView[]): boolean =>
  reps.some(({ status, until }) => status === 'after_call' && until !== undefined);

/** People who can be asked for help now come first. */
export const REP_STATUSES: readonly RepStatus[] = [
  'available',
  'after_call',
  'busy',
  'no_phone',
  'away',
  'offline',
];

const THEMES: Partial<Record<RepStatus, string>> = {
  available: 'slds-badge slds-theme_success',
  busy: 'slds-badge slds-theme_error',
};

/** The CSS class of a status badge. */
export const repStatusClass = (status: RepStatus): string => THEMES[status] ?? 'slds-badge';

/** Sorted in the order of `REP_STATUSES`, and by name within a status. */
export const byStatus = (reps: readonly RepView[]): RepView[] =>
  reps.toSorted(
    (a, b) =>
      REP_STATUSES.indexOf(a.status) - REP_STATUSES.indexOf(b.status) ||
      a.name.localeCompare(b.name),
  );

/** Who can take calls, and who cannot. */
export const presence = (): Promise<PresenceView> => request<PresenceView>('GET', '/api/presence');
