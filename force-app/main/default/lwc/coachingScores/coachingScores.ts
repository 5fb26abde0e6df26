import { dateText, type Problem } from 'c/callModel';
import {
  acknowledgeScore,
  answersOf,
  focusFirstMissing,
  missingIn,
  debriefOf,
  NOT_APPLICABLE,
  questionsOf,
  scoreCall,
  type Booking,
  type DebriefView,
  type Given,
  type Missing,
  withoutItem,
  type Ratings,
  type Score,
  type ScorecardItem,
} from 'c/coachingApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { percentText } from 'c/outcomeApi';
import { LightningElement, api } from 'lwc';

/**
 * Both people score the call, the rep first. Then the scores are shown side by side, and the rep
 * confirms having read them. Fires `stage` with the stage and the customer when
 * the stage changes.
 */
export default class CoachingScores extends LightningElement {
  labels = labels;
  debrief: Loaded<DebriefView> = NOT_LOADED;
  saving: ActionState = IDLE;
  missing: Missing = {};
  private given: Given = {};
  private answer = '';
  private needsFocus = false;
  private readonly loader = createLoader(
    () => debriefOf(this.debriefId),
    (state) => {
      this.debrief = state;
      this.tellStage();
    },
  );
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  /** The debrief's id in Dealside; the intervention's, where it is about one. */
  @api debriefId = '';
  /** Whether the supervisor has closed the debrief, so that nothing is pending. */
  @api isClosed = false;
  /** Whether the page beside it shows how long the debrief has been overdue. */
  @api hasDueDay = false;

  connectedCallback(): void {
    void this.loader.load();
  }

  /** The form that closed it leaves the page, and the focus goes to what comes in its place. */
  renderedCallback(): void {
    if (!this.needsFocus) return;
    const closed = this.template!.querySelector<HTMLElement>('[data-part=closed-alone]');
    if (!closed) return;
    this.needsFocus = false;
    closed.focus();
  }

  get problem(): Problem | undefined {
    return this.saving.problem ?? this.debrief.problem;
  }

  private get view(): DebriefView | undefined {
    return this.debrief.value;
  }

  /** Whether the two can choose a time, which is possible until the debrief is closed. */
  get hasTime(): boolean {
    return this.view !== undefined && !this.isClosed && !this.view.isClosed && !this.left;
  }

  get asksScore(): boolean {
    const { stage, you, isClosed } = this.view ?? {};
    if (isClosed) return false;
    return (
      (stage === 'rep_scores' && you === 'rep') ||
      (stage === 'supervisor_scores' && you === 'supervisor')
    );
  }

  get asksToRead(): boolean {
    return !this.view?.isClosed && this.view?.stage === 'rep_reads' && this.view.you === 'rep';
  }

  get heading(): string {
    return this.view?.you === 'rep'
      ? labels.scoreSelf
      : fill(labels.scoreManager, { rep: this.view?.rep });
  }

  /** Whose part is pending, or that none is. */
  get waits(): string | undefined {
    const { stage, you, rep, supervisor, isClosed } = this.view ?? {};
    if (isClosed || this.left) return undefined;
    if (stage === 'rep_scores')
      return you === 'rep' ? undefined : fill(labels.scoreRepFirst, { rep });
    if (stage === 'supervisor_scores')
      return you === 'rep' ? fill(labels.scoreWaitSupervisor, { supervisor }) : undefined;
    if (stage === 'rep_reads')
      return you === 'rep' ? undefined : fill(labels.scoreWaitRep, { rep });
    return you === 'supervisor' && stage === 'ready' && !this.isClosed
      ? labels.scoreReady
      : undefined;
  }

  /** Only for a pending debrief; one that was held late is no longer called overdue. */
  get overdueText(): string | undefined {
    const { isOverdue, isEscalated } = this.view ?? {};
    if (!isOverdue || this.isClosed) return undefined;
    if (this.hasDueDay) return isEscalated ? labels.debriefEscalatedHint : labels.debriefHoldToday;
    return isEscalated ? labels.debriefEscalated : labels.debriefOverdue;
  }

  get overdueClass(): string {
    return this.hasDueDay ? '' : 'overdue';
  }

  get readText(): string | undefined {
    const { acknowledged, rep } = this.view ?? {};
    return acknowledged && fill(labels.scoreReadAt, { rep, date: dateText(acknowledged.at) });
  }

  get repAnswer(): string | undefined {
    return this.view?.acknowledged?.answer;
  }

  get watchText(): string | undefined {
    const watch = this.view?.watch;
    switch (watch?.status) {
      case 'watching':
        return fill(labels.watchWatching, { calls: watch.calls, of: watch.of });
      case 'graduated':
        return fill(labels.watchGraduated, { of: watch.of });
      case 'again':
        return fill(labels.watchAgain, { date: dateText(watch.at) });
      case undefined:
      default:
        return undefined;
    }
  }

  get hasTimeline(): boolean {
    const { modes = [], moments = [], startedAt } = this.view ?? {};
    return startedAt !== undefined && modes.length + moments.length > 0;
  }

  get closedAlone(): string | undefined {
    const { closedAlone } = this.view ?? {};
    return closedAlone && fill(labels.debriefClosedAlone, { name: closedAlone.by, ...closedAlone });
  }

  get taken(): string | undefined {
    const { notes } = this.view ?? {};
    return notes && fill(labels.debriefTaken, { text: notes.nextTime });
  }

  /** The other person, where they cannot do their part any more. */
  get left(): string | undefined {
    const { hasOtherLeft, isClosed, you, rep, supervisor } = this.view ?? {};
    if (!hasOtherLeft || isClosed) return undefined;
    return you === 'rep' ? supervisor : rep;
  }

  get transcribedCallId(): string | undefined {
    return this.view?.isTranscribed ? this.view.callId : undefined;
  }

  get questions() {
    return questionsOf(this.view?.items ?? [], this.given, this.missing);
  }

  get hasScores(): boolean {
    return this.view?.selfScore !== undefined;
  }

  get rows(): { name: string; label: string; self: string; supervisor: string }[] {
    const { items = [], selfScore, supervisorScore } = this.view ?? {};
    return items.map((item) => ({
      name: item.name,
      label: item.label,
      self: said(item, selfScore),
      supervisor: said(item, supervisorScore),
    }));
  }

  get results(): { self: string; supervisor: string } {
    return { self: result(this.view?.selfScore), supervisor: result(this.view?.supervisorScore) };
  }

  get repName(): string | undefined {
    return this.view?.rep;
  }

  get supervisorName(): string | undefined {
    return this.view?.supervisor;
  }

  handleValue(event: Event): void {
    const { dataset, value } = event.target as HTMLSelectElement;
    this.setAnswer(dataset.item!, { value });
  }

  handleComment(event: Event): void {
    const { dataset, value } = event.target as HTMLTextAreaElement;
    this.setAnswer(dataset.item!, { comment: value });
  }

  /** Keeps the answers when the form is closed and opened again. */
  private setAnswer(item: string, part: Given[string]): void {
    this.given = { ...this.given, [item]: { ...this.given[item], ...part } };
    this.missing = withoutItem(this.missing, item);
  }

  handleAnswer(event: Event): void {
    this.answer = (event.target as HTMLTextAreaElement).value;
  }

  handleBooked(event: CustomEvent<{ booking: Booking }>): void {
    const { value } = this.debrief;
    if (value)
      this.debrief = { ...this.debrief, value: { ...value, booking: event.detail.booking } };
  }

  /** Whether the rating is shown: the debrief was held, and a rating can be or was given. */
  get hasRating(): boolean {
    return this.view?.mayRate === true || this.view?.ratings?.yours !== undefined;
  }

  handleRated(event: CustomEvent<{ ratings: Ratings }>): void {
    const { value } = this.debrief;
    const { ratings } = event.detail;
    if (value) this.debrief = { ...this.debrief, value: { ...value, ratings, mayRate: false } };
  }

  handleStale(): void {
    void this.loader.load();
  }

  handleClosed(): void {
    this.needsFocus = true;
    void this.loader.load();
  }

  async handleSave(): Promise<void> {
    const items = this.view?.items ?? [];
    this.missing = missingIn(items, this.given);
    if (Object.keys(this.missing).length > 0) return focusFirstMissing(this.template!);
    const answers = answersOf(items, this.given);
    await this.change(() => scoreCall(this.debriefId, answers));
  }

  async handleRead(): Promise<void> {
    await this.change(() => acknowledgeScore(this.debriefId, this.answer.trim() || undefined));
  }

  private async change(act: () => Promise<DebriefView>): Promise<void> {
    await this.save(async () => {
      const value = await act();
      this.debrief = { ...this.debrief, value };
      this.tellStage();
    });
  }

  private tellStage(): void {
    if (!this.view) return;
    const { stage, customerName } = this.view;
    this.dispatchEvent(new CustomEvent('stage', { detail: { stage, customerName } }));
  }
}

/** The answer to an item, with the comment. */
function said(item: ScorecardItem, score: Score | undefined): string {
  const answer = score?.answers.find((one) => one.item === item.name);
  if (!answer) return '';
  const { value, comment } = answer;
  const text =
    value === NOT_APPLICABLE
      ? labels.scoreNotApplicable
      : typeof value === 'boolean'
        ? value
          ? labels.scoreYes
          : labels.scoreNo
        : String(value);
  return [text, comment].filter(Boolean).join(' · ');
}

function result(score: Score | undefined): string {
  if (score?.percent === undefined) return '';
  const percent = percentText(score.percent / 100);
  return score.failed.length > 0 ? fill(labels.scoreFailed, { percent }) : percent;
}
