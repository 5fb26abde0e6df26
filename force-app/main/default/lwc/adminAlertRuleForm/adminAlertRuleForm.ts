import { languageText } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import {
  familyText,
  kindText,
  RULE_FAMILIES,
  RULE_KINDS,
  RULE_SEVERITIES,
  RULE_SPEAKERS,
  ruleFieldText,
  ruleSpeakerText,
  severityText,
  type RuleRecord,
} from 'c/wordsApi';
import { LightningElement, api } from 'lwc';

type FieldName = keyof RuleRecord;

const NUMBERS: readonly FieldName[] = [
  'withinWords',
  'seconds',
  'percent',
  'minimumAmount',
  'perTeamAndHour',
];

/** The values of fields that take one of a few. */
const CHOICES: Partial<Record<FieldName, readonly (readonly [string, string])[]>> = {
  family: RULE_FAMILIES.map((one) => [one, familyText(one)]),
  severity: RULE_SEVERITIES.map((one) => [one, severityText(one)]),
  speaker: RULE_SPEAKERS.map((one) => [one, ruleSpeakerText(one)]),
  kind: RULE_KINDS.map((one) => [one, kindText(one)]),
  language: ['en', 'de'].map((one) => [one, languageText(one)]),
};

const FIELDS: readonly FieldName[] = [
  ...(['name', 'label', 'family', 'severity', 'speaker', 'kind', 'language'] as const),
  ...(['withinWords', 'seconds', 'percent', 'queues', 'stages'] as const),
  ...(['minimumAmount', 'perTeamAndHour'] as const),
];

/** All fields of an alert rule, to change. Fires `rulechange` with the changed rule. */
export default class AdminAlertRuleForm extends LightningElement {
  labels = labels;
  @api rule: RuleRecord = { name: '' };
  /** A new rule can be named; the name of another one says which record it is. */
  @api isNew = false;
  private shownPhrases?: string;

  /** A text area takes its text only as a property. */
  renderedCallback(): void {
    const area = this.template!.querySelector('textarea')!;
    const { phrases = '' } = this.rule;
    if (phrases !== this.shownPhrases) area.value = phrases;
    this.shownPhrases = phrases;
  }

  get fields() {
    return FIELDS.map((name) => ({
      name,
      label: ruleFieldText(name),
      type: NUMBERS.includes(name) ? 'number' : 'text',
      value: String(this.rule[name] ?? ''),
      isFixed: name === 'name' && !this.isNew,
      choices: CHOICES[name] && [
        { value: '', label: '–', selected: this.rule[name] === undefined },
        ...CHOICES[name].map(([value, label]) => ({
          value,
          label,
          selected: value === this.rule[name],
        })),
      ],
    }));
  }

  handleField(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    const text = value.trim() === '' ? undefined : value;
    const isNumber = (NUMBERS as readonly string[]).includes(name);
    const rule = { ...this.rule, [name]: isNumber && text !== undefined ? Number(text) : text };
    this.dispatchEvent(new CustomEvent('rulechange', { detail: { rule } }));
  }
}
