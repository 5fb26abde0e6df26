import due from '@salesforce/apex/DealsideCoachingDebriefs.due';
import finish from '@salesforce/apex/DealsideCoachingDebriefs.finish';
import SEES_ALL_CALLS from '@salesforce/customPermission/Dealside_All_Calls';
import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import USER_ID from '@salesforce/user/Id';
import { dateText, dayNameText, sameRecord, type Problem } from 'c/callModel';
import {
  closeDebrief,
  debriefsOfCalls,
  debriefsToRate,
  escalatedDebriefs,
  type CallDebrief,
  type EscalatedDebrief,
  type RatedDebrief,
  type Ratings,
} from 'c/coachingApi';
import type { Debrief } from 'c/coachingDebrief';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { apexProblem } from 'c/dealsideSession';
import { atMostEvery } from 'c/dealsideTicker';
import { followWritten } from 'c/liveFeed';
import { LightningElement } from 'lwc';

/** How many debriefs are shown at first, of those to hold and of those to rate. */
const OPEN_AT_FIRST = 3;
/** Many records may be written at once, of which few concern the list. */
const LOADED_EVERY_MS = 5_000;
/** One more is read, to know whether there are more. */
const LISTED_AT_MOST = 200;

/**
 * The debriefs that this person still has to hold, the most urgent first. People who listen to the
 * calls of the whole company seldom plan one: for them it is there only while there is something.
 */
export default class CoachingList extends LightningElement {
  labels = labels;
  isRefused = !(MAY_MONITOR ?? MAY_TAKE_CALLS);
  debriefs: Loaded<readonly Debrief[]> = NOT_LOADED;
  escalated: Loaded<{ readonly debriefs: readonly EscalatedDebrief[] }> = NOT_LOADED;
  toRate: Loaded<{ readonly debriefs: readonly RatedDebrief[] }> = NOT_LOADED;
  saving: ActionState = IDLE;
  closing: ActionState = IDLE;
  ofCalls: Loaded<{ readonly debriefs: readonly CallDebrief[] }> = NOT_LOADED;
  savingOfCall: ActionState = IDLE;
  showsAll = false;
  ratesAll = false;
  /** Debriefs that were held since the list was loaded. */
  private held: readonly string[] = [];
  /** Debriefs that were shown once: somebody may be filling in the form of one. */
  private readonly kept = new Set<string>();
  private readonly loader = createLoader(
    due,
    (state) => {
      this.debriefs = state;
    },
    apexProblem,
  );
  private readonly escalatedLoader = createLoader(escalatedDebriefs, (state) => {
    this.escalated = state;
  });
  private readonly toRateLoader = createLoader(debriefsToRate, (state) => {
    this.toRate = state;
  });
  /** Ratings given here stay visible until the page is left. */
  private rated: Readonly<Record<string, RatedDebrief>> = {};
  private readonly save = createAction((state) => {
    this.saving = state;
  }, apexProblem);

  private readonly ofCallsLoader = createLoader(debriefsOfCalls, (state) => {
    this.ofCalls = state;
  });

  private readonly saveOfCall = createAction((state) => {
    this.savingOfCall = state;
  });

  private readonly close = createAction((state) => {
    this.closing = state;
  });

  private stopFollowing?: () => void;

  connectedCallback(): void {
    if (this.isRefused) return;
    this.load();
    const reload = atMostEvery(LOADED_EVERY_MS, () => this.load());
    const stop = followWritten(reload);
    this.stopFollowing = () => {
      stop();
      reload.stop();
    };
  }

  disconnectedCallback(): void {
    this.stopFollowing?.();
  }

  renderedCallback(): void {
    if (!this.showsAll) for (const { Id } of this.firstToHold) this.kept.add(Id);
  }

  private load(): void {
    void this.loader.load();
    void this.ofCallsLoader.load();
    void this.escalatedLoader.load();
    void this.toRateLoader.load();
  }

  get overdue(): { id: string; heading: string; text: string }[] {
    return (this.escalated.value?.debriefs ?? []).map(
      ({ debriefId, rep, supervisor, customerName, dueOn }) => ({
        id: debriefId,
        heading: fill(labels.coachWith, { rep, supervisor }),
        text: fill(labels.debriefEscalatedOn, {
          customer: customerName,
          date: dayNameText(dueOn),
        }),
      }),
    );
  }

  get hasOverdue(): boolean {
    return this.overdue.length > 0;
  }

  get emptyText(): string {
    return MAY_MONITOR ? labels.coachEmptyText : labels.coachEmptyRep;
  }

  get rating(): { id: string; heading: string; debrief: RatedDebrief; mayRate: boolean }[] {
    const asked = this.ratesAll ? this.toBeRated : this.toBeRated.slice(0, OPEN_AT_FIRST);
    return [...asked, ...Object.values(this.rated)].map((debrief) => {
      const { debriefId, rep, supervisor, customerName, closedAt, ratings } = debrief;
      return {
        id: debriefId,
        heading: fill(labels.ratingHeading, {
          who: debrief.you === 'rep' ? supervisor : rep,
          customer: customerName,
          date: dateText(closedAt),
        }),
        debrief,
        mayRate: ratings.yours === undefined,
      };
    });
  }

  private get toBeRated(): readonly RatedDebrief[] {
    return (this.toRate.value?.debriefs ?? []).filter(({ debriefId }) => !this.rated[debriefId]);
  }

  get othersToRate(): string | undefined {
    return othersText(labels.ratingAll, this.toBeRated.length, this.ratesAll);
  }

  get othersToHold(): string | undefined {
    const { length } = this.toBeHeld;
    return length > this.firstToHold.length
      ? othersText(labels.coachAll, length, this.showsAll)
      : undefined;
  }

  get limitText(): string | undefined {
    return (this.debriefs.value?.length ?? 0) > LISTED_AT_MOST
      ? fill(labels.coachLimited, { count: LISTED_AT_MOST })
      : undefined;
  }

  get hasRating(): boolean {
    return this.rating.length > 0;
  }

  handleOthersToHold(): void {
    this.showsAll = !this.showsAll;
  }

  handleOthersToRate(): void {
    this.ratesAll = !this.ratesAll;
  }

  handleRated(event: CustomEvent<{ ratings: Ratings }>): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const debrief = this.toRate.value?.debriefs.find(({ debriefId }) => debriefId === id);
    if (debrief)
      this.rated = { ...this.rated, [id!]: { ...debrief, ratings: event.detail.ratings } };
  }

  get isShown(): boolean {
    return (
      !SEES_ALL_CALLS ||
      this.problem !== undefined ||
      this.shown.length > 0 ||
      this.hasOverdue ||
      this.hasRating
    );
  }

  get isEmpty(): boolean {
    return (
      this.debriefs.value !== undefined &&
      this.ofCalls.value !== undefined &&
      this.shown.length === 0 &&
      !this.hasOverdue &&
      !this.hasRating
    );
  }

  get shown(): { id: string; debrief: Debrief; mayWrite: boolean }[] {
    const shown = this.showsAll ? this.toBeHeld : this.firstToHold;
    return shown.map((debrief) => ({
      id: debrief.Id,
      debrief,
      mayWrite: MAY_MONITOR === true && sameRecord(debrief.Supervisor__c, USER_ID),
    }));
  }

  /** The most urgent ones, and those that were shown before a more urgent one came. */
  private get firstToHold(): readonly Debrief[] {
    return this.toBeHeld.filter(({ Id }, place) => place < OPEN_AT_FIRST || this.kept.has(Id));
  }

  /** Why one of the two sources could not be read. */
  get problem(): Problem | undefined {
    return this.debriefs.problem ?? this.ofCalls.problem;
  }

  /** Those after interventions and those of other calls, the first due first. */
  private get toBeHeld(): readonly Debrief[] {
    const listed = (this.debriefs.value ?? []).slice(0, LISTED_AT_MOST);
    const ofCalls = (this.ofCalls.value?.debriefs ?? []).map(asDebrief);
    return [...listed, ...ofCalls]
      .filter(({ Id }) => !this.held.includes(Id))
      .toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)));
  }

  /** Salesforce alone says when a debrief can be completed. */
  handleLook(): void {
    void this.loader.load();
  }

  handleRetry(): void {
    this.load();
  }

  get isBusy(): boolean {
    return this.saving.isBusy || this.savingOfCall.isBusy;
  }

  private closeOfCall(
    debriefId: string,
    taken: { readonly whatHappened?: string; readonly nextTime: string },
  ): Promise<boolean> {
    return this.saveOfCall(() => closeDebrief(debriefId, taken));
  }

  async handleFinish(
    event: CustomEvent<{
      interventionId: string;
      whatHappened: string;
      nextTime: string;
      observation?: string;
    }>,
  ): Promise<void> {
    const { interventionId, whatHappened, nextTime } = event.detail;
    const debrief = this.toBeHeld.find(({ Id }) => Id === interventionId);
    const id = debrief?.External_Id__c;
    const isSaved = debrief?.ofCall
      ? await this.closeOfCall(id!, { ...(whatHappened && { whatHappened }), nextTime })
      : await this.save(() => finish({ debriefs: [event.detail] }));
    if (!isSaved) return;
    this.held = [...this.held, interventionId];
    // Closes the rep's own task, which a supervisor may not be allowed to edit.
    if (debrief?.ofCall || (id && (await this.close(() => closeDebrief(id)))))
      void this.toRateLoader.load();
  }
}

/** A debrief of a call, which Salesforce has as tasks, like one after an intervention. */
const asDebrief = (one: CallDebrief): Debrief => ({
  Id: one.debriefId,
  External_Id__c: one.debriefId,
  ...(one.opportunity && { Opportunity__r: { Name: one.opportunity.name } }),
  Rep__r: { Name: one.rep.name },
  Supervisor__c: one.supervisor.userId,
  Supervisor__r: { Name: one.supervisor.name },
  ...(one.startedAt && { Joined_At__c: one.startedAt }),
  Coaching_Due_On__c: one.dueOn,
  ofCall: { why: whyText(one), ...(one.note && { note: one.note }) },
});

function whyText({ about }: CallDebrief): string {
  if (about.kind !== 'sample') return labels.debriefOfFlag;
  return about.because === 'new_rep' ? labels.debriefOfNewRep : labels.debriefOfChance;
}

/** Those without a day come last. */
const dueOf = ({ Coaching_Due_On__c: due }: Debrief): string => due ?? '9999';

/** The label of the button for the other debriefs, if there are any. */
function othersText(all: string, count: number, areShown: boolean): string | undefined {
  if (count <= OPEN_AT_FIRST) return undefined;
  return areShown ? labels.ratingFewer : fill(all, { count });
}
