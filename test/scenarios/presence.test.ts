import assert from 'node:assert/strict';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Presence {
  team: { name: string; status: string }[];
  counts: Record<string, number>;
}

/** The reps of the local org, by team. */
const WEST = ['Lena Brandt', 'Ravi Patel'];
const EAST = ['Jo Kim'];
const DACH = ['Mila Berger'];
const EVERYONE = [...EAST, ...WEST, ...DACH].toSorted();

describe('who is free, busy or away, of those whose calls a person may monitor (V1)', () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world?.stop());

  const presenceOf = async (alias: string): Promise<Presence> =>
    (await world.as(alias).ask<Presence>('GET', '/api/presence')).body;
  const namesFor = async (alias: string): Promise<string[]> =>
    (await presenceOf(alias)).team.map(({ name }) => name).toSorted();

  for (const [alias, who, reps] of [
    ['maya', 'a manager', WEST],
    ['tomas', 'another team’s manager', EAST],
    ['dana', 'a second-line manager', EVERYONE],
    ['quinn', 'a quality analyst', EVERYONE],
    ['ada', 'an administrator', EVERYONE],
    ['cora', 'a coach, of their own group', ['Jo Kim', 'Ravi Patel']],
    ['sven', 'a specialist, of who shares a skill', ['Ravi Patel']],
  ] as const)
    it(`is said to ${who}`, async () => assert.deepEqual(await namesFor(alias), reps));

  for (const [alias, who] of [
    ['ines', 'an investigator without a covert rule'],
    ['rosa', 'RevOps'],
    ['lena', 'a rep'],
  ] as const)
    it(`is not said to ${who}, who may monitor no one`, async () =>
      assert.deepEqual(await namesFor(alias), []));

  it('counts each once, by what they are doing', async () => {
    const { team, counts } = await presenceOf('quinn');
    assert.equal(
      Object.values(counts).reduce((sum, one) => sum + one, 0),
      team.length,
    );
    assert.equal(counts.offline, team.filter(({ status }) => status === 'offline').length);
  });

  it('says of a rep with an open page whose softphone is disconnected that it is, until it is back', async () => {
    const ravi = world.as('ravi');
    const status = async () =>
      (await presenceOf('quinn')).team.find(({ name }) => name === 'Ravi Patel')?.status;
    const feed = await ravi.watch();
    await until('his page is seen', async () => (await status()) === 'available');
    const says = async (isConnected: boolean) =>
      (await ravi.ask('PUT', '/api/me/phone', { isConnected })).status;
    assert.equal(await says(false), 204);
    assert.equal(await status(), 'no_phone');
    assert.equal(await says(true), 204);
    assert.equal(await status(), 'available');
    feed.close();
  });
});
