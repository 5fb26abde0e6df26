import {
  erasePerson,
  exportPerson,
  permissionQuestions,
  resetPasskeys,
  resetPin,
  type PersonRef,
} from 'c/adminApi';
import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import type UiInlineForm from 'c/uiInlineForm';
import { LightningElement } from 'lwc';

interface Choice {
  userId: string;
  name: string;
}

/** A number as it is stored, with its country code. */
const PHONE = /^\+[1-9]\d{6,14}$/;

/**
 * Container: resets of the PIN and passkeys of a person who uses Dealside, and export and erasure
 * of the data of a person or a customer.
 */
export default class AdminPersonData extends LightningElement {
  labels = labels;
  people: Loaded<readonly Choice[]> = NOT_LOADED;
  acting: ActionState = IDLE;
  doneText?: string;
  error?: string;
  exportHref?: string;
  /** The confirmation word as typed. */
  word = '';
  private userId = '';
  private phone = '';
  private reference = '';
  private readonly loader = createLoader(
    async (): Promise<readonly Choice[]> => (await permissionQuestions()).people,
    (state) => {
      this.people = state;
    },
  );
  private readonly act = createAction((state) => {
    this.acting = state;
  });

  connectedCallback(): void {
    void this.loader.load();
  }

  get choices(): readonly Choice[] {
    return this.people.value ?? [];
  }

  get warning(): string {
    return fill(labels.setupEraseWarning, { word: labels.setupEraseWord });
  }

  get isNobodyChosen(): boolean {
    return this.userId === '';
  }

  get isResetOff(): boolean {
    return this.isNobodyChosen || this.acting.isBusy;
  }

  private get name(): string {
    return this.choices.find(({ userId }) => userId === this.userId)?.name ?? '';
  }

  private get ref(): PersonRef | undefined {
    if (this.userId) return { userId: this.userId };
    return this.phone ? { phone: this.phone } : undefined;
  }

  /** Why the input identifies nobody. */
  private get refError(): string | undefined {
    if (!this.ref) return labels.setupWhoMissing;
    return this.userId || PHONE.test(this.phone) ? undefined : labels.setupPhoneInvalid;
  }

  private begin(): void {
    this.doneText = undefined;
    this.error = undefined;
    this.exportHref = undefined;
  }

  /** Clears the confirmation, so that a word typed for one person does not count for another. */
  private choose(): void {
    this.begin();
    this.acting = IDLE;
    this.closeErasure();
  }

  private closeErasure(): void {
    this.word = '';
    this.template!.querySelector<UiInlineForm & HTMLElement>('c-ui-inline-form')?.close();
  }

  handlePerson(event: Event): void {
    this.userId = (event.target as HTMLSelectElement).value;
    // The field for a number is removed, and empty when it is shown again.
    this.phone = '';
    this.choose();
  }

  handlePhone(event: Event): void {
    this.phone = (event.target as HTMLInputElement).value.replace(/[\s().-]/g, '');
    this.choose();
  }

  handleReference(event: Event): void {
    this.reference = (event.target as HTMLInputElement).value.trim();
  }

  handleWord(event: Event): void {
    this.word = (event.target as HTMLInputElement).value;
  }

  async handleResetPin(): Promise<void> {
    this.begin();
    if (await this.act(() => resetPin(this.userId)))
      this.doneText = fill(labels.setupPinReset, { name: this.name });
  }

  async handleResetPasskeys(): Promise<void> {
    this.begin();
    if (await this.act(() => resetPasskeys(this.userId)))
      this.doneText = fill(labels.setupPasskeysReset, { name: this.name });
  }

  async handleExport(): Promise<void> {
    this.begin();
    const { ref, refError } = this;
    this.error = refError;
    if (!ref || refError) return;
    await this.act(async () => {
      const file = await exportPerson(ref, this.reference);
      this.exportHref = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(file, null, 2))}`;
    });
  }

  get exportLabel(): string {
    return fill(labels.setupPolicyDownload, { name: 'dealside-person.json' });
  }

  handleEraseCancel(): void {
    this.word = '';
    this.error = undefined;
    this.acting = IDLE;
  }

  async handleErase(): Promise<void> {
    this.begin();
    const { ref, refError } = this;
    this.error = refError;
    if (!ref || refError) return;
    if (this.word.trim().toLowerCase() !== labels.setupEraseWord.toLowerCase()) {
      this.error = fill(labels.setupEraseWordMissing, { word: labels.setupEraseWord });
      return;
    }
    await this.act(async () => {
      const { calls, auditFields, elsewhere } = await erasePerson(ref, this.reference);
      this.doneText = fill(labels.setupErased, {
        calls: countText(calls),
        fields: countText(auditFields),
        elsewhere: elsewhere.join('; '),
      });
      this.closeErasure();
    });
  }

  handleRetry(): void {
    void this.loader.load();
  }
}
