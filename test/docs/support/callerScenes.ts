import type { Call } from '../../../server/domain/call/call.ts';
import type { InboundRules } from '../../../server/domain/inbound/rules.ts';

export const CUSTOMER = '+12065550187';
export const OUR_NUMBER = '+14155550100';
const STRANGER = '+13125550111';

/** For so long the carrier keeps a browser's connection that was lost, or is only silent. */
export const CARRIER_NOTICES_MS = { lost: 30_000, silent: 300_000 };

type Phone = 'offline' | 'rings' | { readonly answersAfterMs: number };

/** A call, and what the phones do that it rings. */
export interface Scene {
  readonly title: string;
  readonly from: string;
  readonly phones: Readonly<Record<string, Phone>>;
  readonly rules?: Partial<InboundRules>;
  /** The rep is on the call, and their browser is killed at second 0. */
  readonly repLost?: {
    readonly direction: Call['direction'];
    /** When the rep has opened the softphone again and clicked Return, after second 0. */
    readonly returnsAfterMs?: number;
    /** The computer sleeps instead: nothing is closed. The rep continues at another one. */
    readonly isAsleep?: true;
  };
  /** The rep talks with Lena first, with the customer on hold, and takes the call back then. */
  readonly talksForMs?: number;
}

/** Of all reps. */
export const ZONE = 'America/Los_Angeles';

const CLOSED = {
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  from: '10:00',
  to: '18:00',
  zone: ZONE,
} as const;

const INBOUND: readonly Scene[] = [
  {
    title: 'Known caller, owner offline, a colleague answers after 6 seconds',
    from: CUSTOMER,
    phones: { ravi: 'offline', lena: { answersAfterMs: 6_000 }, jo: 'rings' },
  },
  {
    title: 'Known caller, nobody answers',
    from: CUSTOMER,
    phones: { ravi: 'rings', lena: 'rings', jo: 'rings' },
  },
  {
    title: 'Known caller, nobody answers, the org takes no messages',
    from: CUSTOMER,
    phones: { ravi: 'rings', lena: 'offline', jo: 'offline' },
    rules: { takesMessages: false },
  },
  {
    title: 'Known caller, after hours',
    from: CUSTOMER,
    phones: {},
    rules: { hours: CLOSED },
  },
  {
    title: 'Unknown caller, a group for such callers, one after the other',
    from: STRANGER,
    phones: { lena: 'rings', jo: { answersAfterMs: 5_000 } },
    rules: { unknownCallers: { kind: 'queue', name: 'New_Business' }, order: 'in_order' },
  },
  {
    title: 'Unknown caller, a group for such callers, nobody answers',
    from: STRANGER,
    phones: { lena: 'rings', jo: 'offline' },
    rules: { unknownCallers: { kind: 'queue', name: 'New_Business' } },
  },
  {
    title: 'Unknown caller, no group for such callers',
    from: STRANGER,
    phones: {},
  },
  {
    title: 'Unknown caller, no group for such callers, the org takes no messages',
    from: STRANGER,
    phones: {},
    rules: { takesMessages: false },
  },
];

const LOSSES: readonly Scene[] = (['inbound', 'outbound'] as const).flatMap(
  (direction): Scene[] => [
    {
      title: `Rep’s browser killed in mid-call, ${direction} call, the rep is back after 42 seconds`,
      from: CUSTOMER,
      phones: {},
      repLost: { direction, returnsAfterMs: 42_000 },
    },
    {
      title: `Rep’s browser killed in mid-call, ${direction} call, a colleague answers`,
      from: CUSTOMER,
      phones: { lena: { answersAfterMs: 6_000 }, jo: 'rings' },
      repLost: { direction },
    },
    {
      title: `Rep’s browser killed in mid-call, ${direction} call, nobody can take it`,
      from: CUSTOMER,
      phones: { lena: 'rings', jo: 'offline' },
      repLost: { direction },
    },
  ],
);

const ASLEEP: readonly Scene[] = [
  {
    title: 'Rep’s computer asleep in mid-call, the rep continues at another one after 42 seconds',
    from: CUSTOMER,
    phones: {},
    repLost: { direction: 'outbound', isAsleep: true, returnsAfterMs: 42_000 },
  },
  {
    title: 'Rep’s computer asleep in mid-call, the rep does not come back, a colleague answers',
    from: CUSTOMER,
    phones: { lena: { answersAfterMs: 6_000 } },
    repLost: { direction: 'outbound', isAsleep: true },
  },
];

const TALKS: readonly Scene[] = [
  {
    title: 'On hold, while the rep talks with a colleague or a third party for 50 seconds',
    from: CUSTOMER,
    phones: { lena: { answersAfterMs: 6_000 } },
    talksForMs: 50_000,
  },
];

/** In the order of the document. */
export const SCENES: readonly Scene[] = [...INBOUND, ...LOSSES, ...ASLEEP, ...TALKS];
