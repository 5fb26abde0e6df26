import { LightningElement, api } from 'lwc';
import type { ListInWords } from 'c/adminApi';
import { labels } from 'c/dealsideLabels';

/** The words of the policy, list by list: reasons, outcomes, scripts and the others. */
export default class AdminPolicyWords extends LightningElement {
  labels = labels;

  @api lists: ListInWords[] = [];

  get shown() {
    return this.lists
      .filter(({ entries }) => entries.length > 0)
      .map(({ list, title, entries }) => ({
        list,
        title: `${title} (${entries.length})`,
        entries: entries.map(({ name, text, facts, status, mark }) => ({
          name,
          text,
          facts: facts.join(' · '),
          mark,
          className: `entry entry_${status}`,
        })),
      }));
  }
}
