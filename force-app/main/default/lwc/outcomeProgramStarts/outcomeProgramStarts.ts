import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { programStarts, stateProgramStart, type StatedTeam } from 'c/outcomeApi';
import { LightningElement } from 'lwc';

/** Where RevOps states when the program of each team began. Fires `stated` after each change. */
export default class OutcomeProgramStarts extends LightningElement {
  labels = labels;
  read: Loaded<{ teams: StatedTeam[] }> = NOT_LOADED;
  saving: ActionState = IDLE;
  savedText = '';
  private readonly loader = createLoader(programStarts, (state) => {
    this.read = state;
  });
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  connectedCallback(): void {
    void this.loader.load();
  }

  get isEmpty(): boolean {
    return this.read.value?.teams.length === 0;
  }

  get teams(): (StatedTeam & { label: string })[] {
    return this.read.value!.teams.map((team) => ({ ...team, label: labelOf(team) }));
  }

  async handleDay(event: Event): Promise<void> {
    const { dataset, value } = event.currentTarget as HTMLInputElement;
    const managerUserId = dataset.team!;
    this.savedText = '';
    const isSaved = await this.save(async () => {
      const stated = await stateProgramStart(managerUserId, value || null);
      this.read = { ...this.read, value: stated };
    });
    if (!isSaved) return;
    const team = this.read.value!.teams.find((one) => one.managerUserId === managerUserId);
    this.savedText = team ? fill(labels.outcomesStartsSaved, { team: labelOf(team) }) : '';
    this.dispatchEvent(new CustomEvent('stated'));
  }
}

const labelOf = ({ name }: StatedTeam): string =>
  fill(labels.outcomesStartsTeam, { manager: name });
