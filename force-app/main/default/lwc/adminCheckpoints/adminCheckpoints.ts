import { LightningElement } from 'lwc';
import { checkpoints, createCheckpoint, type Checkpoints } from 'c/adminApi';
import { dateText, timeText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

/** The signed checkpoints of the audit; an administrator can take one now. */
export default class AdminCheckpoints extends LightningElement {
  labels = labels;
  state?: Checkpoints;
  problem?: Problem;
  takeProblem?: Problem;
  takenText?: string;
  isTaking = false;

  connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.state === undefined;
  }

  get isEmpty(): boolean {
    return this.state?.checkpoints.length === 0;
  }

  get hasCheckpoints(): boolean {
    return (this.state?.checkpoints.length ?? 0) > 0;
  }

  get uncovered(): string | undefined {
    const { uncovered } = this.state ?? {};
    if (!uncovered) return undefined;
    const { entries, since } = uncovered;
    return entries > 0 && since ? fill(labels.checkpointUncovered, { entries, since: `${dateText(since)}, ${timeText(since)}` }) : labels.checkpointCovered;
  }

  handleRetry(): void {
    void this.load();
  }

  async handleTake(): Promise<void> {
    this.takeProblem = undefined;
    this.takenText = undefined;
    this.isTaking = true;
    try {
      const { checkpoint } = await createCheckpoint();
      this.takenText = fill(labels.checkpointTaken, { number: checkpoint.number });
      await this.load();
    } catch (fault) {
      this.takeProblem = asProblem(fault);
    } finally {
      this.isTaking = false;
    }
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.state = await checkpoints();
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }
}
