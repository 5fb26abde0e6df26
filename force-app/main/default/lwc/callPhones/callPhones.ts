import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import type { Problem } from 'c/callModel';
import { callRecord, recordToCall, seenBy } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { refreshWhenWritten } from 'c/dealsideRefresh';
import { readableNumber } from 'c/phoneNumbers';
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

const KINDS: Record<string, string> = {
  Phone: labels.callPhonesPhone,
  MobilePhone: labels.callPhonesMobile,
  HomePhone: labels.callPhonesHome,
  OtherPhone: labels.callPhonesOther,
};
const FIELDS: Record<string, readonly string[]> = {
  Account: ['Phone'],
  Contact: ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'],
  Lead: ['Phone', 'MobilePhone'],
};

/** The phone numbers of a record that its reader may see, each with a button that calls it. */
export default class CallPhones extends LightningElement {
  @api recordId!: string;
  @api objectApiName!: string;
  labels = labels;
  calling: ActionState = IDLE;
  private stopRefreshing?: () => void;
  private isRead = false;
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

  /** Undefined until the object is known, so that the wire waits. */
  get fields(): string[] | undefined {
    return FIELDS[this.objectApiName]?.map((field) => `${this.objectApiName}.${field}`);
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  wiredRecord({ data }: { data?: { fields: Record<string, { value: unknown }> } }): void {
    if (!data) return;
    this.isRead = true;
    const known = new Map(this.found.map(({ number, seen }) => [number, seen]));
    this.found = (FIELDS[this.objectApiName] ?? []).flatMap((field) => {
      const number = data.fields[field]?.value;
      return typeof number === 'string' && number.trim()
        ? [
            {
              field,
              number,
              kind: KINDS[field]!,
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
