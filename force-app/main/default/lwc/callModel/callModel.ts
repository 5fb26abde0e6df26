import CURRENCY from '@salesforce/i18n/currency';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fill, labels } from 'c/dealsideLabels';
import {
  isHeardByCustomer,
  isHeardByRepOnly,
  JOIN_MODE,
  MODE_DEFINITIONS,
  MODES,
  type CallView,
  type InterventionView,
  type Mode,
  type MonitoringScope,
} from './views';

export { unreachable } from './unreachable';
export * from './views';

/**
 * The name and icon of a mode, who hears the supervisor in it, and what the supervisor is doing.
 * Its color is in `interventionModeLook`.
 */
const MODE_WORDS: Record<
  Mode,
  {
    readonly label: string;
    readonly icon: string;
    readonly heardBy: string;
    readonly onCall: string;
  }
> = {
  monitor: {
    label: labels.modeMonitor,
    icon: 'utility:listen',
    heardBy: labels.heardByNoOne,
    onCall: labels.onCallMonitor,
  },
  whisper: {
    label: labels.modeWhisper,
    icon: 'utility:chat',
    heardBy: labels.heardByRep,
    onCall: labels.onCallWhisper,
  },
  barge: {
    label: labels.modeBarge,
    icon: 'utility:announcement',
    heardBy: labels.heardByBoth,
    onCall: labels.onCallBarge,
  },
  takeover: {
    label: labels.modeTakeover,
    icon: 'utility:change_owner',
    heardBy: labels.heardByCustomer,
    onCall: labels.onCallTakeover,
  },
};

export const MODE_LABEL = Object.fromEntries(
  MODES.map((mode) => [mode, MODE_WORDS[mode].label]),
) as Record<Mode, string>;

export const MODE_ICON = Object.fromEntries(
  MODES.map((mode) => [mode, MODE_WORDS[mode].icon]),
) as Record<Mode, string>;

/** The name of a mode for saying that somebody is in it, not for choosing it. */
export const MODE_NAME: Readonly<Record<Mode, string>> = {
  ...MODE_LABEL,
  takeover: labels.modeTakeoverNoun,
};

/** The same without a rep on the call, so that a whisper reaches nobody. */
const HEARD_BY_WITHOUT_REP = {
  nobody: labels.heardByNoOne,
  rep: labels.heardByNoOne,
  everyone: labels.heardByCustomerAlone,
};

/** The names of the people on the call who hear the supervisor in this mode. */
export function heardBy(mode: Mode, { rep, customer, guests = [] }: CallView): string {
  const who = fill(
    rep.present ? MODE_WORDS[mode].heardBy : HEARD_BY_WITHOUT_REP[MODE_DEFINITIONS[mode].audibleTo],
    { rep: rep.name, customer: customer.name },
  );
  // A third party hears what the customer hears, and never a whisper.
  const others = guests.filter(({ status }) => status === 'present' || status === 'has_call');
  return isHeardByCustomer(mode)
    ? others.reduce((text, { name }) => fill(labels.guestHearsYou, { who: text, name }), who)
    : who;
}

const GUEST_WORDS = {
  ringing: labels.guestCalled,
  present: labels.guestOnCall,
  has_call: labels.guestHasCall,
};

/** The third parties on a call as others see them: "(214) 555-0177, third party". */
export const guestsOn = ({ guests = [] }: CallView): { id: string; text: string }[] =>
  guests.flatMap(({ guestId: id, name, status }) =>
    status === 'ended' ? [] : [{ id, text: fill(GUEST_WORDS[status], { name }) }],
  );

/** A supervisor on the call as others see it: "Maya Okafor, whispering to Ravi Patel". */
export function presence(intervention: InterventionView, { rep }: CallView): string {
  const { mode } = intervention;
  const isUnheard = mode !== undefined && isHeardByRepOnly(mode) && !rep.present;
  const doing = mode
    ? fill(MODE_WORDS[isUnheard ? JOIN_MODE : mode].onCall, { rep: intervention.repName })
    : labels.onCallJoining;
  return `${intervention.supervisor.name}, ${doing}`;
}

/**
 * How supervisors see their own presence on a call: the confirmed mode and who hears them, a
 * pending change, and `requested`, which the server has not answered yet.
 */
export function interventionText(
  { mode, pendingMode, leaving, waitsFor }: InterventionView,
  call: CallView,
  requested?: Mode,
): string {
  if (leaving) return labels.controlsLeaving;
  const waits = waitsFor ? [labels.controlsAnnouncing] : [];
  if (!mode) return [labels.controlsJoining, ...waits].join(' ');
  const now = { mode: MODE_NAME[mode], heardBy: heardBy(mode, call) };
  const next = pendingMode ?? requested;
  if (!next) return fill(labels.controlsNow, now);
  return [
    fill(labels.controlsSwitching, { mode: MODE_NAME[next] }),
    ...waits,
    fill(labels.controlsStill, now),
  ].join(' ');
}

/** To which mode Dealside moved this person on whose call; undefined if it did not. */
export const steppedDownText = ({ you, rep }: CallView): string | undefined =>
  you.steppedDown &&
  fill(labels.steppedDown, { mode: MODE_NAME[you.steppedDown.mode], rep: rep.name });

/** That the rep was lost and when, who is with the customer, and who is being rung. */
export function repLossText({ rep, repLoss }: CallView): string | undefined {
  if (!repLoss) return undefined;
  const { since, rings, isAttended } = repLoss;
  const words = isAttended ? labels.callRepLostAttended : labels.callRepLost;
  const text = fill(words, { rep: rep.name, time: timeText(since) });
  return rings.length === 0
    ? text
    : `${text} ${fill(labels.callRepLostRings, { who: rings.join(', ') })}`;
}

/** The customer and the deal of a call, in one line. */
export const aboutText = ({ customer, opportunity }: CallView): string =>
  [customer.name, customer.accountName, opportunity?.name].filter(Boolean).join(' · ');

/** Whether this person may join the call to monitor it. */
export const mayJoin = ({ status, you }: CallView): boolean =>
  status === 'live' &&
  you.relation === 'supervisor' &&
  you.modes.some(({ mode, allowed }) => mode === JOIN_MODE && allowed);

/** Whether this person may monitor the call covertly, and in no other way. */
export const mayOnlyMonitorCovertly = (call: CallView): boolean =>
  call.status === 'live' &&
  call.you.relation === 'supervisor' &&
  call.you.covert?.allowed === true &&
  !mayJoin(call);

export const interventionOf = (call: CallView, userId: string): InterventionView | undefined =>
  call.interventions.find((intervention) => intervention.supervisor.userId === userId);

/** How long the customer has been on the line, or how long it has been ringing. */
export function durationMs(call: CallView, now: number): number {
  const end = call.endedAt ? Date.parse(call.endedAt) : now;
  return Math.max(0, end - Date.parse(call.answeredAt ?? call.startedAt));
}

/** 65 000 ms → "1:05"; from an hour on "1:02:05". */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The same for screen readers and machines: "PT65S". */
export const isoDuration = (ms: number): string => `PT${Math.floor(ms / 1000)}S`;

/** The date a number of days after this one, or before it: 2026-12-01. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The date a number of working days after this one. */
export function addWorkingDays(from: string, days: number): string {
  let day = from;
  for (let left = days; left > 0;) {
    day = daysLater(day, 1);
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}

/** The date of this moment where the reader works, as in Salesforce: 2026-12-01. */
export const todayText = (now = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(now);

/** Salesforce ids of the same record, with or without the 3-character suffix. */
export const sameRecord = (one?: string, other?: string): boolean =>
  Boolean(one && other && one.slice(0, 15) === other.slice(0, 15));

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** An amount of an opportunity, in its own currency or in the org's only one: "$96,500". */
export function moneyText(amount: number, currency: string = CURRENCY): string {
  const format =
    moneyFormats.get(currency) ??
    new Intl.NumberFormat(LOCALE, { style: 'currency', currency, maximumFractionDigits: 0 });
  moneyFormats.set(currency, format);
  return format.format(amount);
}

const counts = new Intl.NumberFormat(LOCALE);

/** A formatted number with a minus sign, as wide as a plus sign, for the hyphen before it. */
export const withMinusSign = (number: string): string => number.replace('-', '−');

/** How many of something, or a score: "2,000", "−28". */
export const countText = (count: number): string => withMinusSign(counts.format(count));

/** The day in the person's Salesforce format: "Nov 21, 2026". */
export function dateText(at: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: TIME_ZONE }).format(
    new Date(at),
  );
}

/** A day without a time (YYYY-MM-DD), the same in every time zone: "Nov 21, 2026". */
export function dayNameText(day: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** That the last covert rule about the reader has ended; undefined where none has. */
export function covertOverText({ covert }: MonitoringScope): string | undefined {
  const last = covert
    .filter(({ isOver }) => isOver)
    .reduce<MonitoringScope['covert'][number] | undefined>(
      (latest, next) => (latest && latest.endsOn >= next.endsOn ? latest : next),
      undefined,
    );
  return (
    last &&
    fill(labels.covertOver, {
      endsOn: dayNameText(last.endsOn),
      purpose: last.purpose,
      owner: last.owner,
    })
  );
}

/** The name of a language in the person's own language: "German". */
export function languageText(code: string): string {
  return new Intl.DisplayNames(LOCALE, { type: 'language' }).of(code) ?? code;
}

/** The time of day in the person's Salesforce format: "2:05 PM". */
export function timeText(at: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: TIME_ZONE,
  }).format(new Date(at));
}

/** The time of day to the second: "2:05:09 PM". */
export function exactTimeText(atMs: number): string {
  return new Intl.DateTimeFormat(LOCALE, {
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZone: TIME_ZONE,
  }).format(atMs);
}

/**
 * The instant of a time that was entered in the person's Salesforce time zone, as times are shown:
 * "2026-11-20T15:00", from a `datetime-local` field, which knows the browser's time zone alone.
 */
export function instantOf(localTime: string): string {
  const asUtc = Date.parse(`${localTime}Z`);
  // The offset at the result counts, where the clocks change close to it.
  const near = asUtc - zoneOffsetMs(asUtc);
  return new Date(asUtc - zoneOffsetMs(near)).toISOString();
}

/** By how much the person's time zone is ahead of UTC at an instant. */
function zoneOffsetMs(atMs: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: TIME_ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)!.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(atMs / 1000) * 1000;
}

/** What the customer of a call was told while the rep's page was not connected, and when. */
export interface CustomerHeard {
  words: string;
  at: readonly string[];
}

/** If there are more times than this, only the first and the last are shown. */
const MOST_TIMES = 3;

/** A text that the customer was told this; undefined if the customer was told nothing. */
export function customerHeardText(heard: CustomerHeard | undefined): string | undefined {
  if (!heard) return undefined;
  const { words } = heard;
  const times = heard.at.map((at) => exactTimeText(Date.parse(at)));
  return times.length > MOST_TIMES
    ? fill(labels.finishedCustomerHeardOften, {
        words,
        count: times.length,
        from: times[0]!,
        to: times.at(-1)!,
      })
    : fill(labels.finishedCustomerHeard, { words, times: times.join(', ') });
}

/** Day and time: "Nov 21, 2026, 2:05 PM". */
export const dateTimeText = (at: string): string => `${dateText(at)}, ${timeText(at)}`;

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', timeZone: 'UTC' });
/** The days of a week in the form that policies use. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A day of the week in the person's language. */
export const weekdayText = (day: string): string =>
  weekday.format(MONDAY + WEEKDAYS.indexOf(day) * DAY_MS);
