import { fill, type Texts } from '../strings.ts';
import type { TransferGroup, TransferTarget, TransferWay } from './transfers.ts';

/** From this many digits on, the input is treated as a phone number. */
const MIN_DIGITS = 3;

/** A possible target, and the ways to transfer to it. */
export interface TransferRow {
  readonly name: string;
  /** What they are, shown beside the name. */
  readonly about?: string;
  readonly to: TransferTarget;
  readonly ways: readonly TransferWay[];
  /** Takes over without ringing. */
  readonly isOnCall?: true;
}

/**
 * The groups whose name has what was typed, with how many would ring and whether they are closed.
 * Groups without reps are found by their names, and say what is missing.
 */
export const groupRows = (
  groups: readonly TransferGroup[],
  typed: string,
  texts: Texts,
): TransferRow[] =>
  groups
    .filter(({ because }) => !because || (typed !== '' && !isNumber(typed)))
    .map(({ group, name = texts.ownTeam, free, isOpen, because }): TransferRow => ({
      name,
      about: (because
        ? [texts.group, texts.groupBecause[because]]
        : [
            texts.group,
            free > 0 ? fill(texts.groupFree, { count: String(free) }) : texts.groupBusy,
            ...(isOpen ? [] : [texts.groupClosed]),
          ]
      ).join(' · '),
      to: { toGroup: group },
      ways: because ? [] : ['after_a_talk', 'at_once'],
    }))
    .filter(({ name }) => includes(name, typed));

export const includes = (name: string, typed: string): boolean =>
  isNumber(typed) || name.toLowerCase().includes(typed.toLowerCase());

export const isNumber = (typed: string): boolean =>
  /^[+\d\s()./-]+$/.test(typed) && typed.replace(/\D/g, '').length >= MIN_DIGITS;
