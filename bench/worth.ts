/**
 * Shows on generated years what the answers to "did it help?" are worth: `npm run bench:worth`, or
 * `npm run bench:worth -- 20` for fewer seeds. Ends with 1 where a promise is not kept. The promises
 * are of a hundred seeds: of fewer, only so many errors break one as are improbable if it is kept.
 */
import { PLANTED, JOINED_OF_SHOWN, type Planted } from '../local/machine/sample/suggestedCalls.ts';
import { didItHelp } from '../server/domain/holdout/didItHelp.ts';
import { overlapEstimate } from '../server/domain/statistics/overlap.ts';
import type { Interval } from '../server/domain/statistics/proportions.ts';
import { falseClaims } from './worth/manyRuns.ts';
import { A_YEAR, inWindow, simulatedYear, type YearOptions } from './worth/simulatedYear.ts';

const SEEDS = Number(process.argv[2] ?? 100);
const PROMISED_SEEDS = 100;
/** What a plain interval, and one of a window that moves, must exceed: they fail. */
const FAILS = Math.floor(0.05 * SEEDS);
/** Of intervals that are right, so improbable a count of wrong ones is taken for a fault. */
const TOO_RARE = 0.01;
/** Of so few seeds no more errors are a fault than have such a probability where 5 % are right. */
const ofFewer = (errors: number): number =>
  SEEDS >= PROMISED_SEEDS ? errors : Math.max(errors, tolerated());
const AT_LEAST = SEEDS - ofFewer(SEEDS - Math.ceil(0.93 * SEEDS));
const AT_MOST = ofFewer(FAILS);
const CLAIMS = ofFewer(Math.floor(0.07 * SEEDS + 1e-9));
/** A period of the page that moves with the day. */
const WINDOW_DAYS = 30;
const NOTHING: Planted = { ...PLANTED, perJoin: 0 };
const SEEN: Planted = { ...PLANTED, confoundedBy: 'deal' };
const TRUTH = PLANTED.perJoin * JOINED_OF_SHOWN;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seeds = Array.from({ length: SEEDS }, (_, place) => place + 1);
const year = (seed: number, planted: Planted, more: Partial<YearOptions> = {}) =>
  simulatedYear({ ...A_YEAR, seed, planted, ...more });
const covers = ({ low, high }: Interval, truth: number): boolean => low <= truth && truth <= high;
let broken = 0;
const promise = (
  what: string,
  {
    count,
    of = SEEDS,
    isKept,
    promised,
  }: {
    readonly count: number;
    readonly of?: number;
    readonly isKept: boolean;
    readonly promised: string;
  },
): void => {
  if (!isKept) broken += 1;
  say(`${isKept ? 'kept  ' : 'BROKEN'} ${what}: ${count} of ${of} (promised ${promised})`);
};
/** The probability of at least k of n, each with a probability of p. */
function atLeast(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let below = 0;
  for (let place = 0; place < k; place += 1) {
    below += term;
    term *= ((n - place) / (place + 1)) * (p / (1 - p));
  }
  return 1 - below;
}
/** The most errors of all seeds that are not improbable where 5 % are right. */
function tolerated(): number {
  let most = 0;
  while (most < SEEDS && atLeast(most + 1, SEEDS, 0.05) >= TOO_RARE) most += 1;
  return most;
}
const mean = (values: readonly number[]): string =>
  `${((100 * values.reduce((sum, one) => sum + one, 0)) / values.length).toFixed(1)} points`;

say(
  `${SEEDS} years of ${A_YEAR.reps} reps and ${A_YEAR.days * A_YEAR.callsPerDay} suggested calls, ` +
    `${A_YEAR.percent} % of them held out; showing adds ${100 * TRUTH} points.`,
);
const startedAt = performance.now();

const RUNS = 10_000;
const FEW = 0.05 * RUNS;
const claimed = falseClaims({
  runs: RUNS,
  days: A_YEAR.days,
  shownPerDay: A_YEAR.callsPerDay * (1 - A_YEAR.percent / 100),
  heldOutPerDay: A_YEAR.callsPerDay * (A_YEAR.percent / 100),
  share: 0.43,
  windowDays: WINDOW_DAYS,
});
promise(
  'nothing added, a look each day of a year, since the first day: the page’s interval claims',
  {
    count: claimed.alwaysValid,
    of: RUNS,
    isKept: claimed.alwaysValid <= FEW,
    promised: `at most ${FEW}`,
  },
);
promise('the same: a plain interval claims', {
  count: claimed.plain,
  of: RUNS,
  isKept: claimed.plain > FEW,
  promised: `more than ${FEW}: it fails`,
});
promise(`the same, of the last ${WINDOW_DAYS} days at each look: the page’s interval claims`, {
  count: claimed.inWindow,
  of: RUNS,
  isKept: claimed.inWindow > FEW,
  promised: `more than ${FEW}: so the page has no such window`,
});
const naive: number[] = [];
const effects: number[] = [];
let covered = 0;
let estimated = 0;
for (const seed of seeds) {
  const { looks, naive: plain } = year(seed, PLANTED);
  const result = didItHelp(looks.at(-1)!, A_YEAR.percent);
  naive.push(plain);
  if (result.status !== 'estimated') continue;
  estimated += 1;
  effects.push(result.effect.value);
  if (covers(result.effect.interval, TRUTH)) covered += 1;
}
say(
  `The naive figure is ${mean(naive)}, and at least ${(100 * Math.min(...naive)).toFixed(1)}; the hold-out's is ${mean(effects)}.`,
);
promise('the naive figure misleads by far', {
  count: naive.filter((one) => one >= 0.2).length,
  isKept: naive.every((one) => one >= 0.2),
  promised: 'all: at least +20 points',
});
promise('the hold-out is estimated', {
  count: estimated,
  isKept: estimated === SEEDS,
  promised: 'all',
});
promise('the 95 % interval covers the truth', {
  count: covered,
  isKept: covered >= AT_LEAST,
  promised: `at least ${AT_LEAST}`,
});

for (const [name, planted, truth] of [
  ['+6 points planted', PLANTED, TRUTH],
  ['no effect planted', NOTHING, 0],
] as const) {
  let valid = 0;
  let plain = 0;
  let moving = 0;
  for (const seed of seeds) {
    const erred = { valid: false, plain: false };
    const { looks } = year(1_000 + seed, planted);
    for (const reps of looks) {
      const result = didItHelp(reps, A_YEAR.percent);
      if (result.status !== 'estimated') continue;
      erred.valid ||= !covers(result.alwaysValid, truth);
      erred.plain ||= !covers(result.effect.interval, truth);
    }
    if (erred.valid) valid += 1;
    if (erred.plain) plain += 1;
    if (
      inWindow(looks, WINDOW_DAYS).some((reps) => {
        const result = didItHelp(reps, A_YEAR.percent);
        return result.status === 'estimated' && !covers(result.alwaysValid, truth);
      })
    )
      moving += 1;
  }
  promise(`${name}, looks every day at all since the first day, as the page: the interval errs`, {
    count: valid,
    isKept: valid <= AT_MOST,
    promised: `at most ${AT_MOST}`,
  });
  promise(`${name}, looks every day: a plain interval errs`, {
    count: plain,
    isKept: plain > FAILS,
    promised: `more than ${FAILS}: it fails`,
  });
  promise(`${name}, looks every day at the last ${WINDOW_DAYS} days: the same interval errs`, {
    count: moving,
    isKept: moving > FAILS,
    promised: `more than ${FAILS}: so the page has no such window`,
  });
}

let claims = 0;
let verdicts = 0;
for (const seed of seeds) {
  const result = didItHelp(year(2_000 + seed, NOTHING).looks.at(-1)!, A_YEAR.percent);
  if (result.status !== 'estimated') continue;
  if (!covers(result.effect.interval, 0)) claims += 1;
  if (result.verdict !== 'not_known') verdicts += 1;
}
const chance = (k: number): number => atLeast(k, SEEDS, 0.05);
promise(
  `no effect planted, one look at the end of the year: a plain interval excludes none (${claims} or more have a probability of ${chance(claims).toFixed(3)} where 5 % is right)`,
  {
    count: claims,
    isKept: claims <= tolerated(),
    promised: `at most ${tolerated()}: more are less probable than ${TOO_RARE}`,
  },
);
promise('no effect planted: the page says that it helped or hurt', {
  count: verdicts,
  isKept: verdicts <= CLAIMS,
  promised: `at most ${CLAIMS}`,
});

let off = 0;
for (const seed of seeds)
  if (
    didItHelp(year(3_000 + seed, PLANTED, { lost: 0.2 }).looks.at(-1)!, A_YEAR.percent).status ===
    'mismatch'
  )
    off += 1;
promise('a fifth of the held-out is shown all the same: the estimate is off', {
  count: off,
  isKept: off === SEEDS,
  promised: 'all',
});

for (const [name, planted, isMet] of [
  ['all that decides is known', SEEN, true],
  ['what decides is not known', PLANTED, false],
] as const) {
  let right = 0;
  const values: number[] = [];
  for (const seed of seeds) {
    const estimate = overlapEstimate(year(4_000 + seed, planted).seen);
    if (!estimate) continue;
    values.push(estimate.value);
    if (covers(estimate.interval, planted.perJoin)) right += 1;
  }
  say(
    `Without a hold-out, ${name}: ${mean(values)} per joined call, where ${100 * planted.perJoin} are true.`,
  );
  promise(`without a hold-out, ${name}: the interval covers`, {
    count: right,
    isKept: isMet ? right >= AT_LEAST : right < AT_LEAST,
    promised: isMet ? `at least ${AT_LEAST}` : 'less: so it is shown with its warning only',
  });
}
say(`${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
process.exitCode = broken > 0 ? 1 : 0;
