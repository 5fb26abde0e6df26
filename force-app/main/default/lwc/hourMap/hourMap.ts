import { LightningElement, api } from 'lwc';
import type { HourCount } from 'c/adminApi';
import { weekdayText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DARKEST = 4;

/** The hours of a week: how many calls had nobody who could have listened, the darker the larger their share. */
export default class HourMap extends LightningElement {
  labels = labels;
  @api heading = '';
  @api hours: readonly HourCount[] = [];

  get columns(): { hour: number; text: string }[] {
    return HOURS.map((hour) => ({ hour, text: String(hour).padStart(2, '0') }));
  }

  get rows() {
    return WEEKDAYS.map((day) => ({ day, name: weekdayText(day), cells: HOURS.map((hour) => cellOf(hour, this.hours.find((one) => one.weekday === day && one.hour === hour))) }));
  }
}

function cellOf(hour: number, count?: HourCount) {
  if (!count || count.calls === 0) return { hour, text: '', title: undefined, className: 'cell' };
  const { calls, uncovered } = count;
  const shade = uncovered === 0 ? 0 : Math.max(1, Math.ceil((uncovered / calls) * DARKEST));
  return { hour, text: String(uncovered), title: fill(labels.simCell, { uncovered, calls }), className: `cell cell_${shade}` };
}
