import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createCallDays } from '../../server/store/outcomes/callDays.ts';
import { LADDER, superviseUpTo } from './ladder.ts';
import { liveCallOf } from './stage.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/**
 * A day’s work, so that Homes and figures have something: calls that Maya has joined, one in each
 * mode, with a request for help; and one of Ravi’s that nobody joined. All have ended, and are
 * counted.
 */
export async function workADay(world: World): Promise<void> {
  for (const highest of LADDER) {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    if (highest === 'monitor') await askForHelp(world, callId);
    await superviseUpTo(highest, {
      world,
      person: world.as('maya'),
      callId,
      outcome: { outcome: 'advanced' },
    });
    await endCall(world, 'lena', callId);
  }
  await endCall(world, 'ravi', await liveCallOf(world, 'ravi', 'Halcyon'));
  const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 1 });
  await createCallDays(pool).countDue(1_000);
  await pool.end();
}

async function askForHelp(world: World, callId: string): Promise<void> {
  const { status, body } = await world
    .as('lena')
    .ask('POST', `/api/calls/${callId}/help`, { requestId: randomUUID(), reasonCode: 'pricing' });
  assert.equal(status, 201, JSON.stringify(body));
}

async function endCall(world: World, rep: string, callId: string): Promise<void> {
  const console = world.as(rep);
  await console.ask('POST', `/api/calls/${callId}/hangup`, {});
  await until(
    `${rep}’s call has ended`,
    async () => (await console.call(callId)).body.status === 'ended',
  );
}
