import { dateTimeText, type InterventionView, type Problem, type Vocabulary } from 'c/callModel';
import { giveOutcome, vocabulary, type OutcomeGiven } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { outcomeGiven } from 'c/liveFeed';
import { followPolicyVersion } from 'c/policyVersion';
import { LightningElement, api } from 'lwc';

/**
 * Asks for the outcomes that this supervisor still has to give, one after another. Postponed ones
 * stay available.
 */
export default class OutcomeDueList extends LightningElement {
  labels = labels;
  vocabulary: Loaded<Vocabulary> = NOT_LOADED;
  saving: ActionState = IDLE;
  putOff: string[] = [];
  savedText?: string;
  /** Whether the person has opened the strip. */
  isOpened = false;
  private due: InterventionView[] = [];
  private stopFollowing?: () => void;
  private readonly vocabularyLoader = createLoader(vocabulary, (state) => {
    this.vocabulary = state;
  });
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  /** Shows a line that opens with a click, so that nothing below it moves on its own. */
  @api isStrip = false;

  @api
  get interventions(): InterventionView[] {
    return this.due;
  }
  set interventions(interventions: InterventionView[]) {
    const known = this.due.map(({ interventionId }) => interventionId);
    if (interventions.some(({ interventionId }) => !known.includes(interventionId)))
      this.savedText = undefined;
    this.due = interventions;
    if (interventions.length === 0) this.isOpened = false;
    if (interventions.length > 0 && !this.vocabulary.value && !this.vocabulary.isBusy)
      void this.vocabularyLoader.load();
  }

  connectedCallback(): void {
    this.stopFollowing = followPolicyVersion(() => {
      if (this.due.length > 0) void this.vocabularyLoader.load();
    });
  }

  disconnectedCallback(): void {
    this.stopFollowing?.();
  }

  get problem(): Problem | undefined {
    return this.saving.problem ?? this.vocabulary.problem;
  }

  get asked(): InterventionView[] {
    return this.isOpen ? this.toAsk.slice(0, 1) : [];
  }

  get waiting(): number {
    return this.isOpen ? this.due.length - this.toAsk.length : this.due.length;
  }

  get className(): string {
    return this.isStrip ? 'strip' : '';
  }

  private get isOpen(): boolean {
    return !this.isStrip || this.isOpened;
  }

  private get toAsk(): InterventionView[] {
    return this.due.filter(({ interventionId }) => !this.putOff.includes(interventionId));
  }

  get waitingText(): string {
    const count =
      this.waiting === 1
        ? labels.outcomeToLogOne
        : fill(labels.outcomeToLog, { count: this.waiting });
    return [count, this.lateText].filter(Boolean).join(' · ');
  }

  /** How long the oldest overdue outcome has been overdue. */
  private get lateText(): string | undefined {
    const dueAts = this.due.flatMap(({ outcomeDueAt }) => outcomeDueAt ?? []).toSorted();
    const [oldest] = dueAts;
    if (!oldest || Date.parse(oldest) > Date.now()) return undefined;
    return fill(labels.outcomeOverdue, { since: dateTimeText(oldest) });
  }

  handleLater(): void {
    this.saving = IDLE;
    this.putOff = [...this.putOff, ...this.asked.map(({ interventionId }) => interventionId)];
  }

  handleGiveNow(): void {
    this.savedText = undefined;
    this.putOff = [];
    this.isOpened = true;
  }

  async handleSave(event: CustomEvent<OutcomeGiven>): Promise<void> {
    const intervention = this.asked[0]!;
    await this.save(async () => {
      const judged = await giveOutcome(intervention.interventionId, event.detail);
      this.savedText = event.detail.coaching
        ? fill(labels.outcomeSavedWithTask, { rep: intervention.repName })
        : labels.outcomeSaved;
      outcomeGiven(judged);
    });
  }
}
