import type { PolicyDifferenceView, RuleField, RuleInWords } from 'c/adminApi';
import { fill, labels } from 'c/dealsideLabels';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const FIELD_TEXT: Readonly<Record<RuleField, string>> = {
  name: labels.fieldName,
  role: labels.ruleFieldRole,
  modes: labels.fieldModes,
  reach: labels.fieldReach,
  deals: labels.ruleFieldDeals,
  hours: labels.ruleFieldHours,
  demands: labels.fieldDemands,
  noticeKinds: labels.fieldNotices,
  toneAt: labels.fieldToneAt,
  atOnce: labels.fieldAtOnce,
  covert: labels.ruleFieldCovert,
};

/** The differences between two policies, rule by rule, with the text of each before and after. */
export default class AdminPolicyDifference extends LightningElement {
  labels = labels;
  columns: readonly TableColumn[] = [
    { key: 'name', label: labels.simRuleName },
    { key: 'change', label: labels.simChange },
    { key: 'before', label: labels.simBefore },
    { key: 'after', label: labels.simAfter },
  ];

  @api difference!: PolicyDifferenceView;
  /** The rules of both policies in words, if known. */
  @api before: readonly RuleInWords[] = [];
  @api after: readonly RuleInWords[] = [];

  get rows(): TableRow[] {
    const { added, removed, changed, holidaysAdded, holidaysRemoved } = this.difference;
    const rule = (name: string, change: string): TableRow => ({
      key: name,
      cells: { name, change, before: wordsOf(this.before, name), after: wordsOf(this.after, name) },
    });
    const holiday =
      (change: string) =>
      ({ date, calendar }: { date: string; calendar: string }): TableRow => ({
        key: `${change} ${date} ${calendar}`,
        cells: { name: fill(labels.simHoliday, { date, calendar }), change },
      });
    return [
      ...added.map((name) => rule(name, labels.simRuleAdded)),
      ...removed.map((name) => rule(name, labels.simRuleRemoved)),
      ...changed.map(({ rule: name, fields }) =>
        rule(name, fill(labels.simRuleChanged, { fields: fields.map(fieldText).join(', ') })),
      ),
      ...holidaysAdded.map(holiday(labels.simRuleAdded)),
      ...holidaysRemoved.map(holiday(labels.simRuleRemoved)),
    ];
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }
}

/** A field of a newer server is shown by its name. */
const fieldText = (field: string): string => FIELD_TEXT[field as RuleField] ?? field;

const wordsOf = (rules: readonly RuleInWords[], name: string): string =>
  rules.find((rule) => rule.name === name)?.words ?? '';
