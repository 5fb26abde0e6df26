import { bargeHabit, type BargeHabit } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { LightningElement } from 'lwc';

/** With fewer barges, nothing is shown. */
const FEWEST_BARGES = 5;

/** Tells a supervisor that they barge into most of the calls that they join (P10). */
export default class InterventionHabit extends LightningElement {
  habit?: BargeHabit;

  connectedCallback(): void {
    void bargeHabit().then(
      (habit) => {
        this.habit = habit;
      },
      () => undefined,
    );
  }

  get text(): string | undefined {
    const { barged = 0, joined = 0, days } = this.habit ?? {};
    return barged >= FEWEST_BARGES && barged * 2 > joined
      ? fill(labels.bargeOften, { barged, joined, days })
      : undefined;
  }
}
