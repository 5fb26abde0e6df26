import { isEngaged, type LineState } from '../line.ts';
import type { Choosing } from './actions.ts';

/**
 * The open choice once the line has changed: what was begun on one call, such as to whom it goes, is
 * not done to the next one.
 */
export function choosingAfter(choosing: Choosing, before: LineState, now: LineState): Choosing {
  const lineOf = (line: LineState): string | undefined =>
    isEngaged(line) ? line.lineId : undefined;
  if (lineOf(before) === lineOf(now)) return choosing;
  const { reach, codeFor } = choosing;
  return { ...(reach && { reach }), ...(codeFor && { codeFor }) };
}
