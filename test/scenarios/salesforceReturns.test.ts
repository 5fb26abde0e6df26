import assert from 'node:assert/strict';
import {
  endInterventions,
  GRANTS_FOR_LONG,
  recordsInOrg,
  untilTriedInVain,
} from '../support/endedWhileAway.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { SALESFORCE_HANGS, startWorld, type World } from '../support/world.ts';

const ENDED = 6;

describe('interventions that end while Salesforce accepts requests and answers none', function () {
  this.timeout(600_000);
  let world: World;

  before(async () => {
    world = await startWorld({ env: SALESFORCE_HANGS, setting: GRANTS_FOR_LONG });
  });
  after(() => world?.stop());

  it('are all in the org once it answers, each once, though the first answers are lost as well', async () => {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    // What joining reads from Salesforce is known afterwards.
    await endInterventions(world, callId, 1);
    await world.orgControl('faults', { hangs: true });
    const interventionIds = await endInterventions(world, callId, ENDED);
    await untilTriedInVain(world, interventionIds);
    assert.deepEqual(
      (await recordsInOrg(world, interventionIds)).filter(({ records }) => records > 0),
      [],
    );

    await world.orgControl('faults', { hangs: false, loseNext: 2 });
    await until(
      'every record is there',
      async () =>
        (await recordsInOrg(world, interventionIds)).every(
          ({ records, activities }) => records > 0 && activities > 0,
        ),
      { timeoutMs: 300_000 },
    );
    // What was requested again, because its answer was lost, is over as well.
    await until(
      'nothing waits for Salesforce any more',
      async () =>
        (
          await world.database<{ waiting: number }>(
            `select count(*)::int as "waiting" from "OutboxMessage" where "doneAt" is null`,
          )
        )[0]!.waiting === 0,
      { timeoutMs: 300_000 },
    );
    assert.deepEqual(
      await recordsInOrg(world, interventionIds),
      interventionIds.map((interventionId) => ({ interventionId, records: 1, activities: 1 })),
    );
  });
});
