import type { HourCount } from 'c/adminApi';
import { WEEKDAYS, weekdayText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

const STRONGEST = 4;

/**
 * The hours of a week: how many calls had nobody who could have listened. A darker red means a
 * larger share.
 */
export default class AdminCoverageHeatmap extends LightningElement {
  labels = labels;
  @api heading = '';
  @api hours: readonly HourCount[] = [];

  /** From the first to the last hour of the day that has calls. */
  private get span(): number[] {
    const hours = this.hours.map(({ hour }) => hour);
    const first = Math.min(...hours, 23);
    return Array.from({ length: Math.max(...hours, first) - first + 1 }, (_, i) => first + i);
  }

  get columns(): { hour: number; text: string }[] {
    return this.span.map((hour) => ({ hour, text: String(hour).padStart(2, '0') }));
  }

  get rows() {
    const { span } = this;
    return WEEKDAYS.map((day) => ({
      day,
      name: weekdayText(day),
      cells: span.map((hour) =>
        cellOf(
          hour,
          this.hours.find((one) => one.weekday === day && one.hour === hour),
        ),
      ),
    }));
  }
}

function cellOf(hour: number, count?: HourCount) {
  if (!count || count.calls === 0) return { hour, text: '', title: undefined, className: 'cell' };
  const { calls, uncovered } = count;
  const shade = uncovered === 0 ? 0 : Math.max(1, Math.ceil((uncovered / calls) * STRONGEST));
  return {
    hour,
    text: String(uncovered),
    title: fill(labels.simCell, { uncovered, calls }),
    className: `cell cell_${shade}`,
  };
}
