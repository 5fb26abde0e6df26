import assert from 'node:assert/strict';
import type { Answer, Console } from '../support/console.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Words {
  readonly isTranscribed: boolean;
  readonly lines: readonly { readonly speaker: string; readonly text: string }[];
}

/** New York Civil Rights Law § 52-c: employees acknowledge the notice of monitoring. */
describe('a rep in New York who has not acknowledged the notice of monitoring', () => {
  let world: World;
  let [lena, maya] = [] as unknown as [Console, Console];
  let callId: string;

  before(async () => {
    world = await startWorld({
      setting: { Transcribe_Calls__c: true, Sampled_Calls_Per_Week__c: 50 },
    });
    [lena, maya] = [world.as('lena'), world.as('maya')];
    const lenaId = await lena.userId();
    await world.orgControl(`update/User/${lenaId}`, {
      State: 'New York',
      Country: 'United States',
    });
    await until('it is known where she works', async () => {
      const { body } = await lena.ask<{ notices: readonly { name: string }[] }>(
        'GET',
        '/api/me/employee-notices',
      );
      return body.notices?.some(({ name }) => name === 'US_NY');
    });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(() => world?.stop());

  const refusalOf = ({ status, body }: Answer<unknown>) => [
    status,
    (body as { error?: { code: string } }).error?.code,
  ];
  const words = () => lena.ask<Words>('GET', `/api/calls/${callId}/words`);
  const sampled = async () =>
    (
      await maya.ask<{ calls: readonly { callId: string }[] }>(
        'GET',
        '/api/finished-calls?sample=true',
      )
    ).body.calls.map((call) => call.callId);
  const flag = () =>
    lena.ask('POST', `/api/calls/${callId}/moments`, { requestId: `flag-${callId}` });
  const calibrate = () =>
    maya.ask('POST', `/api/calls/${callId}/calibration`, {
      answers: [
        { item: 'Listening', value: 4, comment: 'Heard.' },
        { item: 'Next_Step', value: true, comment: 'Agreed.' },
        { item: 'Accuracy', value: true, comment: 'Right.' },
        { item: 'Used_Help', value: 'not_applicable' },
      ],
    });
  async function hangUp(): Promise<void> {
    await lena.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('the call is over', async () => (await lena.call(callId)).body.status === 'ended');
  }

  it('is not monitored', async () => {
    assert.deepEqual(refusalOf(await maya.supervise(callId)), [409, 'rep_not_notified']);
  });

  it('flags a moment of her own call, which needs nobody', async () => {
    assert.ok((await flag()).status < 300);
  });

  it('is not transcribed, sampled or scored, and has no debrief planned', async () => {
    await hangUp();
    const { body } = await words();
    assert.deepEqual(body.lines, []);
    assert.deepEqual(await sampled(), []);
    assert.deepEqual(refusalOf(await calibrate()), [409, 'rep_not_notified']);
    assert.deepEqual(refusalOf(await maya.ask('POST', `/api/calls/${callId}/debrief`, {})), [
      409,
      'rep_not_notified',
    ]);
  });

  it('is all of that once she has acknowledged it', async () => {
    const acknowledged = await lena.ask('POST', '/api/me/employee-notices', { name: 'US_NY' });
    assert.equal(acknowledged.status, 200);
    const before = callId;
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    await until('what the customer says is written down', async () =>
      (await words()).body.lines?.some(({ speaker }) => speaker === 'customer'),
    );
    const joined = await maya.supervise(callId);
    assert.equal(joined.status, 201);
    await maya.leave(joined.body.intervention.interventionId);
    await flag();
    await hangUp();
    assert.ok((await sampled()).includes(callId));
    assert.ok((await sampled()).includes(before), 'also what was before');
    assert.equal((await calibrate()).status, 200);
    assert.equal((await maya.ask('POST', `/api/calls/${callId}/debrief`, {})).status, 201);
  });
});
