import assert from 'node:assert/strict';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface AuditRow {
  action: string;
  details: { what?: string; of?: string };
}

/** A customer in California, called by a rep whose record says Texas. */
describe('a call that is recorded and that a law wants opened with a disclosure', () => {
  let world: World;

  before(async () => {
    world = await startWorld({ env: { DISCLOSURE: 'play', RECORD_CALLS: 'on' } });
  });
  after(() => world?.stop());

  it('opens with the disclosure, and is recorded only once it has ended (P13, R9)', async () => {
    const callId = await liveCallOf(world, 'ravi', 'Halcyon');
    const audit = () =>
      world.database<AuditRow>(
        `select "action", "details" from "AuditEntry" where "callId" = $1 order by "position"`,
        [callId],
      );
    await until('the recording has started', async () =>
      (await audit()).some(({ action }) => action === 'RecordingStarted'),
    );
    const told = (await audit())
      .filter(({ action }) => /^(Announcement|Recording)/.test(action))
      .map(({ action, details }) => [action, details.what ?? details.of ?? '']);
    assert.deepEqual(told, [
      ['AnnouncementRequested', 'disclosure'],
      ['AnnouncementEnded', ''],
      ['RecordingStarted', 'call'],
    ]);
  });
});
