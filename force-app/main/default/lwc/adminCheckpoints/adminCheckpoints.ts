import { checkpoints, createCheckpoint, type Checkpoints } from 'c/adminApi';
import { countText, dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { LightningElement } from 'lwc';

/** The signed checkpoints of the audit. An administrator can take one now. */
export default class AdminCheckpoints extends LightningElement {
  labels = labels;
  checkpoints: Loaded<Checkpoints> = NOT_LOADED;
  creating: ActionState = IDLE;
  createdText?: string;
  private readonly loader = createLoader(checkpoints, (state) => {
    this.checkpoints = state;
  });
  private readonly create = createAction((state) => {
    this.creating = state;
  });

  connectedCallback(): void {
    void this.loader.load();
  }

  get isEmpty(): boolean {
    return this.checkpoints.value?.checkpoints.length === 0;
  }

  get hasCheckpoints(): boolean {
    return (this.checkpoints.value?.checkpoints.length ?? 0) > 0;
  }

  get uncovered(): string | undefined {
    const { uncovered } = this.checkpoints.value ?? {};
    if (!uncovered) return undefined;
    const { entries, since } = uncovered;
    return entries > 0 && since
      ? fill(labels.checkpointUncovered, {
          entries: countText(entries),
          since: dateTimeText(since),
        })
      : labels.checkpointCovered;
  }

  handleRetry(): void {
    void this.loader.load();
  }

  async handleCreate(): Promise<void> {
    this.createdText = undefined;
    await this.create(async () => {
      const { checkpoint } = await createCheckpoint();
      this.createdText = fill(labels.checkpointTaken, { number: checkpoint.number });
      await this.loader.load();
    });
  }
}
