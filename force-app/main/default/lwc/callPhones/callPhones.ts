import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import type { Problem } from 'c/callModel';
import { callRecord, recordToCall, seenBy } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { refreshWhenWritten } from 'c/dealsideRefresh';
import { phoneFieldsOf, type PhoneField } from 'c/phoneFields';
import { readableNumber } from 'c/phoneNumbers';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { LightningElement, api, wire } from 'lwc';

interface Phone {
  field: string;
  kind: string;
  number: string;
  call: string;
  /** The number that the called person would see. */
  seen?: string;
}

/** The phone numbers of a record that its reader may see, each with a button that calls it. */
export default class CallPhones extends LightningElement {
  @api recordId!: string;
  @api objectApiName!: string;
  labels = labels;
  calling: ActionState = IDLE;
  private stopRefreshing?: () => void;
  private isRead = false;
  private phoneFields?: readonly PhoneField[];
  private found: readonly Phone[] = [];
  private readonly call = createAction((state) => {
    this.calling = state;
  });

  connectedCallback(): void {
    if (MAY_MONITOR ?? MAY_TAKE_CALLS)
      this.stopRefreshing = refreshWhenWritten(this, () => this.recordId);
  }

  disconnectedCallback(): void {
    this.stopRefreshing?.();
  }

  get fields(): string[] | undefined {
    return this.phoneFields?.map(({ name }) => `${this.objectApiName}.${name}`);
  }

  /** The record is read once its phone fields are known. */
  get readRecordId(): string | undefined {
    return this.phoneFields && this.recordId;
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  wiredObject({ data }: { data?: ObjectInfo }): void {
    if (data) this.phoneFields = phoneFieldsOf(data);
  }

  @wire(getRecord, { recordId: '$readRecordId', optionalFields: '$fields' })
  wiredRecord({ data }: { data?: { fields: Record<string, { value: unknown }> } }): void {
    if (!data || !this.phoneFields) return;
    this.isRead = true;
    const known = new Map(this.found.map(({ number, seen }) => [number, seen]));
    this.found = this.phoneFields.flatMap(({ name: field, label }) => {
      const number = data.fields[field]?.value;
      return typeof number === 'string' && number.trim()
        ? [
            {
              field,
              number,
              kind: label,
              call: fill(labels.callPhonesCall, { number: readableNumber(number) }),
              seen: known.get(number),
            },
          ]
        : [];
    });
    if (this.isShown) for (const { number } of this.found) void this.askWhatIsSeen(number);
  }

  get isShown(): boolean {
    return MAY_TAKE_CALLS === true && this.isRead;
  }

  get isNone(): boolean {
    return this.found.length === 0;
  }

  get phones(): readonly Phone[] {
    return this.found;
  }

  get problem(): Problem | undefined {
    return this.calling.problem;
  }

  async handleCall(event: Event): Promise<void> {
    const { number } = (event.currentTarget as HTMLElement).dataset;
    await this.call(async () => {
      await callRecord(recordToCall(this.recordId), { to: number });
    });
  }

  private async askWhatIsSeen(number: string): Promise<void> {
    const seen = await seenBy(number);
    if (!seen) return;
    this.found = this.found.map((phone) =>
      phone.number === number
        ? { ...phone, seen: fill(labels.callPhonesSeen, { number: seen }) }
        : phone,
    );
  }
}
