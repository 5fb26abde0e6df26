import { WAY_LABEL, type SimulatedCall, type Way } from 'c/adminApi';
import { dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/**
 * Past calls, each with who could have joined it and how; under both policies if they differ. Fires
 * `more`.
 */
export default class AdminSimulatedCalls extends LightningElement {
  labels = labels;
  columns: readonly TableColumn[] = [
    { key: 'answeredAt', label: labels.simCallAt },
    { key: 'rep', label: labels.simCallRep },
    { key: 'who', label: labels.simCallWho },
  ];

  @api calls: readonly SimulatedCall[] = [];
  @api hasMore = false;
  @api isLoading = false;

  get rows(): TableRow[] {
    return this.calls.map(({ callId, answeredAt, repName, who }) => ({
      key: callId,
      cells: {
        answeredAt: { text: dateTimeText(answeredAt), dateTime: answeredAt },
        rep: repName,
        who:
          who.length === 0
            ? [{ text: labels.simCallNoOne, tone: 'error' as const }]
            : who.map(({ name, before, after }) => ({ text: personText(name, before, after) })),
      },
    }));
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
}

const waysText = (ways: readonly Way[]): string =>
  ways.map((way) => WAY_LABEL[way]).join(', ') || labels.simNothing;

function personText(name: string, before: readonly Way[], after: readonly Way[]): string {
  const [then, now] = [waysText(before), waysText(after)];
  return then === now
    ? fill(labels.simCallWhoWays, { name, ways: now })
    : fill(labels.simCallWhoChanged, { name, before: then, after: now });
}
