import { MODES, SILENT_MODES } from '../call/modes.ts';
import { DEMANDS, GROUP_KINDS, NOTICE_KINDS, WEEKDAYS, type Policy, type Rule } from './policy.ts';

/** A fault of a policy: its rule and field, what is wrong, and what to do about it. */
export interface PolicyFault {
  /** The name of the rule; absent for a fault outside the rules. */
  readonly rule?: string;
  readonly field: string;
  readonly code: FaultCode;
  readonly message: string;
}

export type FaultCode =
  | 'missing' | 'unknown_field' | 'wrong_type' | 'not_offered' | 'empty' | 'repeated' | 'not_a_time' | 'not_a_date' | 'not_positive'
  | 'never_open' | 'unknown_calendar' | 'unseen_not_covert' | 'covert_is_told' | 'covert_is_heard' | 'covert_not_ticked' | 'unknown_group' | 'nothing_announced';

export type Validated = { readonly policy: Policy } | { readonly faults: readonly PolicyFault[] };

type Report = (field: string, code: FaultCode, message: string) => void;
type Shape = Readonly<Record<string, { readonly check: Check; readonly optional?: true }>>;
type Check = (value: unknown, field: string, report: Report) => void;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks a policy from any source. Every fault is reported, and a policy with a fault is not used at all: leaving out
 * what is not understood would grant or refuse something that nobody wrote.
 */
export function validatePolicy(input: unknown): Validated {
  const faults: PolicyFault[] = [];
  const report: Report = (field, code, message) => void faults.push({ field, code, message });
  shape(POLICY)(input, '', report);
  const { rules, holidays } = (isFields(input) ? input : {}) as { rules?: unknown; holidays?: unknown };
  const calendars = new Set(listOf(holidays).map((holiday) => (isFields(holiday) ? holiday.calendar : undefined)));
  listOf(rules).forEach((rule, i) => {
    const name = isFields(rule) && typeof rule.name === 'string' && rule.name !== '' ? rule.name : `#${i + 1}`;
    const ofRule: Report = (field, code, message) => void faults.push({ rule: name, field, code, message });
    shape(RULE)(rule, '', ofRule);
    if (isFields(rule)) checkTogether(rule, calendars, ofRule);
  });
  for (const name of repeated(listOf(rules).map((rule) => (isFields(rule) ? rule.name : undefined)))) {
    faults.push({ rule: String(name), field: 'name', code: 'repeated', message: 'Another rule has this name. Give each a name of its own.' });
  }
  return faults.length > 0 ? { faults } : { policy: input as Policy };
}

/** Checks that involve more than one field. */
function checkTogether(rule: Fields, calendars: ReadonlySet<unknown>, report: Report): void {
  const { covert, modes, noticeKinds, demands, hours } = rule;
  const notices = listOf(noticeKinds);
  if (covert === undefined && !notices.includes('banner')) {
    report('noticeKinds', 'unseen_not_covert', 'The rep always sees who joins. Add the banner, or make the rule covert with an owner, a purpose and a last day.');
  }
  if (covert !== undefined && notices.length > 0) report('noticeKinds', 'covert_is_told', 'Covert listening tells nobody. Take the notices out, or make the rule visible.');
  if (covert !== undefined && listOf(modes).some((mode) => !SILENT_MODES.some((silent) => silent === mode))) {
    report('modes', 'covert_is_heard', 'Only listening can be covert. Leave monitor alone in this rule.');
  }
  if (listOf(demands).includes('notice_first') && notices.every((kind) => kind === 'banner')) {
    report('noticeKinds', 'nothing_announced', 'Announcing first needs something to be played. Add a tone or a spoken phrase, or do not announce first.');
  }
  if (isFields(hours)) {
    const { from, to, exceptOn } = hours;
    if (typeof from === 'string' && from === to) report('hours.to', 'never_open', 'Hours that end when they begin never open. Write 00:00 to 24:00 for the whole day.');
    if (typeof exceptOn === 'string' && !calendars.has(exceptOn)) report('hours.exceptOn', 'unknown_calendar', `There are no days off under the name ${exceptOn}. Add them, or correct the name.`);
  }
}

const shape = (fields: Shape): Check => (value, at, report) => {
  if (!isFields(value)) return report(at || 'rule', 'wrong_type', 'This must be a set of named fields.');
  const path = (name: string): string => (at ? `${at}.${name}` : name);
  for (const [name, { check, optional }] of Object.entries(fields)) {
    if (value[name] !== undefined) check(value[name], path(name), report);
    else if (!optional) report(path(name), 'missing', 'This field is missing.');
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(fields, name)) report(path(name), 'unknown_field', 'There is no such field. Correct its name or take it out.');
  }
};

const text: Check = (value, field, report) => {
  if (typeof value !== 'string') report(field, 'wrong_type', 'This must be text.');
  else if (value.trim() === '') report(field, 'empty', 'This must not be empty.');
};

const oneOf = (offered: readonly string[]): Check => (value, field, report) => {
  if (!offered.includes(value as string)) report(field, 'not_offered', `${inQuotes(value)} is not one of ${offered.join(', ')}.`);
};

const several = (check: Check, { mayBeEmpty = false } = {}): Check => (value, field, report) => {
  if (!Array.isArray(value)) return report(field, 'wrong_type', 'This must be a list.');
  if (value.length === 0 && !mayBeEmpty) report(field, 'empty', 'This list must not be empty.');
  for (const one of value) check(one, field, report);
  for (const one of repeated(value)) report(field, 'repeated', `${inQuotes(one)} stands here twice.`);
};

const matching = (pattern: RegExp, code: FaultCode, message: string): Check => (value, field, report) => {
  if (typeof value !== 'string' || !pattern.test(value)) report(field, code, `${inQuotes(value)} ${message}`);
};

const positive: Check = (value, field, report) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) report(field, 'not_positive', 'This must be a whole number of 1 or more.');
};

const amount: Check = (value, field, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) report(field, 'not_positive', 'This must be an amount of 0 or more.');
};

const date: Check = (value, field, report) => {
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value) report(field, 'not_a_date', `${inQuotes(value)} is not a date such as 2026-12-31.`);
};

const from = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time', 'is not a time such as 08:00.');
const to = matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not_a_time', 'is not a time such as 18:00 or 24:00.');

const group = shape({ groupId: { check: text }, name: { check: text } });
const groups: Check = (value, field, report) => {
  if (value !== 'shared') several(group)(value, field, report);
};
const reach: Check = (value, field, report) => {
  const kind = isFields(value) ? value.kind : undefined;
  const isGrouped = GROUP_KINDS.some((one) => one === kind);
  shape({ kind: { check: oneOf(['own_reports', 'everyone', ...GROUP_KINDS]) }, ...(isGrouped && { groups: { check: groups } }) })(value, field, report);
};
const deals: Check = (value, field, report) => {
  shape({ stages: { check: several(text), optional: true }, minimumAmount: { check: amount, optional: true } })(value, field, report);
  if (isFields(value) && Object.keys(value).length === 0) report(field, 'empty', 'Name stages or a minimum amount.');
};

const RULE: Shape = {
  name: { check: text },
  role: { check: text },
  modes: { check: several(oneOf(MODES)) },
  reach: { check: reach },
  deals: { check: deals, optional: true },
  hours: {
    check: shape({
      days: { check: several(oneOf(WEEKDAYS)) }, from: { check: from }, to: { check: to },
      clock: { check: oneOf(['rep', 'supervisor']) }, exceptOn: { check: text, optional: true },
    }),
    optional: true,
  },
  demands: { check: several(oneOf(DEMANDS), { mayBeEmpty: true }) },
  noticeKinds: { check: several(oneOf(NOTICE_KINDS), { mayBeEmpty: true }) },
  atOnce: { check: positive, optional: true },
  covert: { check: shape({ owner: { check: text }, purpose: { check: text }, endsOn: { check: date } }), optional: true },
} satisfies Record<keyof Rule, Shape[string]>;

const holiday = shape({ calendar: { check: text }, date: { check: date } });
const isList: Check = (value, field, report) => {
  if (!Array.isArray(value)) report(field, 'wrong_type', 'This must be a list.');
};

/** Rules are checked one by one, so that each fault has the name of its rule. */
const POLICY: Shape = {
  version: { check: text },
  rules: { check: isList },
  holidays: { check: (value, field, report) => (Array.isArray(value) ? value.forEach((one, i) => holiday(one, `${field}.${i + 1}`, report)) : isList(value, field, report)) },
} satisfies Record<keyof Policy, Shape[string]>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const repeated = (values: readonly unknown[]): unknown[] => [...new Set(values.filter((value, i) => value !== undefined && typeof value !== 'object' && values.indexOf(value) !== i))];
const inQuotes = (value: unknown): string => (value === null || typeof value === 'object' ? 'This' : `"${String(value as string | number | boolean)}"`);
