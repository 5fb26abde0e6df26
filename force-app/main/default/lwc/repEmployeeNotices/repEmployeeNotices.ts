import { dateText } from 'c/callModel';
import { acknowledgeEmployeeNotice, employeeNotices, type EmployeeNotice } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { LightningElement } from 'lwc';

/** The notices that a law requires for monitored reps, and the rep's acknowledgment. */
export default class RepEmployeeNotices extends LightningElement {
  labels = labels;
  notices: Loaded<readonly EmployeeNotice[]> = NOT_LOADED;
  saving: ActionState = IDLE;
  private readonly loader = createLoader(employeeNotices, (state) => {
    this.notices = state;
  });
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  connectedCallback(): void {
    void this.loader.load();
  }

  get shown() {
    return (this.notices.value ?? []).map(({ name, text, acknowledgedAt }) => ({
      name,
      text,
      isOwed: acknowledgedAt === undefined,
      when:
        acknowledgedAt &&
        fill(labels.employeeNoticeAcknowledged, { date: dateText(acknowledgedAt) }),
    }));
  }

  async handleAcknowledge(event: Event): Promise<void> {
    const { name } = (event.target as HTMLElement).dataset;
    await this.save(async () => {
      this.notices = { ...this.notices, value: await acknowledgeEmployeeNotice(name!) };
    });
  }
}
