import {
  DEFAULT_INBOUND_RULES,
  RING_ORDERS,
  type InboundRules,
  type OpeningHours,
  type RingGroup,
} from '../../domain/inbound/rules.ts';
import { WEEKDAYS, type Holiday } from '../../domain/policy/policy.ts';
import type { InboundSource } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import { readFrom } from '../policy/orgRecords.ts';
import type { HolidayRecord } from '../policy/policyRecords.ts';
import type { Renewed } from '../policy/renewed.ts';
import type { CrmConnection } from '../session/connection.ts';

const TTL_MS = 60_000;
const MIN_RING_SECONDS = 5;
const MAX_RING_SECONDS = 120;

/** The record "Dealside Inbound: Default". A field that is not set is null. */
interface InboundRecord {
  readonly Owner_Seconds__c: number | null;
  readonly Group_Kind__c: string | null;
  readonly Group__c: string | null;
  readonly Order__c: string | null;
  readonly Group_Seconds__c: number | null;
  /** A package of an earlier version does not have it. */
  readonly Return_Seconds__c?: number | null;
  readonly Unknown_Callers_Kind__c: string | null;
  readonly Unknown_Callers__c: string | null;
  readonly Days__c: string | null;
  readonly From__c: string | null;
  readonly To__c: string | null;
  readonly Time_Zone__c: string | null;
  readonly Except_On__c: string | null;
  readonly Voicemail__c: boolean | null;
}

const inboundQuery = (more: readonly string[]): string =>
  `SELECT ${[...more, 'Owner_Seconds__c'].join(', ')}, ` +
  'Group_Kind__c, Group__c, Order__c, Group_Seconds__c, ' +
  'Unknown_Callers_Kind__c, Unknown_Callers__c, Days__c, From__c, To__c, Time_Zone__c, ' +
  "Except_On__c, Voicemail__c FROM Dealside_Inbound__mdt WHERE DeveloperName = 'Default'";

/** How an org answers its inbound calls: its record, and the default where that says nothing. */
export function createInboundSource(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): InboundSource & Renewed {
  const remembered = rememberedFor(
    (orgId) => readFrom(connectionTo(orgId), 'the rules for inbound calls', readInbound),
    TTL_MS,
    now,
  );
  return { of: remembered, renew: (orgId) => remembered.renew(orgId) };
}

async function readInbound(
  crm: CrmConnection,
): Promise<{ rules: InboundRules; holidays: readonly Holiday[] }> {
  const [records, holidays] = await Promise.all([
    readRecords(crm),
    crm.query<HolidayRecord>('SELECT Calendar__c, Date__c FROM Dealside_Holiday__mdt'),
  ]);
  return {
    rules: records[0] ? inboundRulesOf(records[0]) : DEFAULT_INBOUND_RULES,
    holidays: holidays.map(({ Calendar__c, Date__c }) => ({
      calendar: Calendar__c,
      date: Date__c,
    })),
  };
}

/** None in an org whose package is older than these records; without the newest fields if need be. */
async function readRecords(
  crm: CrmConnection,
  newest: readonly string[] = ['Return_Seconds__c'],
): Promise<InboundRecord[]> {
  try {
    return await crm.query<InboundRecord>(inboundQuery(newest));
  } catch (error) {
    const { errorCode } = error as { errorCode?: string };
    if (errorCode === 'INVALID_FIELD' && newest.length > 0) return readRecords(crm, []);
    if (errorCode === 'INVALID_TYPE' || errorCode === 'INVALID_FIELD') return [];
    throw error;
  }
}

/**
 * The rules that a record says. What is empty or cannot be read is the default; hours that cannot
 * be read are none, so that a mistake in a record never sends callers away.
 */
function inboundRulesOf(record: InboundRecord): InboundRules {
  const group = groupOf(record.Group_Kind__c, record.Group__c);
  const unknownCallers = groupOf(record.Unknown_Callers_Kind__c, record.Unknown_Callers__c);
  const hours = hoursOf(record);
  return {
    ownerSeconds: seconds(record.Owner_Seconds__c) ?? DEFAULT_INBOUND_RULES.ownerSeconds,
    order: RING_ORDERS.find((one) => one === record.Order__c) ?? DEFAULT_INBOUND_RULES.order,
    groupSeconds: seconds(record.Group_Seconds__c) ?? DEFAULT_INBOUND_RULES.groupSeconds,
    returnSeconds: seconds(record.Return_Seconds__c ?? null) ?? DEFAULT_INBOUND_RULES.returnSeconds,
    takesMessages: record.Voicemail__c ?? DEFAULT_INBOUND_RULES.takesMessages,
    ...(group && { group }),
    ...(unknownCallers && { unknownCallers }),
    ...(hours && { hours }),
  };
}

function groupOf(kind: string | null, name: string | null): RingGroup | undefined {
  return (kind === 'queue' || kind === 'team') && name?.trim()
    ? { kind, name: name.trim() }
    : undefined;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

function hoursOf({
  Days__c,
  From__c,
  To__c,
  Time_Zone__c: zone,
  Except_On__c: exceptOn,
}: InboundRecord): OpeningHours | undefined {
  const names = (Days__c ?? '').split(';').map((day) => day.trim());
  const days = WEEKDAYS.filter((day) => names.includes(day));
  const [from, to] = [From__c ?? '', To__c ?? ''];
  if (days.length === 0 || !TIME.test(from) || !TIME.test(to) || !zone || !isZone(zone))
    return undefined;
  return { days, from, to, zone, ...(exceptOn && { exceptOn }) };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const seconds = (set: number | null): number | undefined =>
  typeof set === 'number'
    ? Math.min(Math.max(Math.round(set), MIN_RING_SECONDS), MAX_RING_SECONDS)
    : undefined;
