import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { askWhenSet, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import {
  betweenText,
  columnsOf,
  measuredText,
  trustOf,
  type OutcomesQuestion,
  type TrustOutcome,
} from 'c/outcomeApi';
import type { DrawnShare } from 'c/outcomeShares';
import type { TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/** What was refused on calls by code, and, for RevOps, faults of the audit and of the audio. */
export default class OutcomeTrust extends LightningElement {
  labels = labels;
  read: Loaded<TrustOutcome> = NOT_LOADED;
  refusalColumns = columnsOf({
    message: labels.outcomesTrustRefusal,
    number: labels.outcomesTrustNumber,
  });
  orgColumns = columnsOf({
    what: labels.outcomesTrustWhat,
    number: labels.outcomesTrustNumber,
    interval: labels.outcomesInterval,
  });
  private readonly asked = askWhenSet(
    (question: OutcomesQuestion) => trustOf(question),
    (state) => {
      this.read = state;
    },
  );

  @api
  get question(): OutcomesQuestion | undefined {
    return this.asked.question;
  }
  set question(question: OutcomesQuestion | undefined) {
    this.asked.question = question;
  }

  get hasRefusals(): boolean {
    return this.read.value!.refused > 0;
  }

  get refusedText(): string {
    return fill(labels.outcomesTrustRefused, { number: countText(this.read.value!.refused) });
  }

  get refusalRows(): TableRow[] {
    return this.read.value!.refusals.map(({ code, message, refusals }) => ({
      key: code,
      cells: { message: message ?? code, number: countText(refusals) },
    }));
  }

  get isOfOrg(): boolean {
    return this.read.value!.org !== undefined;
  }

  get shares(): DrawnShare[] {
    const { events, n, interval } = this.read.value!.org!.audioPassed;
    return [
      {
        key: 'audio',
        label: labels.outcomesTrustAudio,
        n,
        ...(n > 0 && { value: events / n, interval }),
      },
    ];
  }

  get orgRows(): TableRow[] {
    const { auditFaults, differences, audioPassed } = this.read.value!.org!;
    const { events, n, interval } = audioPassed;
    const row = (key: string, what: string, number: number): TableRow => ({
      key,
      cells: { what, number: countText(number), interval: '' },
    });
    return [
      row('audit', labels.outcomesTrustAudit, auditFaults),
      row('differences', labels.outcomesTrustDifferences, differences),
      {
        key: 'audio',
        cells: {
          what: fill(labels.outcomesSharesOf, { name: labels.outcomesTrustAudio, n: countText(n) }),
          number: measuredText(n > 0 ? events / n : undefined),
          interval: betweenText(n > 0 ? interval : undefined),
        },
      },
    ];
  }
}
