import assert from 'node:assert/strict';
import pg from 'pg';
import { insertEndedCalls } from '../../local/machine/sample/endedCalls.ts';
import type { NamedWorth } from '../../server/commands/outcomes/readOutcomes.ts';
import type { ReceiptReport } from '../../server/domain/outcomes/receipts.ts';
import { createCallDays } from '../../server/store/outcomes/callDays.ts';
import { callsOf } from '../support/outcomeCalls.ts';
import { startWorld, type World } from '../support/world.ts';

describe('outcomes of teams', () => {
  let world: World;
  const day = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

  before(async () => {
    world = await startWorld();
    const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 1 });
    for (const alias of ['ravi', 'lena', 'jo'])
      await insertEndedCalls(pool, await callsOf(world, alias, 10));
    await createCallDays(pool).countDue(100);
    await pool.end();
  });
  after(() => world?.stop());

  describe('by when the program of a team began', () => {
    interface Teams {
      readonly teams: readonly { managerUserId: string; name: string; startsOn?: string }[];
    }
    const state = (alias: string, managerUserId: string, startsOn: string | null) =>
      world
        .as(alias)
        .ask<Teams>('PUT', `/api/outcomes/program-starts/${managerUserId}`, { startsOn });
    const teamsCompared = async () => {
      const { body } = await world
        .as('rosa')
        .ask<NamedWorth>('GET', `/api/outcomes/worth?from=${day(29)}&to=${day(0)}`);
      return body.since.teams?.starts.map(({ name, startsOn }) => `${name} ${startsOn}`);
    };

    it('is stated by RevOps, and teams are compared by it until it is taken back', async () => {
      const maya = await world.as('maya').userId();
      assert.equal(await teamsCompared(), undefined, 'reps are compared');
      const { status, body } = await state('rosa', maya, '2026-03-02');
      assert.equal(status, 200, JSON.stringify(body));
      assert.equal(
        body.teams.find(({ managerUserId }) => managerUserId === maya)?.startsOn,
        '2026-03-02',
      );
      assert.ok(await teamsCompared(), 'teams are compared');
      await state('rosa', maya, null);
      assert.equal(await teamsCompared(), undefined);
    });

    it('is refused to managers, and of what is no team or no day', async () => {
      const [maya, lena] = [await world.as('maya').userId(), await world.as('lena').userId()];
      const answered = async (...asked: Parameters<typeof state>) => {
        const { status, body } = await state(...asked);
        return `${status} ${(body as unknown as { error: { code: string } }).error.code}`;
      };
      assert.equal(await answered('maya', maya, '2026-03-02'), '403 program_starts_not_permitted');
      assert.equal(await answered('rosa', lena, '2026-03-02'), '404 team_not_found');
      assert.equal(await answered('rosa', maya, '1999-01-01'), '422 program_start_invalid');
      assert.match(await answered('rosa', maya, 'soon'), /^4\d\d invalid_request$/);
    });
  });

  describe('by what reps said of interventions', () => {
    const said = async (alias: string) => {
      const { status, body } = await world
        .as(alias)
        .ask<ReceiptReport>('GET', `/api/outcomes/receipts?from=${day(29)}&to=${day(0)}`);
      return status === 200
        ? [body.answered, body.said.helped].map(({ events, n }) => [events, n])
        : status;
    };

    it('is of everybody for RevOps, of their reps for managers, and refused to a rep', async () => {
      for (const [place, [alias, verdict]] of (
        [
          ['ravi', 'helped'],
          ['lena', 'hurt'],
          ['lena', null],
          ['jo', 'helped'],
        ] as const
      ).entries())
        await world.orgControl('insert/Call_Intervention__c', {
          External_Id__c: `said-${place}`,
          Rep__c: await world.as(alias).userId(),
          Joined_At__c: `${day(3)}T10:00:00.000Z`,
          Highest_Mode__c: 'Barge',
          Direction__c: 'Inbound',
          Notice_Given__c: true,
          ...(verdict && { Rep_Verdict__c: verdict }),
        });
      assert.deepEqual(await said('rosa'), [
        [3, 4],
        [2, 3],
      ]);
      assert.deepEqual(await said('maya'), [
        [2, 3],
        [1, 2],
      ]);
      assert.deepEqual(await said('tomas'), [
        [1, 1],
        [1, 1],
      ]);
      assert.equal(await said('ravi'), 403);
    });
  });
});
