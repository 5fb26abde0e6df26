import { readCues, type CueRecord } from '../../domain/alerts/cue.ts';
import { SHIPPED_CUES } from '../../domain/alerts/shippedCues.ts';
import type { CueSource, CueStanding } from '../../ports/index.ts';
import { madeWhereChanged } from '../cache/madeWhereChanged.ts';
import { rememberedFor, type Remembered } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom } from './orgRecords.ts';

const TTL_MS = 60_000;

/** The field of each property of a cue's record. */
const FIELDS: Readonly<Record<keyof CueRecord, string>> = {
  name: 'DeveloperName',
  label: 'MasterLabel',
  kind: 'Kind__c',
  text: 'Text__c',
  speaker: 'Speaker__c',
  language: 'Language__c',
  phrases: 'Phrases__c',
  withinWords: 'Within_Words__c',
  priority: 'Priority__c',
  interrupts: 'Interrupts__c',
  link: 'Link__c',
  mark: 'Mark__c',
  direction: 'Direction__c',
  queues: 'Queues__c',
  stages: 'Stages__c',
};

type Row = { readonly [field: string]: string | number | boolean | null };

/**
 * Until an org's records have been read, no card is shown, because the org may have turned off or
 * changed any of them.
 */
const UNREAD: CueStanding = { cues: [], faults: [] };

const shipped = new Map(SHIPPED_CUES.map((cue) => [cue.name, cue]));

/**
 * The cues of each org: the shipped ones and those in custom metadata. A record with the name of a
 * shipped cue replaces it, or turns it off if the record is not active. If the record has no
 * phrases, it keeps those of the shipped cue. A record with a fault is ignored, and a shipped cue
 * of its name stays.
 */
export function createCueSource(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): CueSource {
  const whereChanged = madeWhereChanged<CueStanding>();
  const remembered: Remembered<CueStanding> = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the cues', async (crm) => {
        const rows = await rowsOf(crm);
        // Returns the same object while the records are the same, so that the boards of calls are
        // rebuilt only after a change.
        return whereChanged(orgId, rows, () => standingOf(rows));
      }),
    TTL_MS,
    now,
  );
  return {
    of(orgId) {
      const known = remembered.known(orgId);
      // The first lookup starts the request; later lookups get its result.
      if (!known) remembered(orgId).catch(() => undefined);
      return known ?? UNREAD;
    },
    renew: (orgId) => remembered.renew(orgId),
    current: remembered,
  };
}

function standingOf(rows: readonly Row[]): CueStanding {
  const { cues, faults } = readCues(rows.filter(({ Active__c }) => Active__c).map(recordOf));
  const faulty = new Set(faults.map(({ cue }) => cue));
  const named = new Set(
    rows.map(({ DeveloperName }) => String(DeveloperName)).filter((name) => !faulty.has(name)),
  );
  return {
    cues: [...SHIPPED_CUES.filter(({ name }) => !named.has(name)), ...cues],
    faults: faults.map((fault) => ({ ...fault, recordField: FIELDS[fault.field] })),
  };
}

function recordOf(row: Row): CueRecord {
  const record = Object.fromEntries(
    Object.entries(FIELDS).flatMap(([property, field]) => {
      const value = row[field];
      return value === null || value === undefined || value === '' ? [] : [[property, value]];
    }),
  ) as unknown as CueRecord;
  const phrases = record.phrases ?? shipped.get(record.name)?.phrases.join('\n');
  return { ...record, ...(phrases !== undefined && { phrases }) };
}

/** Returns no records if the org's package is older than the custom metadata type. */
async function rowsOf(crm: CrmConnection): Promise<Row[]> {
  try {
    return await crm.query<Row>(
      `SELECT ${[...Object.values(FIELDS), 'Active__c'].join(', ')} FROM Dealside_Cue__mdt`,
    );
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return [];
    throw error;
  }
}
