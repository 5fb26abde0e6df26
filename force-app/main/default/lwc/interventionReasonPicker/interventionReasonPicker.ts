import type { ReasonView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

const FAMILY: Record<string, string> = {
  escalation: labels.familyEscalation,
  complex: labels.familyComplex,
  high_value: labels.familyHighValue,
  mandatory: labels.familyMandatory,
  opportunity: labels.familyOpportunity,
  rep: labels.familyRep,
  quality: labels.familyQuality,
  planned: labels.familyPlanned,
  other: labels.familyOther,
};

interface Option {
  code: string;
  label: string;
  id: string;
  className: string;
  selected: 'true' | 'false';
}
interface Group {
  family: string;
  label: string;
  id: string;
  options: Option[];
}

/**
 * A searchable combobox of the reasons, grouped by family. Fires `reasonchange`, without a code when
 * other words are typed: what was chosen before must not count for them.
 */
export default class InterventionReasonPicker extends LightningElement {
  labels = labels;
  isOpen = false;
  search?: string;
  activeCode?: string;

  @api reasons: ReasonView[] = [];
  @api value?: string;
  @api error?: string;

  @api focus(): void {
    this.template!.querySelector('input')?.focus();
  }

  get shownText(): string {
    return this.search ?? this.reasons.find((reason) => reason.code === this.value)?.label ?? '';
  }

  get matches(): ReasonView[] {
    const words = (this.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    return this.reasons.filter((reason) => {
      const text = `${reason.label} ${familyLabel(reason)}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  get groups(): Group[] {
    const groups = new Map<string, Group>();
    for (const reason of this.matches) {
      const { code, family, label } = reason;
      const group = groups.get(family) ?? {
        family,
        label: familyLabel(reason),
        id: `family-${family}`,
        options: [],
      };
      groups.set(family, group);
      group.options.push({
        code,
        label,
        id: optionId(code),
        selected: code === this.value ? 'true' : 'false',
        className: `option${code === this.activeCode ? ' option_active' : ''}`,
      });
    }
    return [...groups.values()];
  }

  get activeId(): string | undefined {
    return this.isOpen && this.activeCode ? optionId(this.activeCode) : undefined;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get invalid(): 'true' | 'false' {
    return this.error ? 'true' : 'false';
  }

  get formClass(): string {
    return fieldClass(this.error);
  }

  get listClass(): string {
    return `list slds-dropdown slds-dropdown_fluid slds-dropdown_left${this.isOpen ? '' : ' slds-hide'}`;
  }

  get noMatch(): string | undefined {
    return this.matches.length === 0 ? fill(labels.reasonNone, { search: this.search }) : undefined;
  }

  handleInput(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    this.activeCode = this.matches[0]?.code;
    if (this.value) this.tell(undefined);
  }

  handleOpen(): void {
    this.isOpen = true;
  }

  handleBlur(): void {
    const typed = this.search?.trim().toLowerCase();
    const named = this.reasons.find(({ label }) => label.toLowerCase() === typed);
    if (named) this.choose(named.code);
    else this.close();
  }

  handleKeydown(event: KeyboardEvent): void {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        return this.move(event.key === 'ArrowDown' ? 1 : -1);
      case 'Enter':
        if (!this.isOpen) return;
        event.preventDefault();
        if (this.activeCode) this.choose(this.activeCode);
        return;
      case 'Escape':
        if (!this.isOpen) return;
        event.stopPropagation();
        return this.close();
    }
  }

  /** Keeps the focus in the input, so that a click on an option does not close the list first. */
  handleMousedown(event: Event): void {
    event.preventDefault();
  }

  handleChoose(event: Event): void {
    this.choose((event.currentTarget as HTMLElement).dataset.code!);
  }

  private move(step: number): void {
    const codes = this.groups.flatMap((group) => group.options.map((option) => option.code));
    const at = codes.indexOf(this.activeCode ?? '');
    this.isOpen = true;
    // Without an active option, moving down goes to the first and moving up to the last.
    const from = at < 0 && step < 0 ? codes.length : at;
    this.activeCode = codes[(from + step + codes.length) % codes.length];
  }

  private choose(code: string): void {
    this.close();
    this.tell(code);
  }

  private tell(code: string | undefined): void {
    this.dispatchEvent(new CustomEvent('reasonchange', { detail: { code } }));
  }

  private close(): void {
    this.isOpen = false;
    this.search = undefined;
    this.activeCode = undefined;
  }
}

/** Families that an org added have the server's label. */
const familyLabel = ({ family, familyLabel: words }: ReasonView): string =>
  FAMILY[family] ?? words ?? family;

const optionId = (code: string): string => `reason-${code}`;
