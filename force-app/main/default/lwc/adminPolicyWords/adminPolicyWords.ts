import policyAsJson from '@salesforce/apex/DealsidePolicyExport.asJson';
import type { ListInWords } from 'c/adminApi';
import { labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { apexProblem } from 'c/dealsideSession';
import { LightningElement, api } from 'lwc';

/** Lightning Web Security does not let a page save a type that a browser would display. */
const FILE_TYPE = 'application/octet-stream';

/**
 * The words of the policy, list by list: reasons, outcomes, scripts and others. Also offers the
 * whole policy as a file.
 */
export default class AdminPolicyWords extends LightningElement {
  labels = labels;
  exporting: ActionState = IDLE;
  private readonly act = createAction((state) => {
    this.exporting = state;
  }, apexProblem);

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

  async handleExport(): Promise<void> {
    await this.act(async () => save(await policyAsJson({}), 'dealside-policy.json'));
  }
}

function save(text: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: FILE_TYPE }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
