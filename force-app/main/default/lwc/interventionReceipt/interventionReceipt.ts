import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import USER_ID from '@salesforce/user/Id';
import {
  clockText,
  dateText,
  dateTimeText,
  exactTimeText,
  isSilent,
  JOIN_MODE,
  MODES,
  sameRecord,
  type Mode,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { auditPage } from 'c/dealsidePages';
import { readableNumber } from 'c/phoneNumbers';
import { fieldClass } from 'c/uiField';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

export type Verdict = 'helped' | 'neutral' | 'hurt';

/** An intervention as stored in Salesforce: labels of reason and outcome, the stored mode. */
export interface Receipt {
  Id: string;
  /** The intervention's id in Dealside. */
  External_Id__c?: string;
  Call_Id__c?: string;
  Highest_Mode__c?: string;
  Joined_At__c?: string;
  Duration_Seconds__c?: number;
  /** Third parties and colleagues, one per line. */
  Also_On_Call__c?: string;
  Reason_Code__c?: string;
  Reason_Label__c?: string;
  /** The one point that the barge should add. */
  Point__c?: string;
  /** A tag in addition to the reason, such as a product launch. */
  Tag__c?: string;
  /** How often the supervisor praised the rep, in writing or by voice. */
  Praises__c?: number;
  Outcome__c?: string;
  Outcome_Label__c?: string;
  Rep__c?: string;
  Rep__r?: { Name: string };
  Supervisor__c?: string;
  Supervisor__r?: { Name: string };
  Rep_Verdict__c?: Verdict;
  Rep_Reply__c?: string;
  Coaching_State__c?: string;
}

const VERDICT_LABEL: Record<Verdict, string> = {
  helped: labels.receiptHelped,
  neutral: labels.receiptNeutral,
  hurt: labels.receiptHurt,
};

/** A code that the org added has no picklist label, so the stored text is used. */
const inWords = (label: string | undefined, kept: string | undefined): string | undefined =>
  label && /_|^[a-z0-9]+$/.test(label) ? (kept ?? label) : label;

/**
 * Who else was on the call, in the reader's language. Times on another day than the receipt's
 * include the date. A line that cannot be parsed stays as it is.
 */
function othersIn(written: string | undefined, joinedAt: string | undefined): string | undefined {
  return written
    ?.split('\n')
    .map((line) => {
      const [, who, kind, from, until] =
        /^(.*) \((colleague|outside number)\): (\S+ \S+) UTC to (\S+ \S+) UTC$/.exec(line) ?? [];
      return from && until
        ? fill(labels.receiptOther, {
            who: readableNumber(who!),
            kind: kind === 'colleague' ? labels.receiptOtherColleague : labels.receiptOtherNumber,
            from: momentText(from, joinedAt),
            until: momentText(until, joinedAt),
          })
        : line;
    })
    .join('\n');
}

function momentText(utc: string, joinedAt: string | undefined): string {
  const at = `${utc.replace(' ', 'T')}Z`;
  return joinedAt && dateText(at) === dateText(joinedAt)
    ? exactTimeText(Date.parse(at))
    : dateTimeText(at);
}

/** One past intervention: who, how, why, how long, and the rep's feedback. Fires `answer`. */
export default class InterventionReceipt extends NavigationMixin(LightningElement) {
  labels = labels;
  verdict?: Verdict;
  reply = '';
  hasAnswered = false;
  showsDebrief = false;
  error?: string;

  @api receipt!: Receipt;
  /** Whether the reader is the rep of the call. */
  @api isOwn = false;
  @api isSaving = false;
  /** Whether the call is still going on. */
  @api isOnCall = false;

  get supervisorName(): string | undefined {
    return this.receipt.Supervisor__r?.Name;
  }

  /** The mode with the widest audience. Records have the names of modes capitalized. */
  get mode(): Mode {
    const stored = this.receipt.Highest_Mode__c?.toLowerCase();
    return MODES.find((mode) => mode === stored) ?? JOIN_MODE;
  }

  private get wasHeard(): boolean {
    return !isSilent(this.mode);
  }

  /**
   * Initially only receipts that wait for this person's feedback are open. They stay open
   * afterwards.
   */
  get isOpen(): boolean {
    return this.asks || this.hasAnswered;
  }

  get when(): string | undefined {
    const { Joined_At__c: at, Duration_Seconds__c: seconds = 0 } = this.receipt;
    return (
      at &&
      fill(labels.receiptWhen, { when: dateTimeText(at), duration: clockText(seconds * 1000) })
    );
  }

  get facts(): { name: string; value: string }[] {
    const { Reason_Code__c, Reason_Label__c, Outcome__c, Outcome_Label__c } = this.receipt;
    const all: [string, string | undefined][] = [
      [labels.receiptReason, inWords(Reason_Code__c, Reason_Label__c)],
      [labels.receiptPoint, this.receipt.Point__c],
      [labels.receiptTag, this.receipt.Tag__c],
      [labels.receiptPraise, this.receipt.Praises__c?.toString()],
      [labels.receiptOutcome, inWords(Outcome__c, Outcome_Label__c)],
      [labels.receiptOthers, othersIn(this.receipt.Also_On_Call__c, this.receipt.Joined_At__c)],
    ];
    return all.flatMap(([name, value]) => (value ? [{ name, value }] : []));
  }

  /** The intervention whose texts this person may read, as its rep or supervisor. */
  get messagesOf(): string | undefined {
    const isSupervisor = sameRecord(this.receipt.Supervisor__c, USER_ID);
    return this.isOwn || isSupervisor ? this.receipt.External_Id__c : undefined;
  }

  /** The debrief of rep and supervisor, planned or closed. */
  get debriefOf(): string | undefined {
    const state = this.receipt.Coaching_State__c;
    return state === 'planned' || state === 'done' ? this.messagesOf : undefined;
  }

  get isDebriefed(): boolean {
    return this.receipt.Coaching_State__c === 'done';
  }

  get shownDebrief(): string | undefined {
    return this.showsDebrief ? this.debriefOf : undefined;
  }

  get hasAudit(): boolean {
    return MAY_ADMINISTER === true && Boolean(this.receipt.Call_Id__c);
  }

  get hasFacts(): boolean {
    return this.facts.length > 0;
  }

  /** Undefined if nobody heard the supervisor, because there is nothing to give feedback on. */
  get answered(): string | undefined {
    const { Rep_Verdict__c: verdict, Rep__r: rep } = this.receipt;
    if (!this.wasHeard && !verdict) return undefined;
    if (this.isOwn && !verdict) return labels.receiptOnCall;
    return verdict
      ? fill(labels.receiptAnswered, { rep: rep?.Name, verdict: VERDICT_LABEL[verdict] })
      : fill(labels.receiptWaiting, { rep: rep?.Name });
  }

  get asks(): boolean {
    return this.isOwn && this.wasHeard && !this.isOnCall && !this.receipt.Rep_Verdict__c;
  }

  get choices(): { value: string; label: string; checked: boolean }[] {
    return Object.entries(VERDICT_LABEL).map(([value, label]) => ({
      value,
      label,
      checked: value === this.verdict,
    }));
  }

  get groupName(): string {
    return `verdict-${this.receipt.Id}`;
  }

  get fieldsetClass(): string {
    return fieldClass(this.error, 'field');
  }

  /** Loaded only after a click, like texts. */
  handleDebrief(): void {
    this.showsDebrief = true;
  }

  handleAudit(): void {
    this[NavigationMixin.Navigate](auditPage({ callId: this.receipt.Call_Id__c! }));
  }

  handleVerdict(event: Event): void {
    this.verdict = (event.target as HTMLInputElement).value as Verdict;
    this.error = undefined;
  }

  handleReply(event: Event): void {
    this.reply = (event.target as HTMLTextAreaElement).value;
  }

  handleSave(): void {
    this.error = this.verdict ? undefined : labels.receiptChoose;
    if (this.error) return;
    this.hasAnswered = true;
    this.dispatchEvent(
      new CustomEvent('answer', {
        detail: {
          interventionId: this.receipt.Id,
          verdict: this.verdict,
          reply: this.reply.trim(),
        },
      }),
    );
  }
}
