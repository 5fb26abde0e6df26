import type { Call } from '../call/call.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { faultIn, scoreOf, type Score, type ScoreAnswer, type ScorecardItem } from './scorecard.ts';

/** One person's scores of a call. */
export interface CalibrationScore {
  readonly scorer: { readonly userId: string; readonly name: string };
  readonly score: Score;
}

/** How far apart those who scored a call are, in percent; and where they differ. */
export interface Spread {
  readonly scores: number;
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
  /** Items to which not everybody gave the same answer. */
  readonly differs: readonly string[];
}

/**
 * Somebody scores an ended call, once, without knowing what others gave it. Its rep does not: they
 * score themselves in a debrief.
 */
export function decideCalibrationScore(
  call: Call,
  scorerUserId: string,
  {
    items,
    answers,
    given,
    now,
  }: {
    readonly items: readonly ScorecardItem[];
    readonly answers: readonly ScoreAnswer[];
    readonly given: readonly CalibrationScore[];
    readonly now: string;
  },
): { readonly score: Score } | { readonly refusal: Refusal } {
  if (!canBeCalibrated(call, scorerUserId)) return { refusal: refusal('call_not_found') };
  if (given.some(({ scorer }) => scorer.userId === scorerUserId))
    return { refusal: refusal('debrief_given') };
  const fault = faultIn(items, answers);
  if (fault)
    return {
      refusal: refusal('score_incomplete', {
        field: fault.item,
        ...(fault.because === 'comment_missing' && { wording: 'score_incomplete.comment' }),
      }),
    };
  const known = answers.filter(({ item }) => items.some(({ name }) => name === item));
  return { score: { byUserId: scorerUserId, at: now, answers: known, ...scoreOf(items, known) } };
}

/** Ended calls of others, with customers or for practice. */
export const canBeCalibrated = (call: Call, userId: string): boolean =>
  call.status === 'ended' && call.rep.userId !== userId;

/** The others' scores that this person may see: none before they have given their own. */
export const shownTo = (
  given: readonly CalibrationScore[],
  userId: string,
): readonly CalibrationScore[] =>
  given.some(({ scorer }) => scorer.userId === userId) ? given : [];

/** Undefined of fewer than two results. */
export function spreadOf(given: readonly CalibrationScore[]): Spread | undefined {
  const results = given.flatMap(({ score }) => score.percent ?? []);
  if (results.length < 2) return undefined;
  const items = new Set(given.flatMap(({ score }) => score.answers.map(({ item }) => item)));
  const valueOf = (score: Score, item: string) =>
    score.answers.find((one) => one.item === item)?.value;
  return {
    scores: results.length,
    lowest: Math.min(...results),
    highest: Math.max(...results),
    mean: Math.round(results.reduce((sum, one) => sum + one, 0) / results.length),
    differs: [...items].filter(
      (item) => new Set(given.map(({ score }) => valueOf(score, item))).size > 1,
    ),
  };
}
