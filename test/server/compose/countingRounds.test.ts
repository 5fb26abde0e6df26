import assert from 'node:assert/strict';
import { countingRounds } from '../../../server/compose/countingRounds.ts';
import type { RepeatRound } from '../../../server/compose/ownedRounds.ts';
import type { Survey } from '../../../server/domain/survey/survey.ts';
import { quietLog } from '../../support/quietLog.ts';

const AT = '2026-11-02T15:00:00.000Z';

describe('totals for charts', () => {
  /** The rounds, and in which order what they do was done. */
  function rounds({ firstCallAt, fails = false }: { firstCallAt?: string; fails?: boolean } = {}) {
    const world = { firstCallAt };
    const done: string[] = [];
    const acts: (() => Promise<void>)[] = [];
    const started: Promise<void>[] = [];
    const repeat: RepeatRound = (round) => {
      const memory = round.memory();
      const act = () => round.act(memory);
      acts.push(act);
      return { soon: () => void started.push(act()), stop: () => Promise.resolve() };
    };
    const count = (what: string) => () => {
      done.push(what);
      return Promise.resolve(0);
    };
    countingRounds(
      {
        config: { orgs: [{ orgId: 'org' }] },
        callDays: { countDue: count('days') },
        dealTotals: { countDue: count('deals') },
        ratings: {
          mark: () => Promise.resolve(undefined),
          firstCallAt: () => Promise.resolve(world.firstCallAt),
          store() {
            done.push('ratings');
            return Promise.resolve();
          },
        },
        surveys: {
          of: () =>
            fails
              ? Promise.reject(new Error('the CRM is away'))
              : Promise.resolve({ status: 'read', survey: {} as Survey }),
          answers: () => Promise.resolve([]),
        },
        crm: { usage: () => undefined },
        clock: { now: () => AT },
        log: quietLog,
      },
      repeat,
    );
    return {
      world,
      async readRatings() {
        await acts.at(-1)!();
        await Promise.all(started);
        return done.splice(0);
      },
    };
  }

  it('are counted once customers’ ratings were read, which make days due', async () => {
    assert.deepEqual(await rounds({ firstCallAt: AT }).readRatings(), ['ratings', 'days', 'deals']);
  });

  it('are counted although the CRM cannot be asked for ratings', async () => {
    assert.deepEqual(await rounds({ firstCallAt: AT, fails: true }).readRatings(), [
      'days',
      'deals',
    ]);
  });

  it('have the ratings of the first calls in the round after these calls', async () => {
    const { world, readRatings } = rounds();
    assert.deepEqual(await readRatings(), ['days', 'deals'], 'nothing is asked without calls');
    world.firstCallAt = AT;
    assert.deepEqual(await readRatings(), ['ratings', 'days', 'deals']);
    assert.deepEqual(await readRatings(), ['days', 'deals'], 'and then they rest');
  });
});
