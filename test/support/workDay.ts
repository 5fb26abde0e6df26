import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createCallDays } from '../../server/store/outcomes/callDays.ts';
import { leaveAs, liveCallOf, modeOf, superviseAs } from './stage.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const LADDER = ['whisper', 'barge', 'takeover'] as const;

/**
 * A day’s work, so that Homes and figures have something: calls that Maya has joined, one in each
 * mode, with a request for help; and one of Ravi’s that nobody joined. All have ended, and are
 * counted.
 */
export async function workADay(world: World): Promise<void> {
  const maya = world.as('maya');
  for (const [n, highest] of ['monitor', ...LADDER].entries()) {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    if (n === 0) await askForHelp(world, callId);
    const id = await superviseAs(world, maya, callId);
    for (const mode of LADDER.slice(0, n)) {
      await maya.switchTo(id, mode, {
        reasonCode: 'large_deal',
        ...(mode === 'takeover' && { repAfterTakeover: 'listens' }),
      });
      await until(`${mode} is confirmed`, async () => modeOf(await maya.call(callId), id) === mode);
    }
    await leaveAs(maya, callId, id);
    if (highest !== 'monitor') await maya.giveOutcome(id, { outcome: 'advanced' });
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
