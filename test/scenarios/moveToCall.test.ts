import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ChainedEntry } from '../../server/domain/audit/chain.ts';
import type { Console } from '../support/console.ts';
import { alsoTakesCalls, identityOf, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const CUSTOMER = '+14155550142';

interface Room {
  readonly friendlyName: string;
  readonly participants: readonly { readonly label: string; readonly hears: readonly string[] }[];
}

/** One scripted day: each step begins where the one before ended. */
describe('a supervisor who is on a call and wants to join another one', function () {
  this.timeout(300_000);
  let world: World;
  let dana: Console;
  let ravis: string;
  let lenas: string;
  let jos: string;
  /** Dana's intervention now. */
  let current: string;

  before(async () => {
    world = await startWorld();
    await alsoTakesCalls(world, 'dana');
    dana = world.as('dana');
    ravis = await liveCallOf(world, 'ravi', 'Halcyon');
    lenas = await liveCallOf(world, 'lena', 'Brightwater');
    jos = await liveCallOf(world, 'jo', 'Larkspur');
    current = await superviseAs(world, dana, ravis);
    await dana.switchTo(current, 'barge', { reasonCode: 'large_deal' });
    await inMode(ravis, 'barge');
  });
  after(() => world?.stop());

  const inMode = (callId: string, mode: string) =>
    until(`Dana is in ${mode}`, async () => modeOf(await dana.call(callId), current) === mode);
  const rooms = () => world.carrierControl<Room[]>('GET', 'conferences');
  const supervisorsOf = async (callId: string): Promise<string[]> =>
    ((await rooms()).find((room) => room.friendlyName === callId)?.participants ?? [])
      .map(({ label }) => label)
      .filter((label) => label.startsWith('supervisor-'));
  const move = (callId: string, moveFrom = current, requestId: string = randomUUID()) =>
    dana.supervise(callId, requestId, { moveFrom });
  const connect = async (params: Record<string, string>) =>
    world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(dana)}`,
      params,
      script: { toneHz: 800 },
    });
  const entriesOf = async (callId: string) =>
    (
      await world
        .as('ada')
        .ask<{ entries: ChainedEntry[] }>('GET', `/api/audit?callId=${callId}&limit=500`)
    ).body.entries;

  it('is refused, told which one they are on, and stays there', async () => {
    const refused = await dana.supervise(lenas);
    assert.equal(refused.status, 409);
    assert.equal(refused.body.error.code, 'already_on_another_call');
    assert.equal(refused.body.error.message, "You're on Ravi Patel's call.");
    assert.deepEqual((refused.body.error as { otherCall?: object }).otherCall, {
      callId: ravis,
      interventionId: current,
      repName: 'Ravi Patel',
    });
    assert.deepEqual(await supervisorsOf(ravis), [`supervisor-${current}`]);
  });

  it('leaves nothing for a call that would not let them in', async () => {
    const refused = await move('no-such-call');
    assert.equal(refused.body.error.code, 'call_not_found');
    assert.equal(modeOf(await dana.call(ravis), current), 'barge');
    const unknown = await move(lenas, randomUUID());
    assert.equal(unknown.body.error.code, 'already_on_another_call');
    assert.deepEqual(await supervisorsOf(ravis), [`supervisor-${current}`]);
  });

  it('places no call of their own beside it, and is told which one to leave', async () => {
    const refused = await dana.placeCall({ to: CUSTOMER });
    assert.equal(refused.status, 409);
    const { code, message, hint, otherCall } = refused.body.error as Record<string, unknown>;
    assert.deepEqual(
      [code, message, hint],
      [
        'already_on_another_call',
        "You're on Ravi Patel's call.",
        'Leave that call to place one of your own.',
      ],
    );
    assert.deepEqual(otherCall, {
      callId: ravis,
      interventionId: current,
      repName: 'Ravi Patel',
    });
    assert.equal(modeOf(await dana.call(ravis), current), 'barge');
  });

  it('moves by one request: off the first at the carrier before the second begins', async () => {
    const requestId = randomUUID();
    const moved = await move(lenas, current, requestId);
    assert.equal(moved.status, 201);
    // The answer is there, and Dana is off already, with nothing left on Ravi's line.
    assert.deepEqual(await supervisorsOf(ravis), []);
    const left = (await dana.call(ravis)).body;
    assert.deepEqual([left.interventions, left.you.endReason], [[], 'supervisor_left']);

    const again = await move(lenas, current, requestId);
    assert.equal(again.status, 201);
    assert.equal(
      again.body.intervention.interventionId,
      moved.body.intervention.interventionId,
      'the same request moves once',
    );
    await connect(moved.body.connect.params);
    const ravisIntervention = current;
    current = moved.body.intervention.interventionId;
    await inMode(lenas, 'monitor');

    const entries = await entriesOf(ravis);
    const leaving = entries.find(({ action }) => action === 'LeaveRequested');
    assert.equal(leaving?.details.movingToCallId, lenas);
    assert.equal(leaving.actor.kind, 'person');
    assert.equal(
      entries.find(({ action }) => action === 'InterventionEnded')?.interventionId,
      ravisIntervention,
    );
    const { interventions } = (
      await dana.ask<{ interventions: { interventionId: string }[] }>('GET', '/api/interventions')
    ).body;
    assert.deepEqual(
      interventions.map(({ interventionId }) => interventionId),
      [ravisIntervention],
      'how the barge went is still to be told',
    );
  });

  it('gives the rep the call back on the way out of a takeover in which the rep listens', async () => {
    await dana.switchTo(current, 'takeover', {
      reasonCode: 'large_deal',
      repAfterTakeover: 'listens',
    });
    await inMode(lenas, 'takeover');
    const moved = await move(ravis);
    assert.equal(moved.status, 201);
    assert.deepEqual(await supervisorsOf(lenas), []);
    const room = (await rooms()).find(({ friendlyName }) => friendlyName === lenas);
    assert.deepEqual(room?.participants.find(({ label }) => label === 'customer')?.hears, ['rep']);
    await connect(moved.body.connect.params);
    current = moved.body.intervention.interventionId;
    await inMode(ravis, 'monitor');
  });

  it('stays with a customer whose rep has gone, and is told what to do', async () => {
    await dana.switchTo(current, 'takeover', {
      reasonCode: 'large_deal',
      repAfterTakeover: 'leaves',
    });
    await inMode(ravis, 'takeover');
    await until('Ravi is off', async () => !(await dana.call(ravis)).body.rep.present);
    const refused = await move(lenas);
    assert.equal(refused.status, 409);
    assert.equal(refused.body.error.code, 'customer_needs_you');
    assert.match(refused.body.error.hint ?? '', /until Ravi Patel is back/);
    assert.equal(modeOf(await dana.call(ravis), current), 'takeover');
    assert.deepEqual(await supervisorsOf(lenas), []);
    const entry = (await entriesOf(ravis)).find(({ result }) => result === 'refused');
    assert.deepEqual(
      [entry?.action, entry?.code, entry?.details.movingToCallId],
      ['LeaveCall', 'customer_needs_you', lenas],
    );
    const own = await dana.placeCall({ to: CUSTOMER, moveFrom: current });
    assert.deepEqual([own.status, own.body.error.code], [409, 'customer_needs_you']);
    const toAnswer = await dana.ask<object>('POST', `/api/interventions/${current}/leave`, {
      movingTo: 'a-call-that-rings',
    });
    assert.deepEqual([toAnswer.status, toAnswer.body.error.code], [409, 'customer_needs_you']);
    assert.equal(modeOf(await dana.call(ravis), current), 'takeover');
    assert.equal((await dana.leave(current)).status, 202, 'leaving is never refused');
  });

  it('leaves one for a call of their own by one request', async () => {
    await until(
      'Ravi’s call is over',
      async () => (await dana.call(ravis)).body.status === 'ended',
    );
    current = await superviseAs(world, dana, lenas);
    const wrong = await dana.placeCall({ to: CUSTOMER, moveFrom: 'another' });
    assert.equal(wrong.body.error.code, 'already_on_another_call');
    const placed = await dana.placeCall({ to: CUSTOMER, moveFrom: current });
    assert.equal(placed.status, 201);
    assert.deepEqual(await supervisorsOf(lenas), []);
    assert.equal((await dana.call(lenas)).body.you.endReason, 'supervisor_left');
    const { callId } = placed.body.call;
    assert.equal((await dana.ask('POST', `/api/calls/${callId}/hangup`, {})).status, 202);
    await until(
      'her own call is over',
      async () => (await dana.call(callId)).body.status === 'ended',
    );
  });

  it('is on one of two that were asked for in two tabs at once', async () => {
    const answers = await Promise.all([lenas, jos].map((callId) => dana.supervise(callId)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    assert.equal(refused?.body.error.code, 'already_on_another_call');
    const joining = await Promise.all([lenas, jos].map((callId) => dana.call(callId)));
    assert.equal(joining.flatMap(({ body }) => body.interventions).length, 1);
  });
});
