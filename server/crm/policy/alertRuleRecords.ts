import { SHIPPED_RULES } from '../../domain/alerts/shipped.ts';
import { readRules, type RuleRecord } from '../../domain/alerts/validate.ts';
import { versionOfRules } from '../../domain/alerts/version.ts';
import type { AlertRuleSource, WordsSettings } from '../../ports/index.ts';
import { madeWhereChanged } from '../cache/madeWhereChanged.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom, readSettings } from './orgRecords.ts';

const TTL_MS = 60_000;

/** The field of each property of a rule's record. */
const FIELDS: Readonly<Record<keyof RuleRecord, string>> = {
  name: 'DeveloperName',
  label: 'MasterLabel',
  family: 'Family__c',
  severity: 'Severity__c',
  speaker: 'Speaker__c',
  kind: 'Kind__c',
  language: 'Language__c',
  phrases: 'Phrases__c',
  withinWords: 'Within_Words__c',
  seconds: 'Seconds__c',
  percent: 'Percent__c',
  queues: 'Queues__c',
  stages: 'Stages__c',
  minimumAmount: 'Minimum_Amount__c',
  perTeamAndHour: 'Per_Team_And_Hour__c',
};

type Row = { readonly [field: string]: string | number | boolean | null };

/**
 * The alert rules of each org: the shipped ones and those in custom metadata. A record with the
 * name of a shipped rule replaces it, or turns it off if the record is not active. If the record
 * has no phrases, it keeps those of the shipped rule.
 */
export function createAlertRuleSource(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  settings: WordsSettings,
): AlertRuleSource {
  const whereChanged = madeWhereChanged<Awaited<ReturnType<AlertRuleSource['read']>>>();
  return {
    read: (orgId) =>
      readFrom(connectionTo(orgId), 'the alert rules', async (crm) => {
        const [rows] = await Promise.all([rowsOf(crm), settings.renew(orgId)]);
        const { usesSentiment } = await settings.of(orgId);
        return whereChanged(orgId, [rows, usesSentiment], () => readingOf(rows, usesSentiment));
      }),
  };
}

function readingOf(rows: readonly Row[], usesSentiment: boolean) {
  const { rules, faults } = readRules(rows.filter((row) => row.Active__c === true).map(recordOf));
  const named = new Set(rows.map(({ DeveloperName }) => DeveloperName));
  const read = withVersion({
    rules: [...SHIPPED_RULES.rules.filter(({ name }) => !named.has(name)), ...rules],
    usesSentiment,
  });
  const recordIds = Object.fromEntries(
    rows.map(({ DeveloperName, Id }) => [String(DeveloperName), String(Id)]),
  );
  return faults.length > 0
    ? {
        recordIds,
        version: read.version,
        faults: faults.map((fault) => ({ ...fault, recordField: FIELDS[fault.field] })),
      }
    : { ...read, recordIds };
}

function withVersion(content: Parameters<typeof versionOfRules>[0]) {
  const version = versionOfRules(content);
  return { version, rules: { version, ...content } };
}

const shippedPhrases = new Map(
  SHIPPED_RULES.rules.map((rule) => [
    rule.name,
    'phrases' in rule.trigger ? rule.trigger.phrases?.join('\n') : undefined,
  ]),
);

function recordOf(row: Row): RuleRecord {
  const record = Object.fromEntries(
    Object.entries(FIELDS).flatMap(([property, field]) => {
      const value = row[field];
      return value === null || value === undefined || value === '' ? [] : [[property, value]];
    }),
  ) as unknown as RuleRecord;
  const phrases = record.phrases ?? shippedPhrases.get(record.name);
  return { ...record, ...(phrases !== undefined && { phrases }) };
}

/** Returns no records if the org's package is older than the custom metadata type. */
async function rowsOf(crm: CrmConnection): Promise<Row[]> {
  try {
    return await crm.query<Row>(
      `SELECT ${['Id', ...Object.values(FIELDS), 'Active__c'].join(', ')} FROM Dealside_Alert_Rule__mdt`,
    );
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return [];
    throw error;
  }
}

interface SettingRecord {
  readonly Transcribe_Calls__c: boolean | null;
  readonly Customer_Sentiment__c: boolean | null;
}

/**
 * The transcription settings in the record "Dealside Setting: Default". Calls are transcribed only
 * if it says so.
 */
export function createWordsSettings(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): WordsSettings {
  const remembered = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the settings of transcripts', async (crm) => {
        const record = await readSettings<SettingRecord>(crm, [
          'Transcribe_Calls__c',
          'Customer_Sentiment__c',
        ]);
        return {
          transcribesCalls: record?.Transcribe_Calls__c === true,
          usesSentiment: record?.Customer_Sentiment__c === true,
        };
      }),
    TTL_MS,
    now,
  );
  return { of: remembered, renew: (orgId) => remembered.renew(orgId) };
}
