import { LightningElement, api } from 'lwc';
import type { PolicyDifferenceView, RuleInWords } from 'c/adminApi';
import { fill, labels } from 'c/dealsideLabels';

interface Row { key: string; name: string; change: string; before: string; after: string }

/** What one policy changes about another, rule by rule, each as it reads before and after. */
export default class AdminPolicyDifference extends LightningElement {
  labels = labels;
  @api difference!: PolicyDifferenceView;
  /** The rules of both policies in words, where they are known. */
  @api before: readonly RuleInWords[] = [];
  @api after: readonly RuleInWords[] = [];

  get rows(): Row[] {
    const { added, removed, changed, holidaysAdded, holidaysRemoved } = this.difference;
    const rule = (name: string, change: string): Row => ({ key: name, name, change, before: wordsOf(this.before, name), after: wordsOf(this.after, name) });
    const holiday = (change: string) => ({ date, calendar }: { date: string; calendar: string }): Row => ({
      key: `${change} ${date} ${calendar}`, name: fill(labels.simHoliday, { date, calendar }), change, before: '', after: '',
    });
    return [
      ...added.map((name) => rule(name, labels.simRuleAdded)),
      ...removed.map((name) => rule(name, labels.simRuleRemoved)),
      ...changed.map(({ rule: name, fields }) => rule(name, fill(labels.simRuleChanged, { fields: fields.join(', ') }))),
      ...holidaysAdded.map(holiday(labels.simRuleAdded)),
      ...holidaysRemoved.map(holiday(labels.simRuleRemoved)),
    ];
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }
}

const wordsOf = (rules: readonly RuleInWords[], name: string): string => rules.find((rule) => rule.name === name)?.words ?? '';
