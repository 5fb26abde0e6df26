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
const RING_LIMITS = { least: 5, most: 120 } as const;
const AFTER_CALL_LIMITS = { least: 0, most: 3600 } as const;

/** A record of "Dealside Inbound". A field that is not set is null. */
interface InboundRecord {
  readonly DeveloperName: string;
  readonly Owner_Seconds__c: number | null;
  readonly Group_Kind__c: string | null;
  readonly Group__c: string | null;
  readonly Order__c: string | null;
  readonly Group_Seconds__c: number | null;
  readonly Return_Seconds__c?: number | null;
  readonly Unknown_Callers_Kind__c: string | null;
  readonly Unknown_Callers__c: string | null;
  readonly Days__c: string | null;
  readonly From__c: string | null;
  readonly To__c: string | null;
  readonly Time_Zone__c: string | null;
  readonly Except_On__c: string | null;
  readonly Voicemail__c: boolean | null;
  readonly Call_Waiting__c?: boolean | null;
  readonly After_Call_Seconds__c?: number | null;
}

const FIELDS =
  'DeveloperName, Owner_Seconds__c, Group_Kind__c, Group__c, Order__c, Group_Seconds__c, ' +
  'Unknown_Callers_Kind__c, Unknown_Callers__c, Days__c, From__c, To__c, Time_Zone__c, ' +
  'Except_On__c, Voicemail__c';
const NEWER = 'Return_Seconds__c, Call_Waiting__c';
const NEWEST = 'After_Call_Seconds__c';
/** The queries of packages, the newest first: an earlier one does not have all fields. */
const QUERIES = [[FIELDS, NEWER, NEWEST], [FIELDS, NEWER], [FIELDS]].map(
  (fields) => `SELECT ${fields.join(', ')} FROM Dealside_Inbound__mdt`,
);
const DEFAULT = 'default';

/**
 * How an org answers its inbound calls: its record, and the default for each field that is empty.
 */
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

async function readInbound(crm: CrmConnection): Promise<{
  rules: InboundRules;
  groups: ReadonlyMap<string, InboundRules>;
  holidays: readonly Holiday[];
}> {
  const [records, holidays] = await Promise.all([
    readRecords(crm),
    crm.query<HolidayRecord>('SELECT Calendar__c, Date__c FROM Dealside_Holiday__mdt'),
  ]);
  const own = records.find(({ DeveloperName }) => DeveloperName.toLowerCase() === DEFAULT);
  return {
    rules: own ? inboundRulesOf(own) : DEFAULT_INBOUND_RULES,
    groups: new Map(
      records.flatMap((record): [string, InboundRules][] =>
        record === own ? [] : [[record.DeveloperName.toLowerCase(), inboundRulesOf(record)]],
      ),
    ),
    holidays: holidays.map(({ Calendar__c, Date__c }) => ({
      calendar: Calendar__c,
      date: Date__c,
    })),
  };
}

/**
 * Returns no records if the org's package is older than the custom metadata type. Tries again
 * without newer fields if the package does not have them.
 */
async function readRecords(crm: CrmConnection): Promise<InboundRecord[]> {
  for (const soql of QUERIES) {
    try {
      return await crm.query<InboundRecord>(soql);
    } catch (error) {
      const { errorCode } = error as { errorCode?: string };
      if (errorCode !== 'INVALID_TYPE' && errorCode !== 'INVALID_FIELD') throw error;
    }
  }
  return [];
}

/**
 * Converts a record to rules. A field that is empty or cannot be read gets its default. Opening
 * hours that cannot be read are ignored, so that a mistake in a record never turns callers away.
 */
function inboundRulesOf(record: InboundRecord): InboundRules {
  const group = groupOf(record.Group_Kind__c, record.Group__c);
  const unknownCallers = groupOf(record.Unknown_Callers_Kind__c, record.Unknown_Callers__c);
  const hours = hoursOf(record);
  const afterCallSeconds = seconds(record.After_Call_Seconds__c ?? null, AFTER_CALL_LIMITS);
  return {
    ownerSeconds: seconds(record.Owner_Seconds__c) ?? DEFAULT_INBOUND_RULES.ownerSeconds,
    order: RING_ORDERS.find((one) => one === record.Order__c) ?? DEFAULT_INBOUND_RULES.order,
    groupSeconds: seconds(record.Group_Seconds__c) ?? DEFAULT_INBOUND_RULES.groupSeconds,
    returnSeconds: seconds(record.Return_Seconds__c ?? null) ?? DEFAULT_INBOUND_RULES.returnSeconds,
    ringsBusyOwner: record.Call_Waiting__c ?? DEFAULT_INBOUND_RULES.ringsBusyOwner,
    takesMessages: record.Voicemail__c ?? DEFAULT_INBOUND_RULES.takesMessages,
    ...(afterCallSeconds !== undefined && { afterCallSeconds }),
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

const seconds = (
  set: number | null,
  { least, most }: { readonly least: number; readonly most: number } = RING_LIMITS,
): number | undefined =>
  typeof set === 'number' ? Math.min(Math.max(Math.round(set), least), most) : undefined;
