import { LightningElement, api } from 'lwc';
import type { SimulatedCall, Way } from 'c/adminApi';
import { dateText, MODE_LABEL, timeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

const LABEL: Record<Way, string> = { ...MODE_LABEL, covert: labels.simUnseen };

/** Past calls, each with who could have joined it and how; where the policies differ, under both. Tells `more`. */
export default class SimulatedCalls extends LightningElement {
  labels = labels;
  @api calls: readonly SimulatedCall[] = [];
  @api hasMore = false;
  @api isLoading = false;

  get rows() {
    return this.calls.map(({ callId, answeredAt, repName, who }) => ({
      callId, answeredAt, repName,
      when: `${dateText(answeredAt)}, ${timeText(answeredAt)}`,
      who: who.length === 0
        ? [{ key: 'nobody', text: labels.simCallNobody, className: 'nobody' }]
        : who.map(({ userId, name, before, after }) => ({ key: userId, text: personText(name, before, after), className: undefined })),
    }));
  }

  handleMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
}

const waysText = (ways: readonly Way[]): string => ways.map((way) => LABEL[way]).join(', ') || labels.simNothing;

function personText(name: string, before: readonly Way[], after: readonly Way[]): string {
  const [then, now] = [waysText(before), waysText(after)];
  return then === now ? fill(labels.simCallWhoWays, { name, ways: now }) : fill(labels.simCallWhoChanged, { name, before: then, after: now });
}
