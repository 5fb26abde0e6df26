import type { HoldOutReport } from '../holdout/didItHelp.ts';
import type { OutcomeRow } from './outcomeRow.ts';
import { count } from './rowsOf.ts';

/** What a hold-out says, and what it is of, as rows. */
export function holdOutRows(table: string, holdOut: HoldOutReport): OutcomeRow[] {
  if (holdOut.status === 'none') return [count(table, 'status', { reading: 'none' })];
  // If the arms cannot be compared, their shares must not be shown side by side.
  const arm = (name: string, { n, events }: (typeof holdOut)['shown']): OutcomeRow => ({
    table,
    name,
    n,
    ...(holdOut.status === 'estimated' && { events, ...(n > 0 && { value: events / n }) }),
    reading: '',
  });
  const rows = [
    count(table, 'status', { reading: holdOut.status }),
    count(table, 'since', { reading: holdOut.since }),
    count(table, 'percent', { value: holdOut.percent }),
    count(table, 'reps', { value: holdOut.reps }),
    count(table, 'drawn shown', { value: holdOut.shown.drawn }),
    count(table, 'drawn heldOut', { value: holdOut.heldOut.drawn }),
    count(table, 'leftOut', { value: holdOut.leftOut }),
    arm('shown', holdOut.shown),
    arm('heldOut', holdOut.heldOut),
  ];
  if (holdOut.status === 'mismatch')
    return [
      ...rows,
      count(table, 'mismatch', { value: holdOut.pValue, reading: holdOut.mismatch }),
    ];
  if (holdOut.status === 'too_few')
    return [
      ...rows,
      count(table, 'moreCalls', { value: holdOut.moreCalls, reading: holdOut.missing }),
    ];
  const { effect, unadjusted, alwaysValid, verdict, evidence, detectable, moreCalls } = holdOut;
  return [
    ...rows,
    {
      table,
      name: 'alwaysValid',
      value: effect.value,
      ...alwaysValid,
      reading: verdict,
    },
    { table, name: 'adjusted', value: effect.value, ...effect.interval, reading: '' },
    {
      table,
      name: 'unadjusted',
      value: unadjusted.value,
      ...unadjusted.interval,
      reading: '',
    },
    count(table, 'evidence', { value: evidence }),
    ...(detectable === undefined ? [] : [count(table, 'detectable', { value: detectable })]),
    ...(moreCalls === undefined ? [] : [count(table, 'moreCalls', { value: moreCalls })]),
  ];
}
