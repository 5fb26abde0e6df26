/**
 * What has been given another name since the dump was made: the one place in which the upgrade test
 * is told of it.
 * Old names are the dump's and never change; new names are those of today's tables and answers.
 */
interface Renamed {
  /** Old table → new table. */
  readonly tables: Readonly<Record<string, string>>;
  /**
   * Columns of tables, keys within their JSON, keys of answers and of calls as they are read:
   * `Table.key`, `api.key`, `domain.key`, or `key` for all.
   * A name that leads to null is there no more, and its values are somewhere else: say where in the
   * test.
   */
  readonly keys: Readonly<Record<string, string | null>>;
  /** Values by the old key they are under, which is named as above: old value → new value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Beginnings of paths of the API: old → new. */
  readonly paths: Readonly<Record<string, string>>;
}

const RENAMED: Renamed = {
  tables: { CanaryRun: 'AudioCheckRun', WitnessCursor: 'CrossCheckCursor' },
  keys: {
    'Call.conferenceSid': 'conferenceId',
    'Call.what': 'kind',
    'Call.askedAt': 'requestedAt',
    'Participant.voice': 'audibleTo',
    'Participant.callSid': 'connectionId',
    'Intervention.claimedAt': 'floorRequestedAt',
    'Intervention.callSid': 'connectionId',
    'CarrierReport.conferenceSid': 'conferenceId',
    'CarrierReport.callSid': 'connectionId',
    'Incident.callSid': 'connectionId',
    'OutboxMessage.setAsideAt': 'deadLetteredAt',
    // It begins with the topic and ends with the event.
    'OutboxMessage.key': null,
    'PolicySimulation.unseen': 'covert',
    'domain.conferenceSid': 'conferenceId',
    'domain.callSid': 'connectionId',
    'domain.voice': 'audibleTo',
    'domain.claimedAt': 'floorRequestedAt',
    'domain.what': 'kind',
    'domain.askedAt': 'requestedAt',
    'api.claimedAt': 'floorRequestedAt',
    'api.callSid': 'connectionId',
    'api.unseen': 'covert',
    'api.isUnseen': 'isCovert',
    'api.setAsideAt': 'deadLetteredAt',
  },
  values: {
    'Call.status': { asked: 'requested' },
    'Participant.status': { dialling: 'ringing', present: 'connected' },
    'Recording.status': { going_on: 'in_progress', kept: 'completed' },
    'OutboxMessage.topic': { 'crm.bell': 'crm.notification' },
    'domain.status': {
      dialling: 'ringing',
      present: 'connected',
      going_on: 'in_progress',
      kept: 'completed',
      asked: 'requested',
    },
    'api.status': {
      going_on: 'in_progress',
      kept: 'completed',
      asked: 'requested',
      trusted: 'healthy',
      distrusted: 'unhealthy',
    },
    'api.topic': { 'crm.bell': 'crm.notification' },
    'api.way': { unseen: 'covert' },
    'PolicySimulation.way': { unseen: 'covert' },
  },
  paths: { '/api/crm/set-aside': '/api/crm/dead-letters', '/api/canary': '/api/audio-checks' },
};

/** Kept to the letter: the hashes of the chain stand for it, or the carrier said it. */
const TO_THE_LETTER = new Set([
  'AuditEntry.actor',
  'AuditEntry.details',
  'AuditEntry.personal',
  'CarrierReport.form',
]);

type Scope = 'api' | 'domain' | (string & {});

const found = <T>(table: Readonly<Record<string, T>>, scope: Scope, key: string): T | undefined =>
  Object.hasOwn(table, `${scope}.${key}`)
    ? table[`${scope}.${key}`]
    : Object.hasOwn(table, key)
      ? table[key]
      : undefined;

/** A row of this table, an answer, or a call, in today's names. */
export function inTodaysNames(value: unknown, scope: Scope, under = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => inTodaysNames(one, scope, under));
  if (typeof value === 'string') return found(RENAMED.values, scope, under)?.[value] ?? value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
      const name = found(RENAMED.keys, scope, key);
      if (name === null) return [];
      return [
        [name ?? key, TO_THE_LETTER.has(`${scope}.${key}`) ? one : inTodaysNames(one, scope, key)],
      ];
    }),
  );
}

export const tableToday = (table: string): string => RENAMED.tables[table] ?? table;

export function pathToday(path: string): string {
  const [before, after] = Object.entries(RENAMED.paths).find(([start]) =>
    path.startsWith(start),
  ) ?? ['', ''];
  return after + path.slice(before.length);
}

/** What a column of the dump is called now. */
export const keyToday = (table: string, key: string): string =>
  found(RENAMED.keys, table, key) ?? key;
