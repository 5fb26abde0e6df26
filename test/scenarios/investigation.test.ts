import assert from 'node:assert/strict';
import type { MonitoringScope } from '../../server/domain/policy/monitoringScope.ts';
import type { Console } from '../support/console.ts';
import { writeRule } from '../support/policyRules.ts';
import { identityOf, liveCallOf, modeOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Finished {
  calls: {
    callId: string;
    interventions: { supervisor: { name: string }; mode: string }[];
    recordings: { recordingId: string }[];
  }[];
  monitors: MonitoringScope;
}

const RULE = 'Covert_Investigation';
const DAY_MS = 86_400_000;
const dayIn = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** The whole path of an investigator, whom the shipped example names once it is filled in. */
describe('an investigation by a covert rule', function () {
  this.timeout(300_000);
  let world: World;
  let ines: Console;
  let lena: Console;
  let ada: Console;
  let callId: string;
  let otherCallId: string;
  let recordingId: string;

  async function write(fields: object): Promise<void> {
    await writeRule(world, RULE, fields);
    const { body } = await ada.ask<{ refused?: object }>('POST', '/api/policy/refresh');
    assert.equal(body.refused, undefined);
  }
  const finished = async (who = ines): Promise<Finished> =>
    (await who.ask<Finished>('GET', '/api/finished-calls')).body;
  const hangUp = (id: string, rep = lena) => rep.ask('POST', `/api/calls/${id}/hangup`, {});
  const ticket = () => ines.ask('POST', `/api/recordings/${recordingId}/ticket`, {});

  async function monitorCovertly(id: string): Promise<string> {
    const { status, body } = await ines.supervise(id, undefined, { covert: true });
    assert.equal(status, 201, JSON.stringify(body));
    const { interventionId } = body.intervention;
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(ines)}`,
      params: body.connect.params,
      script: { toneHz: 800 },
    });
    await until(
      'Ines monitors',
      async () => modeOf(await ines.call(id), interventionId) === 'monitor',
    );
    return interventionId;
  }

  before(async () => {
    world = await startWorld({ env: { RECORD_CALLS: 'on' } });
    [ines, lena, ada] = [world.as('ines'), world.as('lena'), world.as('ada')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    otherCallId = await liveCallOf(world, 'jo', 'Larkspur');
    await write({
      Active__c: true,
      On_Whom__c: 'queue',
      Groups__c: 'Renewals',
      Covert_Owner__c: 'Head of Compliance',
      Covert_Purpose__c: 'Case 42',
      Covert_Ends_On__c: dayIn(7),
      Needs_Passkey__c: false,
    });
  });
  after(() => world?.stop());

  it('is said to the investigator: by which rule, for what, and until when', async () => {
    const { calls, monitors } = await finished();
    assert.deepEqual([calls, monitors.reach], [[], 'none']);
    const [rule, ...more] = monitors.covert;
    assert.deepEqual(
      [rule?.purpose, rule?.owner, rule?.endsOn, rule?.isOver, more],
      ['Case 42', 'Head of Compliance', dayIn(7), false, []],
    );
    assert.match(
      rule!.words,
      /Renewals.*Purpose: Case 42\. Owner: Head of Compliance\. Last day: /,
    );
  });

  it('has on the live wall the calls that the rule reaches, and no others', async () => {
    const feed = await ines.watch();
    assert.deepEqual([...feed.calls.keys()], [callId]);
    assert.equal(feed.monitors?.covert[0]?.purpose, 'Case 42');
    feed.close();
    assert.equal((await ines.call(otherCallId)).status, 404);
    const { you } = (await ines.call(callId)).body;
    assert.equal(you.covert?.allowed, true);
    assert.ok(you.modes.every(({ allowed }) => !allowed));
  });

  it('is joined only covertly, by the investigator alone, and on calls that the rule reaches', async () => {
    assert.equal((await ines.supervise(callId)).body.error.code, 'mode_not_permitted');
    const elsewhere = await ines.supervise(otherCallId, undefined, { covert: true });
    assert.equal(elsewhere.body.error.code, 'out_of_scope');
    const quinn = await world.as('quinn').supervise(callId, undefined, { covert: true });
    assert.equal(quinn.status, 403);
  });

  it('tells the rep and managers nothing of who monitors, and the rep that there is a rule', async () => {
    const feed = await lena.watch();
    const interventionId = await monitorCovertly(callId);
    for (const who of [lena, world.as('maya'), world.as('quinn')])
      assert.deepEqual((await who.call(callId)).body.interventions, [], who.alias);
    assert.equal(modeOf(await ada.call(callId), interventionId), 'monitor');
    const { covert } = (await lena.ask<{ covert: string }>('GET', '/api/policy/mine')).body;
    assert.ok(!/Ines|Case 42|Compliance/.test(covert), covert);
    assert.match(covert, /one such rule/);

    await hangUp(callId);
    await until('the call has ended for Lena', () => feed.calls.get(callId)?.status === 'ended');
    assert.deepEqual([...feed.notices.values()], []);
    assert.ok(!feed.everything.includes(interventionId));
    feed.close();
  });

  it('has the finished call with its recording, whose playing is on the audit', async () => {
    const call = await until('the recording is kept', async () =>
      (await finished()).calls.find(({ recordings }) => recordings.length > 0),
    );
    assert.deepEqual(
      [call.callId, call.interventions.map(({ supervisor, mode }) => [supervisor.name, mode])],
      [callId, [['Ines Duarte', 'monitor']]],
    );
    const [manager] = (await finished(world.as('maya'))).calls;
    assert.deepEqual([manager?.callId, manager?.interventions], [callId, []]);
    recordingId = call.recordings[0]!.recordingId;
    const opened = await ticket();
    assert.equal(opened.status, 201);
  });

  it('is exported for a dispute by an administrator, with a manifest', async () => {
    const begin = (who: Console) =>
      who.ask<{ recordings: number; link: string }>('POST', '/api/recording-exports', { callId });
    assert.equal((await begin(ines)).status, 403);
    const { body } = await begin(ada);
    assert.equal(body.recordings, 1);
    const archive = await fetch(world.serverUrl + body.link);
    const bytes = Buffer.from(await archive.arrayBuffer());
    assert.ok(bytes.includes('RIFF') && bytes.includes('manifest.json'));
  });

  it('is over after the last day: who monitors is taken off, and nothing is left but that it ended', async () => {
    const lastCallId = await liveCallOf(world, 'lena', 'Brightwater');
    const interventionId = await monitorCovertly(lastCallId);
    const open = await ines.watch();
    await write({ Covert_Ends_On__c: dayIn(-3) });
    await until('Ines is taken off the call', async () => {
      const [row] = await world.database<{ status: string }>(
        'select "status" from "Intervention" where "interventionId" = $1',
        [interventionId],
      );
      return row?.status === 'ended';
    });
    const gone = await until('Ines reads that she was taken off', () => open.gone.get(lastCallId));
    assert.deepEqual(
      [gone.takenOff?.repName, gone.takenOff?.message],
      ['Lena Brandt', 'The permission to monitor covertly has ended.'],
    );
    open.close();
    assert.equal((await lena.call(lastCallId)).body.status, 'live');
    const feed = await ines.watch();
    assert.deepEqual([...feed.calls.keys()], []);
    assert.equal(feed.monitors?.covert[0]?.isOver, true);
    feed.close();
    const { calls, monitors } = await finished();
    assert.deepEqual([calls, monitors.reach], [[], 'none']);
    assert.deepEqual(
      monitors.covert.map(({ endsOn, isOver }) => [endsOn, isOver]),
      [[dayIn(-3), true]],
    );
    const again = await ines.supervise(lastCallId, undefined, { covert: true });
    assert.equal(again.body.error.code, 'covert_rule_ended');
    assert.equal((await ticket()).status, 404);
    await hangUp(lastCallId);
    await hangUp(otherCallId, world.as('jo'));
  });
});
