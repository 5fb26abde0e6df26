import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { askWhenSet, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import {
  betweenText,
  columnsOf,
  measuredText,
  receiptsOf,
  type CountedShare,
  type OutcomesQuestion,
  type Receipts,
  type Verdict,
} from 'c/outcomeApi';
import type { DrawnShare } from 'c/outcomeShares';
import type { TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const VERDICTS: Record<Verdict, string> = {
  helped: labels.receiptHelped,
  neutral: labels.receiptNeutral,
  hurt: labels.receiptHurt,
};

interface Named extends CountedShare {
  key: string;
  label: string;
  what: string;
}

/** What reps said of interventions on their calls: helped, neutral or hurt. */
export default class OutcomeReceipts extends LightningElement {
  labels = labels;
  read: Loaded<Receipts> = NOT_LOADED;
  columns = columnsOf({
    what: labels.outcomesWorthWhat,
    share: labels.outcomesRate,
    interval: labels.outcomesInterval,
  });
  private readonly asked = askWhenSet(
    (question: OutcomesQuestion) => receiptsOf(question),
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

  private get said(): Named[] {
    const { said } = this.read.value!;
    return (Object.keys(VERDICTS) as Verdict[]).map((verdict) => ({
      ...said[verdict],
      key: verdict,
      label: VERDICTS[verdict],
      what: fill(labels.outcomesReceiptsSaid, {
        verdict: VERDICTS[verdict],
        n: countText(said[verdict].n),
      }),
    }));
  }

  get shares(): DrawnShare[] {
    return this.said.map(({ key, label, n, events, interval }) => ({
      key,
      label,
      n,
      ...(n > 0 && { value: events / n, interval }),
    }));
  }

  get rows(): TableRow[] {
    const { answered } = this.read.value!;
    const all = {
      ...answered,
      key: 'answered',
      what: fill(labels.outcomesReceiptsAnswered, { n: countText(answered.n) }),
    };
    return [all, ...this.said].map(({ key, what, events, n, interval }) => ({
      key,
      cells: {
        what,
        share:
          n > 0
            ? fill(labels.outcomesWorthShareOf, {
                share: measuredText(events / n),
                events: countText(events),
                n: countText(n),
              })
            : labels.outcomesWorthNotMeasured,
        interval: betweenText(n > 0 ? interval : undefined),
      },
    }));
  }
}
