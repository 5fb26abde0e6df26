import type { AudioCheckRunView, AudioCheckView } from 'c/adminApi';
import { dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

/** Whether whisper and barge can be trusted, and the checks that show it. Fires `more`. */
export default class AdminAudioCheckRuns extends LightningElement {
  labels = labels;
  @api audioCheck!: AudioCheckView;

  /** False until a check has passed, because "healthy" needs a check as evidence. */
  get hasVerdict(): boolean {
    const { carrier, runs } = this.audioCheck;
    return carrier.status !== 'healthy' || runs.some(({ status }) => status === 'passed');
  }

  get verdict(): string {
    const { carrier } = this.audioCheck;
    if (carrier.status === 'healthy') return labels.audioCheckHealthy;
    const text =
      carrier.status === 'unhealthy' ? labels.audioCheckUnhealthy : labels.audioCheckDoubtful;
    return fill(text, { when: dateTimeText(carrier.since) });
  }

  get verdictClass(): string {
    return `verdict verdict_${this.audioCheck.carrier.status}`;
  }

  get findings(): string[] {
    const { carrier } = this.audioCheck;
    return carrier.status === 'healthy' ? [] : carrier.findings;
  }

  get runs() {
    return this.audioCheck.runs.map((run) => ({
      runId: run.runId,
      when: dateTimeText(run.startedAt),
      at: run.startedAt,
      result: resultText(run),
      resultClass: run.status === 'failed' ? 'failed' : undefined,
      details: [
        ...(run.findings ?? []).map(({ text }) => text),
        ...(run.status === 'not_run' ? [labels.audioCheckNotRunHint] : []),
      ],
    }));
  }

  /** How many checks are listed; undefined if all are. */
  get shownText(): string | undefined {
    const { runs, total = runs.length } = this.audioCheck;
    return total > runs.length
      ? fill(labels.audioChecksShown, { count: runs.length, total })
      : undefined;
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }

  get isEmpty(): boolean {
    return this.audioCheck.runs.length === 0;
  }
}

function resultText({ status, progress }: AudioCheckRunView): string {
  switch (status) {
    case 'running':
      return fill(labels.audioCheckRunning, { percent: Math.round(progress * 100) });
    case 'passed':
      return labels.audioCheckPassed;
    case 'failed':
      return labels.audioCheckFailed;
    case 'not_run':
      return labels.audioCheckNotRun;
  }
}
