import mine from '@salesforce/apex/DealsideCallNotes.mine';
import saveNote from '@salesforce/apex/DealsideCallNotes.save';
import { covertOverText, type MonitoringScope, type Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  gateProblem,
  IDLE,
  laterProblem,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { apexProblem, request } from 'c/dealsideSession';
import type { FinishedCall, NoteGiven } from 'c/homeFinishedCall';
import { subscribe, type LiveState } from 'c/liveFeed';
import { LightningElement } from 'lwc';

interface Cursor {
  endedAt: string;
  callId: string;
}

interface Page {
  calls: readonly FinishedCall[];
  next?: Cursor;
  monitors?: MonitoringScope;
}

interface Note {
  Call_Id__c: string;
  Note__c?: string;
}

/**
 * How many more calls are shown at a time. Few, because each card is tall and other cards follow.
 */
const SHOWN_AT_ONCE = 5;

/** The pages loaded so far, and the notes of their calls. */
interface Shown {
  calls: readonly FinishedCall[];
  notes: ReadonlyMap<string, string>;
  next?: Cursor;
  /** Whether all calls are from the sample. */
  isSample?: boolean;
  /** Whether the rep flagged a moment on each. */
  isFlagged?: boolean;
  monitors?: MonitoringScope;
}

const NOTHING: Shown = { calls: [], notes: new Map() };

/** The data with its next page added. */
async function withNextPage(shown: Shown): Promise<Shown> {
  const query = new URLSearchParams({
    ...(shown.next && { endedAt: shown.next.endedAt, callId: shown.next.callId }),
    ...(shown.isSample && { sample: 'true' }),
    ...(shown.isFlagged && { flagged: 'true' }),
  }).toString();
  const { calls, next, monitors } = await request<Page>(
    'GET',
    `/api/finished-calls${query ? `?${query}` : ''}`,
  );
  const callIds = calls.map(({ callId }) => callId);
  const notes: readonly Note[] = callIds.length > 0 ? await mine({ callIds }) : [];
  return {
    calls: [...shown.calls, ...calls],
    notes: new Map([
      ...shown.notes,
      ...notes.map(({ Call_Id__c, Note__c }): [string, string] => [Call_Id__c, Note__c ?? '']),
    ]),
    next,
    isSample: shown.isSample,
    isFlagged: shown.isFlagged,
    monitors,
  };
}

/** Ended calls that this person can monitor, with their recordings and the person's own notes. */
export default class HomeFinishedCalls extends LightningElement {
  labels = labels;
  found: Loaded<Shown> = NOT_LOADED;
  saving: ActionState = IDLE;
  private first = NOTHING;
  /** How many of the calls are shown. */
  private most = SHOWN_AT_ONCE;
  private readonly loader = createLoader(withNextPage, (state) => {
    this.found = state;
  });
  private readonly save = createAction((state) => {
    this.saving = state;
  }, apexProblem);

  /** Whose calls this person can monitor, as the live feed says it. */
  private scope?: string;
  private unsubscribe?: () => void;

  connectedCallback(): void {
    void this.loader.load(NOTHING);
    this.unsubscribe = subscribe((state) => this.follow(state));
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  /** Loads again once the person can monitor others than those whose calls are shown. */
  private follow({ loaded, monitors }: LiveState): void {
    const scope = loaded && monitors ? JSON.stringify(monitors) : undefined;
    if (scope === undefined || scope === this.scope) return;
    const isFirst = this.scope === undefined;
    this.scope = scope;
    const shown = this.found.value?.monitors;
    if (shown ? JSON.stringify(shown) !== scope : !isFirst) void this.loader.load(this.first);
  }

  private get shown(): Shown {
    return this.found.value ?? this.first;
  }

  get noneProblem(): Problem | undefined {
    return gateProblem(this.found);
  }

  get laterProblem(): Problem | undefined {
    return laterProblem(this.found);
  }

  get rows(): { call: FinishedCall; note: string }[] {
    const { calls, notes } = this.shown;
    return calls.slice(0, this.most).map((call) => ({ call, note: notes.get(call.callId) ?? '' }));
  }

  get hasRows(): boolean {
    return this.shown.calls.length > 0;
  }

  /** Whether any of them has a recording to play. */
  get hasSound(): boolean {
    return this.rows.some(({ call }) => call.recordings.length > 0);
  }

  get hasOlder(): boolean {
    return !this.isWithoutRule && (this.hasMore || this.shown.next !== undefined);
  }

  /** Whether there is no call, and no rule of the policy lets the reader monitor anybody now. */
  private get isWithoutRule(): boolean {
    const { monitors } = this.shown;
    const isNone = monitors?.reach === 'none' && monitors.covert.every(({ isOver }) => isOver);
    return isNone && !this.hasRows;
  }

  /** Whether some loaded calls are not shown yet. */
  private get hasMore(): boolean {
    return this.shown.calls.length > this.most;
  }

  get emptyText(): string {
    if (this.isWithoutRule) return covertOverText(this.shown.monitors!) ?? labels.finishedNoRule;
    if (this.hasOlder) return labels.finishedNoneSoFar;
    if (this.shown.isFlagged) return labels.finishedNoFlagged;
    return this.shown.isSample ? labels.finishedNoSample : labels.finishedNoneText;
  }

  handleSample(event: Event): void {
    this.startAgain({ isSample: (event.target as HTMLInputElement).checked });
  }

  handleFlagged(event: Event): void {
    this.startAgain({ isFlagged: (event.target as HTMLInputElement).checked });
  }

  private startAgain(filter: Pick<Shown, 'isSample' | 'isFlagged'>): void {
    this.first = { ...this.first, ...filter };
    this.most = SHOWN_AT_ONCE;
    this.loader.reset();
    void this.loader.load(this.first);
  }

  handleOlder(): void {
    const isHere = this.hasMore;
    if (!this.noneProblem && !this.laterProblem) this.most += SHOWN_AT_ONCE;
    if (!isHere) void this.loader.load(this.shown);
  }

  async handleSave(event: CustomEvent<NoteGiven>): Promise<void> {
    const { call, text, close } = event.detail;
    const isSaved = await this.save(() =>
      saveNote({
        note: {
          Call_Id__c: call.callId,
          Note__c: text,
          Rep__c: call.rep.userId,
          ...(call.opportunity && { Opportunity__c: call.opportunity.opportunityId }),
        },
      }),
    );
    if (!isSaved) return;
    const { value } = this.found;
    if (value)
      this.found = {
        ...this.found,
        value: { ...value, notes: new Map([...value.notes, [call.callId, text.trim()]]) },
      };
    close();
  }
}
