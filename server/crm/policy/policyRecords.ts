import { MODES } from '../../domain/call/modes.ts';
import { NOTICE_KINDS } from '../../domain/call/noticeKinds.ts';
import type { GroupKind } from '../../domain/call/people.ts';
import { DEMANDS } from '../../domain/policy/policy.ts';
import type { PolicyFault } from '../../domain/policy/validate.ts';
import { DEMAND_FIELDS, MODE_IN_RECORDS, NOTICE_IN_RECORDS } from './recordNames.ts';

/**
 * A record of Dealside_Policy_Rule__mdt. Empty fields are null; a checkbox that was never set can
 * be null.
 */
export interface RuleRecord {
  readonly DeveloperName: string;
  readonly [field: string]: string | number | boolean | null;
}

export interface HolidayRecord {
  readonly Calendar__c: string;
  readonly Date__c: string;
}

const modeField = (mode: (typeof MODES)[number]): string => MODE_IN_RECORDS[mode].ruleField;
const demandField = (demand: (typeof DEMANDS)[number]): string => DEMAND_FIELDS[demand];
const noticeField = (kind: (typeof NOTICE_KINDS)[number]): string =>
  NOTICE_IN_RECORDS[kind].ruleField;

/** All fields that are read of a rule's record. */
export const RULE_FIELDS: readonly string[] = [
  'DeveloperName',
  'Active__c',
  'Order__c',
  'Role__c',
  ...MODES.map(modeField),
  'On_Whom__c',
  'Groups__c',
  'Stages__c',
  'Minimum_Amount__c',
  'Days__c',
  'From__c',
  'To__c',
  'Clock__c',
  'Except_On__c',
  ...DEMANDS.map(demandField),
  ...NOTICE_KINDS.map(noticeField),
  'Tone_At__c',
  'At_Once__c',
  'Covert__c',
  'Covert_Owner__c',
  'Covert_Purpose__c',
  'Covert_Ends_On__c',
];

/** Fields that older packages do not have. */
export const ADDED_RULE_FIELDS: readonly string[] = ['Needs_Point__c'];

/** The record's field for each property of a policy rule. */
const FIELD_OF: Record<string, string> = {
  name: 'DeveloperName',
  role: 'Role__c',
  modes: MODES.map(modeField).join(', '),
  reach: 'On_Whom__c',
  'reach.kind': 'On_Whom__c',
  'reach.groups': 'Groups__c',
  deals: 'Stages__c',
  'deals.stages': 'Stages__c',
  'deals.minimumAmount': 'Minimum_Amount__c',
  hours: 'Days__c',
  'hours.days': 'Days__c',
  'hours.from': 'From__c',
  'hours.to': 'To__c',
  'hours.clock': 'Clock__c',
  'hours.exceptOn': 'Except_On__c',
  demands: DEMANDS.map(demandField).join(', '),
  noticeKinds: NOTICE_KINDS.map(noticeField).join(', '),
  toneAt: 'Tone_At__c',
  atOnce: 'At_Once__c',
  covert: 'Covert__c',
  'covert.owner': 'Covert_Owner__c',
  'covert.purpose': 'Covert_Purpose__c',
  'covert.endsOn': 'Covert_Ends_On__c',
  'retention.transcripts': 'Keep_Transcripts_Days__c',
};

/** The record that has the settings of an org. */
const SETTINGS = 'Default';

/** Returns the fault, naming the record's field instead of the policy's property. */
export const inRecordTerms = (fault: PolicyFault): PolicyFault => ({
  ...fault,
  ...(fault.field.startsWith('retention') && { rule: SETTINGS }),
  field: FIELD_OF[fault.field] ?? fault.field,
});

/** Finds a team, queue, territory or skill by its developer name. */
export type FindGroup = (
  kind: GroupKind,
  name: string,
) => { readonly groupId: string; readonly name: string } | undefined;

/**
 * Converts the records to an unvalidated policy. Nothing is corrected or left out, so that
 * validation finds every fault. `faults` contains those that can be found only in the records.
 */
export function policyOf(
  rules: readonly RuleRecord[],
  holidays: readonly HolidayRecord[],
  find: FindGroup,
): { content: { rules: object[]; holidays: object[] }; faults: PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const active = rules
    .filter((record) => record.Active__c === true)
    .toSorted(
      (a, b) =>
        Number(a.Order__c ?? Infinity) - Number(b.Order__c ?? Infinity) ||
        a.DeveloperName.localeCompare(b.DeveloperName),
    );
  return {
    content: {
      rules: active.map((record) =>
        ruleOf(record, find, (field, code, wording, values) =>
          faults.push({
            rule: record.DeveloperName,
            field,
            code,
            wording,
            ...(values && { values }),
          }),
        ),
      ),
      holidays: holidays
        .map(({ Calendar__c, Date__c }) => ({ calendar: Calendar__c, date: Date__c }))
        .toSorted((a, b) => `${a.calendar} ${a.date}`.localeCompare(`${b.calendar} ${b.date}`)),
    },
    faults,
  };
}

type Report = (
  field: string,
  code: PolicyFault['code'],
  wording: PolicyFault['wording'],
  values?: PolicyFault['values'],
) => void;

function ruleOf(record: RuleRecord, find: FindGroup, report: Report): object {
  const { Stages__c, Minimum_Amount__c, Days__c, From__c, To__c, Clock__c, Except_On__c } = record;
  const isCovert = [
    record.Covert_Owner__c,
    record.Covert_Purpose__c,
    record.Covert_Ends_On__c,
  ].some(Boolean);
  if (isCovert && record.Covert__c !== true) {
    report('Covert__c', 'covert_not_ticked', 'covert_not_ticked');
  }
  return withoutNulls({
    name: record.DeveloperName,
    role: record.Role__c,
    modes: ticked(record, MODES, modeField),
    reach: reachOf(record, find, report),
    deals: fieldGroup({ stages: listOf(Stages__c), minimumAmount: Minimum_Amount__c }),
    hours: fieldGroup({
      days: listOf(Days__c),
      from: From__c,
      to: To__c,
      clock: Clock__c,
      exceptOn: Except_On__c,
    }),
    demands: ticked(record, DEMANDS, demandField),
    noticeKinds: ticked(record, NOTICE_KINDS, noticeField),
    toneAt: listOf(record.Tone_At__c)?.map(modeOf),
    atOnce: record.At_Once__c,
    covert:
      record.Covert__c === true
        ? withoutNulls({
            owner: record.Covert_Owner__c,
            purpose: record.Covert_Purpose__c,
            endsOn: record.Covert_Ends_On__c,
          })
        : undefined,
  });
}

function reachOf(record: RuleRecord, find: FindGroup, report: Report): object {
  const kind = record.On_Whom__c;
  const names = listOf(record.Groups__c);
  if (names?.join() === 'shared') return withoutNulls({ kind, groups: 'shared' });
  const groups = names?.map((name) => {
    const group = find(kind as GroupKind, name);
    if (!group) report('Groups__c', 'unknown_group', 'unknown_group', { kind: String(kind), name });
    return group ?? { groupId: name, name };
  });
  return withoutNulls({ kind, groups });
}

/**
 * The mode for a picklist value. An unknown value is returned unchanged, so that validation reports
 * it.
 */
const modeOf = (value: string): string =>
  MODES.find((mode) => MODE_IN_RECORDS[mode].value.toLowerCase() === value.toLowerCase()) ?? value;

const ticked = <Name extends string>(
  record: RuleRecord,
  names: readonly Name[],
  fieldOf: (name: Name) => string,
): Name[] => names.filter((name) => record[fieldOf(name)] === true);

const listOf = (text: unknown): string[] | undefined =>
  typeof text === 'string' && text.trim() !== ''
    ? text
        .split(';')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
    : undefined;

/** Drops the fields that are null in the record. */
const withoutNulls = (fields: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    ),
  );

/** Returns the fields that have a value, or undefined if none has. */
function fieldGroup(fields: Record<string, unknown>): object | undefined {
  const filled = withoutNulls(fields);
  return Object.keys(filled).length > 0 ? filled : undefined;
}
