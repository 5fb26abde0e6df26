import type { FaultWording } from '../call/faultWordings.ts';
import { MODES, SILENT_MODES } from '../call/modes.ts';
import { NOTICE_KINDS } from '../call/noticeKinds.ts';
import { GROUP_KINDS } from '../call/people.ts';
import type { VocabularyFaultCode } from '../vocabulary/validate.ts';
import { DEMANDS, WEEKDAYS, type Policy, type Rule } from './policy.ts';

/**
 * A fault in a policy: its rule and field, the requirement it breaks, and the catalogue text that
 * explains it.
 */
export interface PolicyFault {
  /** The name of the rule, or of another record of the policy; absent for what is in neither. */
  readonly rule?: string;
  readonly field: string;
  readonly code: FaultCode;
  readonly wording: FaultWording;
  readonly values?: Readonly<Record<string, string>>;
}

type FaultCode =
  | 'missing'
  | 'unknown_field'
  | 'wrong_type'
  | 'not_offered'
  | 'empty'
  | 'repeated'
  | 'not_a_time'
  | 'not_a_date'
  | 'not_positive'
  | 'out_of_range'
  | 'never_open'
  | 'unknown_calendar'
  | 'unseen_not_covert'
  | 'covert_is_told'
  | 'covert_is_heard'
  | 'covert_not_ticked'
  | 'unknown_group'
  | 'nothing_announced'
  | 'unheld_role'
  | VocabularyFaultCode;

export type Validated = { readonly policy: Policy } | { readonly faults: readonly PolicyFault[] };

type Report = (
  field: string,
  code: FaultCode,
  wording: FaultWording,
  values?: Readonly<Record<string, string>>,
) => void;
type Shape = Readonly<Record<string, { readonly check: Check; readonly optional?: true }>>;
type Check = (value: unknown, field: string, report: Report) => void;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks a policy from any source. Every fault is reported, and a policy with a fault is not used
 * at all: leaving out what is not understood would grant or refuse something that the policy does not say.
 */
export function validatePolicy(input: unknown): Validated {
  const faults: PolicyFault[] = [];
  const report: Report = (field, code, wording, values) =>
    void faults.push({ field, code, wording, ...(values && { values }) });
  shape(POLICY)(input, '', report);
  const { rules, holidays } = (isFields(input) ? input : {}) as {
    rules?: unknown;
    holidays?: unknown;
  };
  const calendars = new Set(
    listOf(holidays).map((holiday) => (isFields(holiday) ? holiday.calendar : undefined)),
  );
  listOf(rules).forEach((rule, i) => {
    const name =
      isFields(rule) && typeof rule.name === 'string' && rule.name !== '' ? rule.name : `#${i + 1}`;
    const ofRule: Report = (field, code, wording, values) =>
      void faults.push({ rule: name, field, code, wording, ...(values && { values }) });
    shape(RULE)(rule, '', ofRule);
    if (isFields(rule)) checkTogether(rule, calendars, ofRule);
  });
  for (const name of repeated(
    listOf(rules).map((rule) => (isFields(rule) ? rule.name : undefined)),
  )) {
    faults.push({ rule: String(name), field: 'name', code: 'repeated', wording: 'name_repeated' });
  }
  return faults.length > 0 ? { faults } : { policy: input as Policy };
}

/** Checks that involve more than one field. */
function checkTogether(rule: Fields, calendars: ReadonlySet<unknown>, report: Report): void {
  const { covert, modes, noticeKinds, demands, hours } = rule;
  const notices = listOf(noticeKinds);
  if (covert === undefined && !notices.includes('banner')) {
    report('noticeKinds', 'unseen_not_covert', 'rep_always_sees');
  }
  if (covert !== undefined && notices.length > 0)
    report('noticeKinds', 'covert_is_told', 'covert_is_told');
  if (
    covert !== undefined &&
    listOf(modes).some((mode) => !SILENT_MODES.some((silent) => silent === mode))
  ) {
    report('modes', 'covert_is_heard', 'covert_is_heard');
  }
  if (listOf(demands).includes('notice_first') && notices.every((kind) => kind === 'banner')) {
    report('noticeKinds', 'nothing_announced', 'nothing_announced');
  }
  if (isFields(hours)) {
    const { from, to, exceptOn } = hours;
    if (typeof from === 'string' && from === to) report('hours.to', 'never_open', 'never_open');
    if (typeof exceptOn === 'string' && !calendars.has(exceptOn))
      report('hours.exceptOn', 'unknown_calendar', 'unknown_calendar', { calendar: exceptOn });
  }
}

const shape =
  (fields: Shape): Check =>
  (value, at, report) => {
    if (!isFields(value)) return report(at || 'rule', 'wrong_type', 'not_fields');
    const path = (name: string): string => (at ? `${at}.${name}` : name);
    for (const [name, { check, optional }] of Object.entries(fields)) {
      if (value[name] !== undefined) check(value[name], path(name), report);
      else if (!optional) report(path(name), 'missing', 'missing');
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) report(path(name), 'unknown_field', 'unknown_field');
    }
  };

const text: Check = (value, field, report) => {
  if (typeof value !== 'string') report(field, 'wrong_type', 'not_text');
  else if (value.trim() === '') report(field, 'empty', 'empty');
};

const oneOf =
  (offered: readonly string[]): Check =>
  (value, field, report) => {
    if (!offered.includes(value as string))
      report(field, 'not_offered', 'not_offered', {
        value: inQuotes(value),
        offered: offered.join(', '),
      });
  };

const several =
  (check: Check, { mayBeEmpty = false } = {}): Check =>
  (value, field, report) => {
    if (!Array.isArray(value)) return report(field, 'wrong_type', 'not_list');
    if (value.length === 0 && !mayBeEmpty) report(field, 'empty', 'empty_list');
    for (const one of value) check(one, field, report);
    for (const one of repeated(value)) report(field, 'repeated', 'twice', { value: inQuotes(one) });
  };

const matching =
  (pattern: RegExp, code: FaultCode, wording: FaultWording): Check =>
  (value, field, report) => {
    if (typeof value !== 'string' || !pattern.test(value))
      report(field, code, wording, { value: inQuotes(value) });
  };

const positive: Check = (value, field, report) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    report(field, 'not_positive', 'not_whole');
};

const amount: Check = (value, field, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    report(field, 'not_positive', 'not_amount');
};

const MAX_DAYS = 3_650;
const days: Check = (value, field, report) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > MAX_DAYS)
    report(field, 'out_of_range', 'not_days', { most: String(MAX_DAYS) });
};

const date: Check = (value, field, report) => {
  const at =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? new Date(`${value}T00:00:00Z`)
      : undefined;
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value)
    report(field, 'not_a_date', 'not_date', { value: inQuotes(value) });
};

const from = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time', 'not_time_from');
const to = matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not_a_time', 'not_time_to');

const group = shape({ groupId: { check: text }, name: { check: text } });
const groups: Check = (value, field, report) => {
  if (value !== 'shared') several(group)(value, field, report);
};
const reach: Check = (value, field, report) => {
  const kind = isFields(value) ? value.kind : undefined;
  const isGrouped = GROUP_KINDS.some((one) => one === kind);
  shape({
    kind: { check: oneOf(['own_reports', 'everyone', ...GROUP_KINDS]) },
    ...(isGrouped && { groups: { check: groups } }),
  })(value, field, report);
};
const deals: Check = (value, field, report) => {
  shape({
    stages: { check: several(text), optional: true },
    minimumAmount: { check: amount, optional: true },
  })(value, field, report);
  if (isFields(value) && Object.keys(value).length === 0) report(field, 'empty', 'no_deals');
};

const RULE: Shape = {
  name: { check: text },
  role: { check: text },
  modes: { check: several(oneOf(MODES)) },
  reach: { check: reach },
  deals: { check: deals, optional: true },
  hours: {
    check: shape({
      days: { check: several(oneOf(WEEKDAYS)) },
      from: { check: from },
      to: { check: to },
      clock: { check: oneOf(['rep', 'supervisor']) },
      exceptOn: { check: text, optional: true },
    }),
    optional: true,
  },
  demands: { check: several(oneOf(DEMANDS), { mayBeEmpty: true }) },
  noticeKinds: { check: several(oneOf(NOTICE_KINDS), { mayBeEmpty: true }) },
  toneAt: { check: several(oneOf(MODES)), optional: true },
  atOnce: { check: positive, optional: true },
  covert: {
    check: shape({ owner: { check: text }, purpose: { check: text }, endsOn: { check: date } }),
    optional: true,
  },
} satisfies Record<keyof Rule, Shape[string]>;

const holiday = shape({ calendar: { check: text }, date: { check: date } });
const isList: Check = (value, field, report) => {
  if (!Array.isArray(value)) report(field, 'wrong_type', 'not_list');
};

const isObject: Check = (value, field, report) => {
  if (!isFields(value)) report(field, 'wrong_type', 'not_fields');
};

/** Rules are checked one by one, so that each fault has the name of its rule. */
const POLICY: Shape = {
  version: { check: text },
  rules: { check: isList },
  holidays: {
    check: (value, field, report) =>
      Array.isArray(value)
        ? value.forEach((one, i) => holiday(one, `${field}.${i + 1}`, report))
        : isList(value, field, report),
  },
  vocabulary: { check: isObject, optional: true },
  consent: { check: isObject, optional: true },
  retention: { check: shape({ transcripts: { check: days } }), optional: true },
} satisfies Record<keyof Policy, Shape[string]>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [];
const repeated = (values: readonly unknown[]): unknown[] => [
  ...new Set(
    values.filter(
      (value, i) => value !== undefined && typeof value !== 'object' && values.indexOf(value) !== i,
    ),
  ),
];
const inQuotes = (value: unknown): string =>
  value === null || typeof value === 'object' ? '…' : `"${String(value)}"`;
