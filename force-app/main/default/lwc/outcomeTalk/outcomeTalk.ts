import { countText, MODE_NAME } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { betweenText, columnsOf, measuredText, type TalkShare } from 'c/outcomeApi';
import type { DrawnShare } from 'c/outcomeShares';
import type { TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/** How much of the talk was the rep's, on calls that have words, by who joined. */
export default class OutcomeTalk extends LightningElement {
  labels = labels;
  columns = columnsOf({
    calls: labels.outcomesTalkCalls,
    n: labels.outcomesTalkNumber,
    share: labels.outcomesTalkShare,
    interval: labels.outcomesInterval,
  });

  @api talkShare: readonly TalkShare[] = [];

  get isMeasured(): boolean {
    return this.talkShare.some(({ n }) => n > 0);
  }

  get shares(): DrawnShare[] {
    return this.talkShare.map(({ mode, n, share, interval }) => ({
      key: mode ?? 'nobody',
      label: nameOf({ mode }),
      n,
      ...(share !== undefined && { value: share }),
      ...(interval && { interval }),
    }));
  }

  get rows(): TableRow[] {
    return this.talkShare.map(({ mode, n, share, interval }) => ({
      key: mode ?? 'nobody',
      cells: {
        calls: mode ? { mode } : nameOf({}),
        n: countText(n),
        share: measuredText(share),
        interval: betweenText(interval),
      },
    }));
  }
}

const nameOf = ({ mode }: Pick<TalkShare, 'mode'>): string =>
  mode ? MODE_NAME[mode] : labels.outcomesCallsNobody;
