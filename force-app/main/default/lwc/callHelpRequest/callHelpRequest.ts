import { exactTimeText, type HelpView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
import { LightningElement, api } from 'lwc';

/**
 * A form with which a rep asks for help on a call, and who is coming. Fires `requesthelp` with the
 * reason, or `cancelhelp`.
 */
export default class CallHelpRequest extends LightningElement {
  labels = labels;
  reasonCode = '';
  note = '';
  skill = '';
  error?: string;

  @api help?: HelpView;
  @api reasons: readonly { code: string; label: string }[] = [];
  /** The skills that can be asked for. */
  @api skills: readonly string[] = [];
  @api isBusy = false;
  /** What the button says when it is pointed at. */
  @api askTitle = labels.helpAsk;
  /** A hint that the request reaches nobody yet, or that nobody came. */
  @api hint?: string;

  /** Opens the form, like a click on its button. */
  @api ask(): void {
    this.template!.querySelector<HTMLElement & { open(): void }>('c-ui-inline-form')?.open();
  }

  get hasSkills(): boolean {
    return this.skills.length > 0;
  }

  get skillOptions(): { value: string; label: string; selected: boolean }[] {
    return this.skills.map((value) => ({
      value,
      label: value.replaceAll('_', ' '),
      selected: value === this.skill,
    }));
  }

  /** Who was asked so far, as long as more people can be asked. */
  get progress(): string | undefined {
    const { status, asked, widensAt } = this.help ?? {};
    return status === 'open' && asked && widensAt
      ? fill(labels.helpAskedFirst, { count: asked, time: exactTimeText(Date.parse(widensAt)) })
      : undefined;
  }

  get status(): string | undefined {
    if (!this.help) return undefined;
    return this.help.status === 'taken'
      ? fill(labels.helpComing, { who: this.help.takenBy?.name })
      : fill(this.help.reach === 'nobody' ? labels.helpSent : labels.helpWaiting, {
          reason: this.help.reasonLabel,
        });
  }

  /** Who accepted the request and does not come. */
  get givenBack(): string | undefined {
    const { status, givenBackBy } = this.help ?? {};
    return status === 'open' && givenBackBy
      ? fill(labels.helpGivenBack, { who: givenBackBy.name })
      : undefined;
  }

  get groupClass(): string {
    return this.help ? 'help own-lines' : 'help';
  }

  get statusClass(): string {
    return `status${this.help?.status === 'taken' ? ' status_accepted' : ''}`;
  }

  get formClass(): string {
    return fieldClass(this.error, 'field');
  }

  get options(): { value: string; label: string; selected: boolean }[] {
    return this.reasons.map(({ code, label }) => ({
      value: code,
      label,
      selected: code === this.reasonCode,
    }));
  }

  /** What was entered is gone with the form, so it must not be sent from the next one. */
  handleCancel(): void {
    this.error = undefined;
    this.reasonCode = '';
    this.note = '';
    this.skill = '';
  }

  handleReason(event: Event): void {
    this.reasonCode = (event.target as HTMLSelectElement).value;
    this.error = undefined;
  }

  handleSkill(event: Event): void {
    this.skill = (event.target as HTMLSelectElement).value;
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLInputElement).value;
  }

  handleRequest(): void {
    this.error = this.reasonCode ? undefined : labels.helpReasonRequired;
    if (this.error) return;
    const note = this.note.trim();
    this.template!.querySelector<HTMLElement & { close(): void }>('c-ui-inline-form')!.close();
    this.dispatchEvent(
      new CustomEvent('requesthelp', {
        detail: {
          reasonCode: this.reasonCode,
          ...(this.skill && { skill: this.skill }),
          ...(note && { note }),
        },
      }),
    );
  }

  handleCancelRequest(): void {
    this.dispatchEvent(new CustomEvent('cancelhelp'));
  }
}
