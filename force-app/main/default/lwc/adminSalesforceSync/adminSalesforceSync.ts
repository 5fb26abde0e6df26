import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import {
  rejectedWrites,
  retryWrite,
  syncBacklog,
  type AuditedCall,
  type RejectedWrite,
  type SyncBacklog,
} from 'c/adminApi';
import { countText, isRefusedWith } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { whileVisible } from 'c/dealsideTicker';
import { LightningElement } from 'lwc';

const ASK_EVERY_MS = 10_000;

interface SyncState {
  backlog: SyncBacklog;
  rejected: readonly RejectedWrite[];
  calls: Readonly<Record<string, AuditedCall>>;
}

const loadState = async (): Promise<SyncState> => {
  const [backlog, { messages, calls = {} }] = await Promise.all([syncBacklog(), rejectedWrites()]);
  return { backlog, rejected: messages, calls };
};

/**
 * Messages that wait for Salesforce, how near the org is to its daily limit, and writes that
 * Salesforce rejected, which can be retried.
 */
export default class AdminSalesforceSync extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  state: Loaded<SyncState> = NOT_LOADED;
  retrying: ActionState = IDLE;
  retriedText?: string;
  private readonly loader = createLoader(loadState, (state) => {
    this.state = state;
  });
  private readonly retry = createAction((state) => {
    this.retrying = state;
  });

  private stopAsking?: () => void;

  connectedCallback(): void {
    if (this.isRefused) return;
    this.stopAsking = whileVisible(ASK_EVERY_MS, () => void this.loader.load());
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
  }

  get backlog(): SyncBacklog | undefined {
    return this.state.value?.backlog;
  }

  get rejected(): readonly RejectedWrite[] {
    return this.state.value?.rejected ?? [];
  }

  /** Each rejected write with the people who talked on its call. */
  get shownWrites(): { write: RejectedWrite; call: AuditedCall | undefined }[] {
    return this.rejected.map((write) => ({
      write,
      call: this.state.value?.calls[write.payload.callId ?? ''],
    }));
  }

  get hasRejected(): boolean {
    return this.rejected.length > 0;
  }

  get shownOf(): string | undefined {
    const shown = this.rejected.length;
    const all = this.backlog?.deadLetters ?? shown;
    return all > shown ? fill(labels.syncRejectedShown, { shown, all: countText(all) }) : undefined;
  }

  handleRefresh(): void {
    this.retriedText = undefined;
    void this.loader.load();
  }

  async handleRetryWrite(event: CustomEvent<{ messageId: string }>): Promise<void> {
    this.retriedText = undefined;
    const isDone = await this.retry(() => retryWrite(event.detail.messageId));
    const { problem } = this.retrying;
    if (isDone) this.retriedText = labels.syncRetried;
    if (isDone || (problem && isRefusedWith(problem, 'not_found'))) await this.loader.load();
  }
}
