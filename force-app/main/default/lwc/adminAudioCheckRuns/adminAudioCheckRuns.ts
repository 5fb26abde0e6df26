import { LightningElement, api } from 'lwc';
import type { CanaryRunView, CanaryView } from 'c/adminApi';
import { dateText, timeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

/** Whether the carrier can be trusted with whisper and barge, and the checks that say so. */
export default class AdminAudioCheckRuns extends LightningElement {
  labels = labels;
  @api canary!: CanaryView;

  get verdict(): string {
    const { carrier } = this.canary;
    return carrier.status === 'trusted' ? labels.canaryTrusted : fill(labels.canaryDistrusted, { when: whenText(carrier.since) });
  }

  get verdictClass(): string {
    return `verdict verdict_${this.canary.carrier.status}`;
  }

  get findings(): string[] {
    const { carrier } = this.canary;
    return carrier.status === 'distrusted' ? carrier.findings : [];
  }

  get runs() {
    return this.canary.runs.map((run) => ({
      runId: run.runId,
      when: whenText(run.startedAt),
      at: run.startedAt,
      result: resultText(run),
      resultClass: run.status === 'failed' ? 'failed' : undefined,
      details: [...(run.findings ?? []).map(({ text }) => text), ...(run.problem ? [run.problem] : [])],
    }));
  }

  get isEmpty(): boolean {
    return this.canary.runs.length === 0;
  }
}

const whenText = (at: string): string => `${dateText(at)}, ${timeText(at)}`;

function resultText({ status, progress }: CanaryRunView): string {
  switch (status) {
    case 'running': return fill(labels.canaryRunning, { percent: Math.round(progress * 100) });
    case 'passed': return labels.canaryPassed;
    case 'failed': return labels.canaryFailed;
    case 'not_run': return labels.canaryNotRun;
  }
}
