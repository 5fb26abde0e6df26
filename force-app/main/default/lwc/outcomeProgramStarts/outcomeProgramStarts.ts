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
  programStarts,
  stateProgramStart,
  type OutcomesQuestion,
  type StatedTeam,
} from 'c/outcomeApi';
import { LightningElement, api } from 'lwc';

interface Teams {
  teams: StatedTeam[];
}

/**
 * Where RevOps states when the program of each team began. A day is stated by its button alone: while
 * somebody types one, the browser has other days in the field, or none. Fires `stated` after each
 * change.
 */
export default class OutcomeProgramStarts extends LightningElement {
  labels = labels;
  read: Loaded<Teams> = NOT_LOADED;
  saving: ActionState = IDLE;
  savedText = '';
  /** The days that are in the fields and not stated yet, by manager. */
  private drafts: ReadonlyMap<string, string> = new Map();
  private asked?: OutcomesQuestion;
  private readonly loader = createLoader(
    async (stated?: Teams) => stated ?? (await programStarts()),
    (state) => {
      this.read = state;
    },
  );
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  /** The teams are read again with each question, as what is compared by their days is. */
  @api
  get question(): OutcomesQuestion | undefined {
    return this.asked;
  }
  set question(question: OutcomesQuestion | undefined) {
    this.asked = question;
    if (this.isConnected) void this.loader.load();
  }

  connectedCallback(): void {
    void this.loader.load();
  }

  get isEmpty(): boolean {
    return this.read.value?.teams.length === 0;
  }

  get teams(): { managerUserId: string; labelId: string; label: string; day: string }[] {
    return this.read.value!.teams.map((team) => ({
      managerUserId: team.managerUserId,
      labelId: `team-${team.managerUserId}`,
      label: labelOf(team),
      day: this.drafts.get(team.managerUserId) ?? team.startsOn ?? '',
    }));
  }

  get isWaiting(): boolean {
    return !this.read.problem;
  }

  get waits(): string {
    return String(this.saving.isBusy);
  }

  handleRetry(): void {
    void this.loader.load();
  }

  handleDay(event: Event): void {
    const { dataset, value } = event.currentTarget as HTMLInputElement;
    this.drafts = new Map(this.drafts).set(dataset.team!, value);
    this.savedText = '';
  }

  async handleSave(event: Event): Promise<void> {
    const managerUserId = (event.currentTarget as HTMLElement).dataset.team!;
    const field = [...this.template!.querySelectorAll('input')].find(
      ({ dataset }) => dataset.team === managerUserId,
    )!;
    // A day that is typed in part has an empty value too, which would take the stated day back.
    if (this.saving.isBusy || !field.reportValidity()) return;
    const { value } = field;
    this.savedText = '';
    const isSaved = await this.save(async () => {
      await this.loader.load(await stateProgramStart(managerUserId, value || null));
    });
    if (!isSaved) return;
    this.forget(managerUserId, value);
    const team = this.read.value?.teams.find((one) => one.managerUserId === managerUserId);
    this.savedText = team ? fill(labels.outcomesStartsSaved, { team: labelOf(team) }) : '';
    this.dispatchEvent(new CustomEvent('stated'));
  }

  /** What was typed since stays. */
  private forget(managerUserId: string, stated: string): void {
    if (this.drafts.get(managerUserId) !== stated) return;
    const drafts = new Map(this.drafts);
    drafts.delete(managerUserId);
    this.drafts = drafts;
  }
}

const labelOf = ({ name }: StatedTeam): string =>
  fill(labels.outcomesStartsTeam, { manager: name });
