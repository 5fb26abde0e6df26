import { isEngaged, type LineState } from '../line.ts';
import type { ChoiceParts } from './actions.ts';

/**
 * The open choice after a change of line. A choice that was made for one call, such as a transfer
 * target, is dropped so that it does not apply to the next call.
 */
export function choosingAfter(
  choosing: ChoiceParts,
  before: LineState,
  now: LineState,
): ChoiceParts {
  const lineOf = (line: LineState): string | undefined =>
    isEngaged(line) ? line.lineId : undefined;
  if (lineOf(before) === lineOf(now)) return choosing;
  const { reach, codeFor } = choosing;
  return { ...(reach && { reach }), ...(codeFor && { codeFor }) };
}
