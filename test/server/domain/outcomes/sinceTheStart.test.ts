import assert from 'node:assert/strict';
import { chances } from '../../../../local/machine/sample/chances.ts';
import {
  teamsOfReps,
  whyNoStart,
  type ProgramStart,
  type TeamsOfReps,
} from '../../../../server/domain/outcomes/programStart.ts';
import { sinceTheStart } from '../../../../server/domain/outcomes/sinceTheStart.ts';
import type { PeriodResults } from '../../../../server/domain/outcomes/totals.ts';

const FIRST = Date.parse('2026-01-01');
const day = (period: number, days = 0): string =>
  new Date(FIRST + (28 * period + days) * 86_400_000).toISOString().slice(0, 10);
const of = (
  repUserId: string,
  period: number,
  wentWell: number,
  more: Partial<PeriodResults> = {},
): PeriodResults => ({
  repUserId,
  from: day(period),
  known: 100,
  wentWell,
  rated: 0,
  satisfied: 0,
  ...more,
});
const rep = (userId: string, ...managerIds: string[]) => ({ userId, managerIds });
const start = (managerUserId: string, startsOn: string): ProgramStart => ({
  managerUserId,
  startsOn,
});

/** Teams t0 to t5 of two reps each, over four periods: those that start gain 10 points. */
const calls = (gains: (team: number, period: number) => boolean, more = {}): PeriodResults[] =>
  Array.from({ length: 6 }, (_, team) =>
    [0, 1].flatMap((place) =>
      [0, 1, 2, 3].map((period) =>
        of(
          `rep-${team}-${place}`,
          period,
          40 +
            3 * team +
            place +
            2 * period +
            (gains(team, period) ? 10 : 0) +
            ((team * period) % 3),
          more,
        ),
      ),
    ),
  ).flat();
const REPS = Array.from({ length: 6 }, (_, team) =>
  [0, 1].map((place) => rep(`rep-${team}-${place}`, `t${team}`, 'head')),
).flat();

describe('the teams of reps', () => {
  it('are those of the nearest manager whose start is stated, or else of the nearest', () => {
    const teams = teamsOfReps(
      [rep('a', 'near', 'far'), rep('b', 'near', 'far'), rep('c', 'other'), rep('d')],
      [start('far', '2026-02-01')],
    );
    assert.deepEqual(
      [...teams],
      [
        ['a', { managerUserId: 'far', startsOn: '2026-02-01' }],
        ['b', { managerUserId: 'far', startsOn: '2026-02-01' }],
        ['c', { managerUserId: 'other' }],
      ],
    );
  });
});

describe('the start of a program', () => {
  const now = '2026-11-30T12:00:00.000Z';
  const why = (roles: readonly string[], managerUserId: string, startsOn: string | null) => {
    const refused = whyNoStart(
      { roles },
      { managerUserId, startsOn },
      { teams: new Set(['maya']), now },
    );
    return refused && `${refused.code} ${refused.field ?? ''}`.trim();
  };

  it('is stated by RevOps and administrators alone', () => {
    for (const role of ['revops', 'admin'])
      assert.equal(why([role], 'maya', '2026-11-02'), undefined, role);
    for (const role of ['supervisor', 'qa', 'coach', 'rep'])
      assert.equal(why([role], 'maya', '2026-11-02'), 'program_starts_not_permitted', role);
  });

  it('is of a team that has calls, on a day that can be, and can be taken back', () => {
    assert.equal(why(['revops'], 'nobody', '2026-11-02'), 'team_not_found');
    assert.equal(why(['revops'], 'maya', '1999-12-31'), 'program_start_invalid startsOn');
    assert.equal(why(['revops'], 'maya', '2027-12-02'), 'program_start_invalid startsOn');
    assert.equal(why(['revops'], 'maya', '2027-12-01'), undefined);
    assert.equal(why(['revops'], 'maya', null), undefined);
    assert.equal(why(['revops'], 'nobody', null), 'team_not_found');
  });
});

describe('before and after supervisors began, of teams', () => {
  const starts = [0, 1, 2].map((team) => start(`t${team}`, day(2, 5)));
  const isJoined = (team: number, period: number) => team < 3 && period >= 2;

  it('counts from the stated start, and not from the first use', () => {
    const results = calls(isJoined, { startedIn: day(-9) });
    const teams = teamsOfReps(REPS, starts);
    assert.deepEqual(
      sinceTheStart(results).effects,
      [],
      'by the first use all began before, so nothing can be compared',
    );
    const since = sinceTheStart(results, teams);
    assert.deepEqual([since.reps, since.earlier], [6, 6]);
    assert.deepEqual(
      { ...since.teams, starts: since.teams!.starts.length },
      { started: 3, earlier: 3, byFirstUse: 3, repsWithoutTeam: 0, starts: 3 },
    );
    assert.deepEqual(since.effects, [], 'the others began before, by their first use');
  });

  it('compares teams with those that have not begun, a team as one however many reps it has', () => {
    const since = sinceTheStart(calls(isJoined), teamsOfReps(REPS, starts));
    assert.deepEqual(
      since.effects.map((one) => [one.since, one.n, one.others]),
      [
        [-1, 3, 3],
        [0, 3, 3],
        [1, 3, 3],
      ],
    );
    for (const effect of since.effects) {
      const truth = effect.since < 0 ? 0 : 0.1;
      assert.ok(Math.abs(effect.value - truth) < 0.02, `${effect.since}: ${effect.value}`);
      assert.ok(effect.interval.low <= truth && truth <= effect.interval.high);
    }
  });

  it('says nothing of one team, and names reps without a manager', () => {
    const one = sinceTheStart(
      [...calls((team) => team < 1), of('alone', 0, 50), of('alone', 1, 50)],
      teamsOfReps([...REPS, rep('alone')], [start('t0', day(2))]),
    );
    assert.deepEqual(one.effects, []);
    assert.deepEqual([one.teams!.started, one.teams!.repsWithoutTeam], [1, 1]);
  });

  it('has no numbers without whole periods, and compares teams all the same', () => {
    assert.deepEqual(sinceTheStart([], teamsOfReps(REPS, starts)), {
      reps: 0,
      earlier: 0,
      effects: [],
      teams: { started: 0, earlier: 0, byFirstUse: 0, repsWithoutTeam: 0, starts: [] },
    });
  });

  it('takes a start that is still ahead as one that has not begun', () => {
    const ahead = starts.concat(start('t3', day(40)));
    const since = sinceTheStart(calls(isJoined), teamsOfReps(REPS, ahead));
    assert.deepEqual([since.teams!.started, since.teams!.earlier], [3, 0]);
    assert.equal(since.effects.length, 3);
  });

  /** Teams start one by one; nothing is added. */
  const ofNothing = (seed: number, startsAt: readonly (number | undefined)[]) => {
    const chance = chances(seed);
    const noise = () => [0, 0, 0, 0].reduce((sum) => sum + chance() - 0.5, 0);
    const common = Array.from({ length: 12 }, () => 3 * noise());
    const results = startsAt.flatMap((_, team) => {
      const level = 400 + 40 * noise();
      return common.map((shift, period) =>
        of(`r${team}`, period, Math.round(level + shift + 25 * noise()), { known: 1_000 }),
      );
    });
    const teams: TeamsOfReps = teamsOfReps(
      startsAt.map((_, team) => rep(`r${team}`, `t${team}`)),
      startsAt.flatMap((at, team) => (at === undefined ? [] : start(`t${team}`, day(at)))),
    );
    return sinceTheStart(results, teams).effects;
  };

  it('leaves out the truth in at most 7 of 100, however few teams there are', () => {
    for (const startsAt of [
      [4, 4, undefined, undefined],
      [3, 4, 5, 6, undefined, undefined],
      [5, 5, 5, ...Array<undefined>(10).fill(undefined)],
      [2, 3, 4, 5, 6, 7, 8, undefined, undefined, undefined],
    ]) {
      let looks = 0;
      let wrong = 0;
      for (let seed = 1; seed <= 400; seed += 1)
        for (const { since, interval } of ofNothing(seed, startsAt)) {
          if (since < 0 || since > 2) continue;
          looks += 1;
          if (interval.low > 0 || interval.high < 0) wrong += 1;
        }
      assert.ok(looks >= 1_000, `${looks} looks`);
      assert.ok(wrong / looks <= 0.07, `${startsAt.join()}: ${wrong} of ${looks}`);
    }
  });
});
