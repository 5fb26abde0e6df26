import { MODES, type Mode } from '../../domain/call/modes.ts';
import type { Demand, GroupKind, NoticeKind } from '../../domain/policy/policy.ts';
import type { PolicyFault } from '../../domain/policy/validate.ts';

/** A record of Dealside_Policy_Rule__mdt. Empty fields are null; a checkbox never set may be null too. */
export interface RuleRecord {
  readonly DeveloperName: string;
  readonly [field: string]: string | number | boolean | null;
}

export interface HolidayRecord { readonly Calendar__c: string; readonly Date__c: string }

export const RULE_FIELDS = [
  'DeveloperName', 'Active__c', 'Order__c', 'Role__c', 'Monitor__c', 'Whisper__c', 'Barge__c', 'Takeover__c', 'On_Whom__c', 'Groups__c',
  'Stages__c', 'Minimum_Amount__c', 'Days__c', 'From__c', 'To__c', 'Clock__c', 'Except_On__c', 'Needs_Reason__c', 'Needs_PIN__c', 'Needs_Passkey__c', 'Record_Supervisor__c', 'Announce_First__c',
  'Banner__c', 'Tone__c', 'Spoken_To_Rep__c', 'Spoken_To_Everyone__c', 'At_Once__c', 'Covert__c', 'Covert_Owner__c', 'Covert_Purpose__c', 'Covert_Ends_On__c',
] as const;

const MODE_FIELDS: Record<Mode, string> = { monitor: 'Monitor__c', whisper: 'Whisper__c', barge: 'Barge__c', takeover: 'Takeover__c' };
const DEMAND_FIELDS: Record<Demand, string> = { reason: 'Needs_Reason__c', pin: 'Needs_PIN__c', passkey: 'Needs_Passkey__c', recorded: 'Record_Supervisor__c', notice_first: 'Announce_First__c' };
const NOTICE_FIELDS: Record<NoticeKind, string> = { banner: 'Banner__c', tone: 'Tone__c', spoken_to_rep: 'Spoken_To_Rep__c', spoken_to_everyone: 'Spoken_To_Everyone__c' };

/** Where an admin finds what a policy calls by these names. */
const FIELD_OF: Record<string, string> = {
  name: 'DeveloperName', role: 'Role__c', modes: Object.values(MODE_FIELDS).join(', '), reach: 'On_Whom__c', 'reach.kind': 'On_Whom__c', 'reach.groups': 'Groups__c',
  deals: 'Stages__c', 'deals.stages': 'Stages__c', 'deals.minimumAmount': 'Minimum_Amount__c', hours: 'Days__c', 'hours.days': 'Days__c', 'hours.from': 'From__c',
  'hours.to': 'To__c', 'hours.clock': 'Clock__c', 'hours.exceptOn': 'Except_On__c', demands: Object.values(DEMAND_FIELDS).join(', '),
  noticeKinds: Object.values(NOTICE_FIELDS).join(', '), atOnce: 'At_Once__c', covert: 'Covert__c', 'covert.owner': 'Covert_Owner__c',
  'covert.purpose': 'Covert_Purpose__c', 'covert.endsOn': 'Covert_Ends_On__c',
};

/** The fault as the admin meets it: by the field of the record. */
export const inRecordTerms = (fault: PolicyFault): PolicyFault => ({ ...fault, field: FIELD_OF[fault.field] ?? fault.field });

/** Finds the record id behind the name of a team, queue or territory. */
export type FindGroup = (kind: GroupKind, name: string) => { readonly groupId: string; readonly name: string } | undefined;

/**
 * The records as a policy, still to be validated: nothing is corrected or left out on the way, so that every fault
 * comes to light. `faults` are those that only the records show.
 */
export function policyOf(rules: readonly RuleRecord[], holidays: readonly HolidayRecord[], find: FindGroup): { content: { rules: object[]; holidays: object[] }; faults: PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const active = rules.filter((record) => record.Active__c === true)
    .toSorted((a, b) => Number(a.Order__c ?? Infinity) - Number(b.Order__c ?? Infinity) || a.DeveloperName.localeCompare(b.DeveloperName));
  return {
    content: {
      rules: active.map((record) => ruleOf(record, find, (field, code, wording, values) => faults.push({ rule: record.DeveloperName, field, code, wording, ...(values && { values }) }))),
      holidays: holidays.map(({ Calendar__c, Date__c }) => ({ calendar: Calendar__c, date: Date__c })).toSorted((a, b) => `${a.calendar} ${a.date}`.localeCompare(`${b.calendar} ${b.date}`)),
    },
    faults,
  };
}

type Report = (field: string, code: PolicyFault['code'], wording: PolicyFault['wording'], values?: PolicyFault['values']) => void;

function ruleOf(record: RuleRecord, find: FindGroup, report: Report): object {
  const { Stages__c, Minimum_Amount__c, Days__c, From__c, To__c, Clock__c, Except_On__c } = record;
  const isCovert = [record.Covert_Owner__c, record.Covert_Purpose__c, record.Covert_Ends_On__c].some(Boolean);
  if (isCovert && record.Covert__c !== true) {
    report('Covert__c', 'covert_not_ticked', 'covert_not_ticked');
  }
  return withoutNulls({
    name: record.DeveloperName,
    role: record.Role__c,
    modes: MODES.filter((mode) => record[MODE_FIELDS[mode]] === true),
    reach: reachOf(record, find, report),
    deals: whole({ stages: listOf(Stages__c), minimumAmount: Minimum_Amount__c }),
    hours: whole({ days: listOf(Days__c), from: From__c, to: To__c, clock: Clock__c, exceptOn: Except_On__c }),
    demands: ticked(record, DEMAND_FIELDS),
    noticeKinds: ticked(record, NOTICE_FIELDS),
    atOnce: record.At_Once__c,
    covert: record.Covert__c === true
      ? withoutNulls({ owner: record.Covert_Owner__c, purpose: record.Covert_Purpose__c, endsOn: record.Covert_Ends_On__c })
      : undefined,
  });
}

function reachOf(record: RuleRecord, find: FindGroup, report: Report): object {
  const kind = record.On_Whom__c;
  const names = listOf(record.Groups__c);
  if (names?.join() === 'shared') return withoutNulls({ kind, groups: 'shared' });
  const groups = names?.map((name) => {
    const known = find(kind as GroupKind, name);
    if (!known) report('Groups__c', 'unknown_group', 'unknown_group', { kind: String(kind), name });
    return known ?? { groupId: name, name };
  });
  return withoutNulls({ kind, groups });
}

const ticked = <Name extends string>(record: RuleRecord, fields: Record<Name, string>): Name[] =>
  (Object.keys(fields) as Name[]).filter((name) => record[fields[name]] === true);

const listOf = (text: unknown): string[] | undefined =>
  typeof text === 'string' && text.trim() !== '' ? text.split(';').map((one) => one.trim()).filter((one) => one !== '') : undefined;

/** Without the fields that are empty in the record. */
const withoutNulls = (fields: Record<string, unknown>): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** A group of fields, if any of them is filled. */
function whole(fields: Record<string, unknown>): object | undefined {
  const filled = withoutNulls(fields);
  return Object.keys(filled).length > 0 ? filled : undefined;
}
