import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { saveRecord } from '../support/customMetadata.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Words {
  lost: { speaker: string; isGivenUp: boolean }[];
}
interface Attention {
  calls?: { callId: string; alerts: { ruleName: string }[] }[];
}

const alertsOf = async (world: World, callId: string): Promise<string[]> => {
  const { body } = await world.as('maya').ask<Attention>('GET', '/api/attention');
  const alerts = body.calls?.find((call) => call.callId === callId)?.alerts ?? [];
  return alerts.map(({ ruleName }) => ruleName).toSorted();
};

async function saveRule(world: World, name: string, fields: object): Promise<void> {
  await saveRecord(world.orgUrl, `Dealside_Alert_Rule.${name}`, name, {
    Family__c: 'conversation',
    Severity__c: 'attention',
    Speaker__c: 'either',
    Active__c: true,
    ...fields,
  });
}
const readRules = async (world: World): Promise<void> =>
  assert.equal((await world.as('ada').ask('POST', '/api/alert-rules/refresh', {})).status, 200);

describe('a transcription whose engine fails', function () {
  this.timeout(300_000);
  let world: World;
  let callId: string;

  before(async () => {
    world = await startWorld({ setting: { Transcribe_Calls__c: true } });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(() => world?.stop());

  const lost = async () =>
    (await world.as('lena').ask<Words>('GET', `/api/calls/${callId}/words`)).body.lost;
  const linesOfCustomer = async (transcriptionId = '%') => {
    const [row] = await world.database<{ count: number }>(
      `select count(*)::int as count from "TranscriptLine"
       where "callId" = $1 and "speaker" = 'customer' and "transcriptionId" like $2`,
      [callId, transcriptionId],
    );
    return row!.count;
  };
  const runningOfCustomer = async () => {
    const [row] = await world.database<{ connectionId: string; transcriptionId: string }>(
      `select "connectionId", "transcriptionId" from "TranscriptionLeg"
       join "Participant" using ("callId", "connectionId")
       where "callId" = $1 and "role" = 'customer'
         and "TranscriptionLeg"."status" = 'running'`,
      [callId],
    );
    return row;
  };

  it('is said to who reads along, is started again, and goes on', async () => {
    await until('the customer is written down', async () => (await linesOfCustomer()) > 0);
    const { connectionId, transcriptionId } = await until('it runs', runningOfCustomer);
    await world.carrierControl('DELETE', `transcriptions/${connectionId}`);
    const [said] = await until('the page is told', async () => {
      const missing = await lost();
      return missing.length > 0 ? missing : undefined;
    });
    assert.deepEqual(said, { speaker: 'customer', isGivenUp: false });
    const again = await until('another one runs', async () => {
      const running = await runningOfCustomer();
      return running && running.transcriptionId !== transcriptionId ? running : undefined;
    });
    await until(
      'it writes down what the customer says',
      async () => (await linesOfCustomer(again.transcriptionId)) > 0,
    );
    await until('nothing is said to be missing', async () => (await lost()).length === 0);
  });
});

describe('a call that is not transcribed', function () {
  this.timeout(300_000);
  let world: World;

  before(async () => {
    world = await startWorld({ setting: { Transcribe_Calls__c: false } });
    await saveRule(world, 'Long_Call', { Kind__c: 'call_length', Seconds__c: 1 });
    await saveRule(world, 'Waiting', { Kind__c: 'nobody_helps', Seconds__c: 1 });
    await saveRule(world, 'Nobody_Free', { Kind__c: 'nobody_free', Seconds__c: 1 });
    await saveRule(world, 'Quiet', { Kind__c: 'dead_air', Seconds__c: 1 });
    await readRules(world);
  });
  after(() => world?.stop());

  it('raises what its times alone show: its length, help that is awaited, and nobody free', async () => {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const asked = await world.as('lena').ask('POST', `/api/calls/${callId}/help`, {
      requestId: randomUUID(),
      reasonCode: 'pricing',
    });
    assert.equal(asked.status, 201);
    const alerts = await until('three alerts are shown', async () => {
      const shown = await alertsOf(world, callId);
      return shown.length >= 3 ? shown : undefined;
    });
    assert.deepEqual(alerts, ['Long_Call', 'Nobody_Free', 'Waiting']);
  });
});
