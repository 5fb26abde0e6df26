import type { OutcomeRow } from './outcomeRow.ts';
import type { Share } from './share.ts';

/** A share as a row; without a value where nothing was counted. */
export const share = (table: string, name: string, { n, events, interval }: Share): OutcomeRow => ({
  table,
  name,
  n,
  events,
  ...(n > 0 && { value: events / n, ...interval }),
  reading: '',
});

/** A number without an n, or a reading alone. */
export const count = (
  table: string,
  name: string,
  { value, reading = '' }: { readonly value?: number; readonly reading?: string } = {},
): OutcomeRow => ({
  table,
  name,
  ...(value !== undefined && { value }),
  reading,
});
