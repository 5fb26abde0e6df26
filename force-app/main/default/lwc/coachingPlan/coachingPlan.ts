import { dayNameText, type ReasonView } from 'c/callModel';
import { planDebrief } from 'c/coachingApi';
import { vocabulary } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLastingLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { LightningElement, api } from 'lwc';

/** What the list of finished calls says of a call's debrief. */
export interface CallDebriefState {
  /** Absent for everybody but the two who hold it. */
  readonly debriefId?: string;
  readonly supervisor: string;
}

/**
 * Plans the debrief of a finished call with its rep, and shows the one that is planned to the two
 * who hold it.
 */
export default class CoachingPlan extends LightningElement {
  labels = labels;
  planning: ActionState = IDLE;
  reasons: Loaded<readonly ReasonView[]> = NOT_LOADED;
  isShown = false;
  private planned?: { readonly debriefId: string; readonly dueOn: string };
  private reasonCode = '';
  private note = '';
  private readonly plan = createAction((state) => {
    this.planning = state;
  });

  private needsFocus = false;
  private readonly loader = createLastingLoader(
    async () => (await vocabulary()).reasons,
    (state) => {
      this.reasons = state;
    },
  );

  @api callId = '';
  @api rep = '';
  @api mayPlan = false;
  @api debrief?: CallDebriefState;

  disconnectedCallback(): void {
    this.loader.stop();
  }

  /** The form leaves the page with the plan, and the focus goes to what comes in its place. */
  renderedCallback(): void {
    if (!this.needsFocus) return;
    this.needsFocus = false;
    this.template!.querySelector<HTMLElement>('[data-action=toggle-debrief]')?.focus();
  }

  get mayAsk(): boolean {
    return this.mayPlan && !this.planned;
  }

  get hint(): string {
    return fill(labels.debriefPlanHint, { rep: this.rep });
  }

  get plannedText(): string | undefined {
    if (this.planned) return fill(labels.debriefPlanned, { date: dayNameText(this.planned.dueOn) });
    return this.debrief && fill(labels.debriefPlannedWith, { supervisor: this.debrief.supervisor });
  }

  get debriefId(): string | undefined {
    return this.planned?.debriefId ?? this.debrief?.debriefId;
  }

  get shownDebriefId(): string | undefined {
    return this.isShown ? this.debriefId : undefined;
  }

  get expanded(): string {
    return String(this.isShown);
  }

  get toggleLabel(): string {
    return this.isShown ? labels.debriefHide : labels.debriefShow;
  }

  get options(): { code: string; label: string }[] {
    return (this.reasons.value ?? []).map(({ code, label }) => ({ code, label }));
  }

  handleFocus(): void {
    if (this.reasons.value === undefined && !this.reasons.isBusy) void this.loader.load();
  }

  handleReason(event: Event): void {
    this.reasonCode = (event.target as HTMLSelectElement).value;
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLTextAreaElement).value;
  }

  /** What was entered is gone with the form, so it must not be sent from the next one. */
  handleCancel(): void {
    this.reasonCode = '';
    this.note = '';
  }

  handleToggle(): void {
    this.isShown = !this.isShown;
  }

  async handleSave(): Promise<void> {
    const note = this.note.trim();
    await this.plan(async () => {
      this.planned = await planDebrief(this.callId, {
        ...(this.reasonCode && { reasonCode: this.reasonCode }),
        ...(note && { note }),
      });
      this.needsFocus = true;
    });
  }
}
