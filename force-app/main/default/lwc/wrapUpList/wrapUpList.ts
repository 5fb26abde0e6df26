import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import {
  clockText,
  countText,
  customerHeardText,
  sameRecord,
  timeText,
  type Problem,
  type Vocabulary,
} from 'c/callModel';
import { vocabulary } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import {
  dropDraft,
  load,
  saveWrapUp,
  subscribe,
  type RepCall,
  type WrapUp,
  type WrapUpState,
} from 'c/wrapUpCalls';
import { LightningElement, api } from 'lwc';

interface Row {
  readonly call: RepCall;
  readonly callId: string;
  readonly title: string;
  readonly facts: string;
  readonly customerHeard?: string;
  readonly isOpen: boolean;
  readonly isClosed: boolean;
}

/** A rep's own ended calls that need a wrap-up; hidden if there are none. */
export default class WrapUpList extends LightningElement {
  labels = labels;
  vocabulary: Loaded<Vocabulary> = NOT_LOADED;
  saving: ActionState = IDLE;
  due: WrapUpState = { calls: [], total: 0 };
  savedText?: string;
  /** The call whose form is open; null if the rep closed it. */
  private open?: string | null;
  private unsubscribe?: () => void;
  private readonly vocabularyLoader = createLoader(vocabulary, (state) => {
    this.vocabulary = state;
  });
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  /** Shows only calls about this Opportunity. */
  @api recordId?: string;
  /** Inside another component, which itself says when the server does not answer. */
  @api isEmbedded = false;

  connectedCallback(): void {
    if (MAY_TAKE_CALLS) this.unsubscribe = subscribe((state) => this.follow(state));
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  get calls(): readonly RepCall[] {
    return this.recordId
      ? this.due.calls.filter(({ record }) => sameRecord(record.opportunityId, this.recordId))
      : this.due.calls;
  }

  get total(): number {
    return this.recordId ? this.calls.length : this.due.total;
  }

  get isShown(): boolean {
    return this.calls.length > 0 || this.savedText !== undefined || this.problem !== undefined;
  }

  get heading(): string {
    if (this.total === 0) return labels.wrapUpTitleNone;
    return this.total === 1
      ? labels.wrapUpTitleOne
      : fill(labels.wrapUpTitle, { count: countText(this.total) });
  }

  get shownText(): string | undefined {
    return this.total > this.calls.length
      ? fill(labels.wrapUpShown, { count: countText(this.calls.length) })
      : undefined;
  }

  get problem(): Problem | undefined {
    return this.isEmbedded ? undefined : this.due.problem;
  }

  get formProblem(): Problem | undefined {
    return this.saving.problem ?? this.vocabulary.problem;
  }

  get rows(): Row[] {
    const open = this.open === undefined ? this.calls[0]?.callId : this.open;
    return this.calls.map((call) => ({
      call,
      callId: call.callId,
      title: titleOf(call),
      facts: factsOf(call),
      customerHeard: customerHeardText(call.customerHeard),
      isOpen: call.callId === open,
      isClosed: call.callId !== open,
    }));
  }

  handleRetry(): void {
    void load();
  }

  handleOpen(event: Event): void {
    this.open = (event.currentTarget as HTMLElement).dataset.id;
    this.saving = IDLE;
    this.savedText = undefined;
  }

  handleLater(): void {
    this.open = null;
    this.saving = IDLE;
  }

  async handleSave(event: CustomEvent<WrapUp>): Promise<void> {
    const { callId } = this.rows.find(({ isOpen }) => isOpen)!;
    await this.save(async () => {
      await saveWrapUp(callId, event.detail);
      dropDraft(callId);
      this.open = undefined;
      this.savedText = labels.wrapUpSaved;
    });
  }

  private follow(state: WrapUpState): void {
    const known = this.due.calls.map(({ callId }) => callId);
    if (state.calls.some(({ callId }) => !known.includes(callId))) this.savedText = undefined;
    this.due = state;
    if (state.calls.length > 0 && !this.vocabulary.value && !this.vocabulary.isBusy)
      void this.vocabularyLoader.load();
  }
}

const titleOf = ({ direction, record }: RepCall): string =>
  fill(direction === 'inbound' ? labels.wrapUpInbound : labels.wrapUpOutbound, {
    customer: record.name,
  });

const FACTS: Record<RepCall['result'], string> = {
  answered: labels.wrapUpAnswered,
  not_answered: labels.wrapUpNotAnswered,
  not_reached: labels.wrapUpNotReached,
};

const factsOf = ({ result, startedAt, talkedSeconds, record }: RepCall): string =>
  [
    fill(FACTS[result], { at: timeText(startedAt), duration: clockText(talkedSeconds * 1000) }),
    record.accountName,
  ]
    .filter(Boolean)
    .join(' · ');
