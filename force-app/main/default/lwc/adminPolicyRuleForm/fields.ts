import type { DraftRule, NoticeKind } from 'c/adminApi';
import { MODE_NAME, MODES, WEEKDAYS, weekdayText } from 'c/callModel';
import { labels } from 'c/dealsideLabels';

interface Choice {
  value: string;
  label: string;
  /** What a label of few words leaves open. */
  hint?: string;
}
type Kind = 'text' | 'number' | 'date' | 'lines' | 'groups' | 'one' | 'several';

/** A field of a rule: its path in the rule, and its kind. */
export interface Field {
  readonly path: string;
  readonly label: string;
  readonly kind: Kind;
  readonly choices?: readonly Choice[];
  /** An empty list is kept. Other empty fields are left out. */
  readonly staysEmpty?: true;
}

const NOTICE_LABELS: Record<NoticeKind, string> = {
  banner: labels.fieldNoticeBanner,
  tone: labels.fieldNoticeTone,
  spoken_to_rep: labels.fieldNoticeSpokenToRep,
  spoken_to_everyone: labels.fieldNoticeSpokenToEveryone,
};

export const FIELDS: readonly Field[] = [
  { path: 'name', label: labels.fieldName, kind: 'text' },
  { path: 'role', label: labels.fieldRole, kind: 'text' },
  {
    path: 'modes',
    label: labels.fieldModes,
    kind: 'several',
    staysEmpty: true,
    choices: MODES.map((mode) => ({ value: mode, label: MODE_NAME[mode] })),
  },
  {
    path: 'reach.kind',
    label: labels.fieldReach,
    kind: 'one',
    choices: [
      { value: 'own_reports', label: labels.fieldReachOwnReports },
      { value: 'everyone', label: labels.fieldReachEveryone },
      { value: 'team', label: labels.fieldReachTeam },
      { value: 'queue', label: labels.fieldReachQueue },
      { value: 'skill', label: labels.fieldReachSkill },
      { value: 'territory', label: labels.fieldReachTerritory },
    ],
  },
  { path: 'reach.groups', label: labels.fieldGroups, kind: 'groups' },
  { path: 'deals.stages', label: labels.fieldStages, kind: 'lines' },
  { path: 'deals.minimumAmount', label: labels.fieldMinimumAmount, kind: 'number' },
  {
    path: 'hours.days',
    label: labels.fieldDays,
    kind: 'several',
    choices: WEEKDAYS.map((day) => ({ value: day, label: weekdayText(day) })),
  },
  { path: 'hours.from', label: labels.fieldFrom, kind: 'text' },
  { path: 'hours.to', label: labels.fieldTo, kind: 'text' },
  {
    path: 'hours.clock',
    label: labels.fieldClock,
    kind: 'one',
    choices: [
      { value: 'rep', label: labels.fieldClockRep },
      { value: 'supervisor', label: labels.fieldClockSupervisor },
    ],
  },
  { path: 'hours.exceptOn', label: labels.fieldExceptOn, kind: 'text' },
  {
    path: 'demands',
    label: labels.fieldDemands,
    kind: 'several',
    staysEmpty: true,
    choices: [
      { value: 'reason', label: labels.fieldDemandReason },
      { value: 'point', label: labels.fieldDemandPoint },
      { value: 'pin', label: labels.fieldDemandPin },
      { value: 'passkey', label: labels.fieldDemandPasskey },
      { value: 'recorded', label: labels.fieldDemandRecorded },
      {
        value: 'notice_first',
        label: labels.fieldDemandNoticeFirst,
        hint: labels.fieldDemandNoticeFirstHint,
      },
    ],
  },
  {
    path: 'noticeKinds',
    label: labels.fieldNotices,
    kind: 'several',
    staysEmpty: true,
    choices: Object.entries(NOTICE_LABELS).map(([value, label]) => ({ value, label })),
  },
  {
    path: 'toneAt',
    label: labels.fieldToneAt,
    kind: 'several',
    choices: MODES.map((mode) => ({ value: mode, label: MODE_NAME[mode] })),
  },
  { path: 'atOnce', label: labels.fieldAtOnce, kind: 'number' },
  { path: 'covert.owner', label: labels.fieldCovertOwner, kind: 'text' },
  { path: 'covert.purpose', label: labels.fieldCovertPurpose, kind: 'text' },
  { path: 'covert.endsOn', label: labels.fieldCovertEndsOn, kind: 'date' },
];

type Fields = Record<string, unknown>;

export function valueAt(rule: DraftRule, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], rule);
}

/**
 * The rule with this field set. Empty values are left out, and so are groups of fields that become
 * empty.
 */
export function withValue(rule: DraftRule, { path, staysEmpty }: Field, value: unknown): DraftRule {
  const isEmpty =
    value === '' ||
    value === undefined ||
    (Array.isArray(value) && value.length === 0 && !staysEmpty);
  const [head = '', inner] = path.split('.');
  if (!inner) return isEmpty ? without(rule, head) : { ...rule, [head]: value };
  const old = (rule[head] ?? {}) as Fields;
  const set = isEmpty ? without(old, inner) : { ...old, [inner]: value };
  return Object.keys(set).length === 0 ? without(rule, head) : { ...rule, [head]: set };
}

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

/**
 * The typed text as a value of the rule. Text that is not a number stays as typed, so that the
 * check can report it.
 */
export function parsed(kind: Kind, text: string): unknown {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  switch (kind) {
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text.trim() : Number(text);
    case 'lines':
      return lines;
    case 'groups':
      return lines.length === 1 && lines[0] === 'shared' ? 'shared' : lines.map(groupOf);
    case 'text':
    case 'date':
    case 'one':
    case 'several':
      return text.trim();
  }
}

export function written(value: unknown): string {
  if (!Array.isArray(value)) return value === undefined ? '' : String(value);
  return value
    .map((one) =>
      typeof one === 'object' ? `${(one as Fields).groupId} ${(one as Fields).name}` : String(one),
    )
    .join('\n');
}

function groupOf(line: string): { groupId: string; name: string } {
  const [groupId = '', ...name] = line.split(' ');
  return { groupId, name: name.join(' ') || groupId };
}
