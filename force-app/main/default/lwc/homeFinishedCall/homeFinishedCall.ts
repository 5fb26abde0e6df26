import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import {
  clockText,
  customerHeardText,
  dateTimeText,
  type CustomerHeard,
  type Mode,
} from 'c/callModel';
import type { CallDebriefState } from 'c/coachingPlan';
import { recordingAudio } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { auditPage, recordPage } from 'c/dealsidePages';
import type UiInlineForm from 'c/uiInlineForm';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

/** An ended call, as GET /api/finished-calls lists it. */
export interface FinishedCall {
  callId: string;
  startedAt: string;
  answeredAt?: string;
  endedAt: string;
  rep: { userId: string; name: string };
  customer: { name: string; accountName?: string };
  opportunity?: { opportunityId: string; name: string };
  interventions: readonly {
    interventionId: string;
    supervisor: { userId: string; name: string };
    mode: Mode;
  }[];
  customerHeard?: CustomerHeard;
  isTranscribed?: boolean;
  /** The moments that the rep flagged. */
  moments?: readonly { at: string; note?: string }[];
  debrief?: CallDebriefState;
  mayPlanDebrief?: boolean;
  recordings: readonly { recordingId: string; what: 'call' | 'supervisor' | 'voicemail' }[];
}

/** A note to save. `close` closes its form once it is saved. */
export interface NoteGiven {
  call: FinishedCall;
  text: string;
  close(): void;
}

const RECORDING_NAMES = {
  call: labels.recordingsOfCall,
  supervisor: labels.recordingsOfSupervisor,
  voicemail: labels.recordingsOfCaller,
};

/** One ended call: who was on it, its recordings, and a note. Fires `savenote`. */
export default class HomeFinishedCall extends NavigationMixin(LightningElement) {
  labels = labels;
  hasAudit = MAY_ADMINISTER === true;
  opening: ActionState = IDLE;
  sources: Readonly<Record<string, string>> = {};
  text?: string;
  @api call!: FinishedCall;
  @api note = '';
  @api isSaving = false;
  private readonly open = createAction((state) => {
    this.opening = state;
  });

  get heading(): string {
    const { rep, customer } = this.call;
    return fill(labels.finishedWith, {
      rep: rep.name,
      customer: customer.accountName ? `${customer.name} (${customer.accountName})` : customer.name,
    });
  }

  get facts(): string {
    const { startedAt, answeredAt, endedAt } = this.call;
    const at = dateTimeText(startedAt);
    return answeredAt
      ? fill(labels.finishedLasted, {
          at,
          duration: clockText(Date.parse(endedAt) - Date.parse(answeredAt)),
        })
      : fill(labels.finishedUnanswered, { at });
  }

  get customerHeard(): string | undefined {
    return customerHeardText(this.call.customerHeard);
  }

  get isUnsupervised(): boolean {
    return this.call.interventions.length === 0;
  }

  get recordings(): { recordingId: string; name: string; play: string; source?: string }[] {
    return this.call.recordings.map(({ recordingId, what }) => {
      const name = RECORDING_NAMES[what];
      return {
        recordingId,
        name,
        play: fill(labels.recordingsPlay, { what: name }),
        source: this.sources[recordingId],
      };
    });
  }

  /** By the time since the call was answered. */
  get flags(): { key: string; text: string }[] {
    const { startedAt, answeredAt, moments = [] } = this.call;
    const begin = Date.parse(answeredAt ?? startedAt);
    return moments.map(({ at, note }) => ({
      key: at,
      text: [
        fill(labels.finishedFlagAt, { time: clockText(Math.max(0, Date.parse(at) - begin)) }),
        note,
      ]
        .filter(Boolean)
        .join(': '),
    }));
  }

  get hasFlags(): boolean {
    return this.flags.length > 0;
  }

  get hasNoRecording(): boolean {
    return this.call.recordings.length === 0;
  }

  get openLabel(): string {
    return this.note ? labels.finishedNoteEdit : labels.finishedNoteAdd;
  }

  handleOpportunity(): void {
    this[NavigationMixin.Navigate](recordPage('Opportunity', this.call.opportunity!.opportunityId));
  }

  handleAudit(): void {
    this[NavigationMixin.Navigate](auditPage({ callId: this.call.callId }));
  }

  /** The sound comes directly from the server, by a single-use link. */
  async handlePlay(event: Event): Promise<void> {
    const recordingId = (event.currentTarget as HTMLElement).dataset.id!;
    await this.open(async () => {
      this.sources = { ...this.sources, [recordingId]: await recordingAudio(recordingId) };
    });
  }

  handleText(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
  }

  handleCancel(): void {
    this.text = undefined;
  }

  handleSave(): void {
    const detail: NoteGiven = {
      call: this.call,
      text: this.text ?? this.note,
      close: () => {
        this.text = undefined;
        this.template!.querySelector<UiInlineForm & HTMLElement>('c-ui-inline-form')?.close();
      },
    };
    this.dispatchEvent(new CustomEvent('savenote', { detail }));
  }
}
