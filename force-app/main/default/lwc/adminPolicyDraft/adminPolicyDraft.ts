import { policyFaultTexts, type Draft, type DraftRule, type PolicyFault } from 'c/adminApi';
import { labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

/**
 * A draft of a policy to try out, edited rule by rule in a form, or as text. Fires `draftchange`,
 * `check` and `undo`.
 */
export default class AdminPolicyDraft extends LightningElement {
  labels = labels;
  isText = false;
  textError?: string;
  private chosen = 0;
  private shownText?: string;

  @api draft: Draft = { rules: [], holidays: [] };
  @api isChanged = false;
  /** Undefined until the draft was checked. */
  @api faults?: readonly PolicyFault[];
  /** What a valid draft may not be meant to say. */
  @api warnings: readonly PolicyFault[] = [];
  @api isBusy = false;

  /** A template cannot set a text area's text, and text that is being typed must stay. */
  renderedCallback(): void {
    const area = this.template!.querySelector<HTMLTextAreaElement>('textarea.text');
    const text = area ? this.text : undefined;
    if (area && text !== undefined && text !== this.shownText) area.value = text;
    this.shownText = text;
  }

  get remark(): string {
    return this.isChanged ? labels.draftChanged : labels.draftUnchanged;
  }

  get isUnchanged(): boolean {
    return !this.isChanged || this.isBusy;
  }

  get kindLabel(): string {
    return this.isText ? labels.draftAsForm : labels.draftAsText;
  }

  private get text(): string {
    return JSON.stringify(this.draft, undefined, 2);
  }

  get textClass(): string {
    return fieldClass(this.textError);
  }

  get rules(): { value: string; label: string; selected: boolean }[] {
    return this.draft.rules.map((rule, i) => ({
      value: String(i),
      label: this.faultsOf(rule, i).length > 0 ? `⚠ ${nameOf(rule, i)}` : nameOf(rule, i),
      selected: i === this.chosenIndex,
    }));
  }

  get rule(): DraftRule | undefined {
    return this.draft.rules[this.chosenIndex];
  }

  get ruleFaults(): readonly PolicyFault[] {
    return this.rule ? this.faultsOf(this.rule, this.chosenIndex) : [];
  }

  get allFaults(): { key: string; text: string }[] {
    return policyFaultTexts(this.faults ?? []);
  }

  get allWarnings(): { key: string; text: string }[] {
    return policyFaultTexts(this.warnings);
  }

  get hasWarnings(): boolean {
    return this.warnings.length > 0;
  }

  get hasFaults(): boolean {
    return this.allFaults.length > 0;
  }

  get isValid(): boolean {
    return this.faults?.length === 0;
  }

  handleKind(): void {
    this.isText = !this.isText;
    this.textError = undefined;
  }

  handleChoose(event: Event): void {
    this.chosen = Number((event.target as HTMLSelectElement).value);
  }

  handleRule(event: CustomEvent<{ rule: DraftRule }>): void {
    this.change(
      this.draft.rules.map((rule, i) => (i === this.chosenIndex ? event.detail.rule : rule)),
    );
  }

  handleAdd(): void {
    this.chosen = this.draft.rules.length;
    const fresh = {
      name: labels.draftNewRule,
      role: 'supervisor',
      modes: ['monitor'],
      reach: { kind: 'own_reports' },
      demands: [],
      noticeKinds: ['banner'],
    };
    this.change([...this.draft.rules, fresh]);
  }

  handleRemove(): void {
    const index = this.chosenIndex;
    this.chosen = Math.max(0, index - 1);
    this.change(this.draft.rules.filter((_, i) => i !== index));
  }

  handleText(event: Event): void {
    const draft = draftIn((event.target as HTMLTextAreaElement).value);
    this.textError = 'error' in draft ? draft.error : undefined;
    if ('error' in draft) return;
    this.chosen = 0;
    this.dispatchEvent(new CustomEvent('draftchange', { detail: { draft } }));
  }

  handleCheck(): void {
    this.dispatchEvent(new CustomEvent('check'));
  }

  handleUndo(): void {
    this.textError = undefined;
    this.dispatchEvent(new CustomEvent('undo'));
  }

  private get chosenIndex(): number {
    return Math.min(this.chosen, Math.max(0, this.draft.rules.length - 1));
  }

  private faultsOf(rule: DraftRule, index: number): PolicyFault[] {
    return (this.faults ?? []).filter((fault) => fault.rule === nameOf(rule, index));
  }

  private change(rules: readonly DraftRule[]): void {
    this.dispatchEvent(
      new CustomEvent('draftchange', { detail: { draft: { ...this.draft, rules } } }),
    );
  }
}

/** The name of a rule in the server's faults. */
const nameOf = ({ name }: DraftRule, index: number): string =>
  typeof name === 'string' && name !== '' ? name : `#${index + 1}`;

function draftIn(text: string): Draft | { error: string } {
  try {
    const { rules, holidays = [] } = (JSON.parse(text) ?? {}) as Partial<Draft>;
    if (
      !Array.isArray(rules) ||
      !Array.isArray(holidays) ||
      rules.some((rule) => typeof rule !== 'object' || rule === null)
    )
      return { error: labels.draftTextShape };
    return { rules: rules as DraftRule[], holidays };
  } catch {
    return { error: labels.draftTextWrong };
  }
}
