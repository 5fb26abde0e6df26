import type { DraftRule, PolicyFault } from 'c/adminApi';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';
import { FIELDS, parsed, valueAt, withValue, written, type Field } from './fields';

/**
 * One rule of a policy, field by field, with the fault of each. Fires `rulechange` with the whole
 * rule.
 */
export default class AdminPolicyRuleForm extends LightningElement {
  @api rule: DraftRule = {};
  /** Faults of this rule. */
  @api faults: readonly PolicyFault[] = [];
  private readonly shown = new WeakMap<HTMLTextAreaElement, string>();

  /** A template cannot set a text area's text, and text that is being typed must stay. */
  renderedCallback(): void {
    for (const area of this.template!.querySelectorAll('textarea')) {
      const text = written(valueAt(this.rule, area.dataset.path!));
      if (this.shown.get(area) !== text) area.value = text;
      this.shown.set(area, text);
    }
  }

  get fields() {
    return FIELDS.map((field) => {
      const value = valueAt(this.rule, field.path);
      const chosen = Array.isArray(value) ? (value as unknown[]) : [value];
      return {
        path: field.path,
        label: field.label,
        isText: field.kind === 'text' || field.kind === 'number',
        isDate: field.kind === 'date',
        isLong: field.kind === 'lines' || field.kind === 'groups',
        isOne: field.kind === 'one',
        isSeveral: field.kind === 'several',
        inputMode: field.kind === 'number' ? 'decimal' : 'text',
        text: written(value),
        choices: (field.choices ?? []).map((choice) => ({
          ...choice,
          chosen: chosen.includes(choice.value),
        })),
        isUnchosen: value === undefined,
        error: this.errorOf(field),
        className: fieldClass(this.errorOf(field), 'field'),
      };
    });
  }

  handleText(event: Event): void {
    const input = event.target as HTMLInputElement;
    const field = fieldOf(input);
    this.change(field, parsed(field.kind, input.value));
  }

  handleSeveral(event: Event): void {
    const input = event.target as HTMLInputElement;
    const field = fieldOf(input);
    const chosen = valueAt(this.rule, field.path);
    const others = (Array.isArray(chosen) ? (chosen as unknown[]) : []).filter(
      (value) => value !== input.value,
    );
    const all = input.checked ? [...others, input.value] : others;
    const order = (field.choices ?? []).map(({ value }) => value);
    this.change(
      field,
      all.sort((a, b) => order.indexOf(String(a)) - order.indexOf(String(b))),
    );
  }

  private change(field: Field, value: unknown): void {
    this.dispatchEvent(
      new CustomEvent('rulechange', { detail: { rule: withValue(this.rule, field, value) } }),
    );
  }

  /**
   * A fault of a group of fields is shown at the group's first field, and a fault inside a value at
   * the field of that value.
   */
  private errorOf({ path }: Field): string {
    const head = path.split('.')[0]!;
    const first = FIELDS.find((field) => field.path.split('.')[0] === head);
    return this.faults
      .filter(
        ({ field }) =>
          field === path ||
          field.startsWith(`${path}.`) ||
          (field === head && first?.path === path),
      )
      .map(({ message }) => message)
      .join(' ');
  }
}

const fieldOf = (input: HTMLElement): Field =>
  FIELDS.find(({ path }) => path === input.dataset.path)!;
