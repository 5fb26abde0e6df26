import type { PolicyFault } from '../../domain/policy/validate.ts';
import { orShipped } from '../../domain/vocabulary/shipped.ts';
import {
  readVocabulary,
  type EntryRecord,
  type VocabularyFault,
} from '../../domain/vocabulary/validate.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import type { CrmConnection } from '../session/connection.ts';

type List = keyof Vocabulary;
type Row = { readonly DeveloperName: string } & Readonly<Record<string, unknown>>;

interface RecordType {
  readonly name: string;
  /** The record's field for each property. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields that older packages do not have. */
  readonly added: readonly string[];
}

const CHOICE = { code: 'DeveloperName', label: 'MasterLabel', labels: 'Other_Labels__c' } as const;

/** The custom metadata type of each list. */
const TYPES: Readonly<Record<List, RecordType>> = {
  reasons: {
    name: 'Dealside_Reason_Code',
    fields: {
      ...CHOICE,
      germanLabel: 'German_Label__c',
      family: 'Family__c',
      order: 'Sort_Order__c',
      noteRequired: 'Note_Required__c',
    },
    added: ['Other_Labels__c'],
  },
  outcomes: {
    name: 'Dealside_Outcome',
    fields: {
      ...CHOICE,
      germanLabel: 'German_Label__c',
      order: 'Sort_Order__c',
      countsAsSaved: 'Counts_As_Saved__c',
    },
    added: ['Other_Labels__c'],
  },
  scripts: {
    name: 'Dealside_Script',
    fields: {
      kind: 'Kind__c',
      language: 'Language__c',
      mode: 'Mode__c',
      reasons: 'Reasons__c',
      text: 'Text__c',
    },
    added: ['Mode__c', 'Reasons__c'],
  },
  phrases: {
    name: 'Dealside_Phrase',
    fields: {
      language: 'Language__c',
      avoid: 'Avoid__c',
      instead: 'Instead__c',
      why: 'Why__c',
      reasons: 'Reasons__c',
    },
    added: ['Reasons__c', 'Active__c'],
  },
  notices: {
    name: 'Dealside_Notice',
    fields: {
      kind: 'Kind__c',
      audience: 'Audience__c',
      language: 'Language__c',
      mode: 'Mode__c',
      text: 'Text__c',
    },
    added: ['Mode__c'],
  },
  criteria: {
    name: 'Dealside_Criterion',
    fields: {
      language: 'Language__c',
      verdict: 'Verdict__c',
      text: 'Text__c',
      order: 'Sort_Order__c',
    },
    added: [],
  },
};
const LISTS = Object.keys(TYPES) as List[];

/**
 * Reads an org's vocabulary, and its faults in terms of the org's records. A list for which the org
 * has no record is the shipped one. Rejects as the connection does.
 */
export async function readOrgVocabulary(
  crm: CrmConnection,
): Promise<{ readonly vocabulary: Vocabulary; readonly faults: readonly PolicyFault[] }> {
  const lists = await Promise.all(
    LISTS.map(async (list): Promise<[List, EntryRecord[]]> => [
      list,
      (await rowsOf(crm, TYPES[list])).map((row) => entryOf(TYPES[list], row)),
    ]),
  );
  const { vocabulary, faults } = readVocabulary(
    Object.fromEntries(lists) as Record<List, EntryRecord[]>,
  );
  return { vocabulary: orShipped(vocabulary), faults: faults.map(inRecordTerms) };
}

/**
 * Returns no records if the org's package is older than the custom metadata type, or if the
 * integration user may not read it.
 */
async function rowsOf(crm: CrmConnection, { name, fields, added }: RecordType): Promise<Row[]> {
  const all = [...new Set(['DeveloperName', 'Active__c', ...Object.values(fields)])];
  const select = (these: readonly string[]): Promise<Row[]> =>
    crm.query<Row>(`SELECT ${these.join(', ')} FROM ${name}__mdt`);
  try {
    return await select(all);
  } catch (error) {
    const { errorCode } = error as { errorCode?: string };
    if (errorCode === 'INVALID_TYPE') return [];
    if (errorCode === 'INVALID_FIELD' && added.length > 0)
      return select(all.filter((field) => !added.includes(field)));
    throw error;
  }
}

const entryOf = ({ fields }: RecordType, row: Row): EntryRecord => ({
  name: row.DeveloperName,
  isActive: row.Active__c === undefined || row.Active__c === true,
  ...(typeof row.Sort_Order__c === 'number' && { order: row.Sort_Order__c }),
  values: Object.fromEntries(
    Object.entries(fields).map(([property, field]) => [property, row[field] ?? undefined]),
  ),
});

const inRecordTerms = ({
  list,
  record,
  field,
  code,
  wording,
  values,
}: VocabularyFault): PolicyFault => ({
  rule: `${TYPES[list].name}.${record}`,
  field: TYPES[list].fields[field] ?? field,
  code,
  wording,
  ...(values && { values }),
});
