import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWiretap, type Exchange, type Wiretap } from '../support/wiretap.ts';
import { startWorld, type Instance, type World } from '../support/world.ts';

interface Room {
  friendlyName: string;
  participants: {
    callSid: string;
    label: string;
    muted: boolean;
    coaching: boolean;
    hears: string[];
  }[];
}
interface Mixes {
  callSid: string;
  changes: { voices: { as: string }[] }[];
}

/** Until the faults are cleared, unless something hangs. */
const SLOW_MS = 50_000;

describe('one call, switched through two processes of Dealside', function () {
  this.timeout(300_000);
  let world: World;
  let wire: Wiretap;
  let other: Instance;
  /** Maya's console, as it reaches the one and the other. */
  let here: Console;
  let there: Console;
  let callId: string;
  let interventionId: string;

  before(async () => {
    wire = await startWiretap(() => world.carrier.port);
    world = await startWorld({ env: { TWILIO_API_URL: wire.url } });
    other = await world.startInstance();
    [here, there] = [world.as('maya'), other.as('maya')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    const { participants } = await room();
    const [customerLeg, repLeg] = ['customer', 'rep'].map((wanted) =>
      participants.find(({ label }) => label === wanted)!,
    );
    [customer, repsConnection] = [customerLeg!.callSid, repLeg!.callSid];
  });
  after(async () => {
    here.close();
    there.close();
    await world.stop();
    await wire.stop();
  });
  beforeEach(async () => {
    interventionId = await superviseAs(world, here, callId);
    wire.exchanges.splice(0);
  });
  afterEach(async () => {
    await world.carrierControl('DELETE', 'faults');
    await here.leave(interventionId);
    await isGone();
    const { changes } = (
      await world.carrierControl<Mixes[]>('GET', `mixes?conference=${encodeURIComponent(callId)}`)
    ).find(({ callSid }) => callSid === customer)!;
    assert.deepEqual(
      changes.filter(({ voices }) => voices.some(({ as }) => as !== 'open')),
      [],
      'the customer heard a coach',
    );
  });

  let customer: string;
  let repsConnection: string;
  const room = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences')).find(
      (one) => one.friendlyName === callId,
    )!;
  const supervisor = async () =>
    (await room()).participants.find(({ label }) => label === `supervisor-${interventionId}`);
  const isGone = () =>
    until(
      'rep and customer are on the call, and nobody else, and Dealside knows it',
      async () =>
        (await room()).participants
          .map(({ label }) => label)
          .sort()
          .join() === 'customer,rep' && (await here.call(callId)).body.interventions.length === 0,
    );
  /** Nothing is on its way, and screen and carrier say the same. */
  const rests = (wanted?: string) =>
    until(`the call rests${wanted ? ` in ${wanted}` : ''}`, async () => {
      const shown = (await here.call(callId)).body.interventions.find(
        (one) => one.interventionId === interventionId,
      )!;
      const leg = (await supervisor())!;
      const heard = leg.muted ? ['monitor'] : leg.coaching ? ['whisper'] : ['barge', 'takeover'];
      return (
        !('pendingMode' in shown && shown.pendingMode) &&
        'mode' in shown &&
        heard.includes(shown.mode) &&
        (wanted ?? shown.mode) === shown.mode
      );
    });

  const slowly = () =>
    world.carrierControl('POST', 'faults', {
      rest: [
        {
          does: 'slow',
          ms: SLOW_MS,
          method: 'POST',
          path: '/Participants/',
          where: { Muted: 'false' },
          next: 1,
        },
      ],
    });
  const isUnderWay = () =>
    until(
      'the slow request is under way',
      async () =>
        (await world.carrierControl<{ rest: unknown[] }>('GET', 'faults')).rest.length === 0,
    );

  const changes = (): Exchange[] =>
    wire.exchanges.filter(
      ({ method, path }) => method !== 'GET' && path.includes('/Participants/'),
    );
  const isRepsVoice = ({ path, form }: Exchange) =>
    path.includes(repsConnection) && form.get('Muted') === 'false';
  const isSilence = ({ form }: Exchange) =>
    form.get('Muted') === 'true' && form.get('EndConferenceOnExit') === 'false';

  const removal = () =>
    until('the removal was asked for', () => changes().find(({ method }) => method === 'DELETE'));
  const isSlow = ({ form }: Exchange) =>
    form.get('Coaching') === 'true' && form.get('Muted') === 'false';
  const isSlowOneDone = () => changes().some(isSlow);
  const slowOne = () => until('the slow request was done', () => changes().find(isSlow));

  it('goes from mode to mode one request at a time, but for silence and the rep’s voice, and comes to rest as the screen says', async () => {
    await world.carrierControl('POST', 'faults', {
      rest: [{ does: 'slow', ms: 30, method: 'POST', path: '/Participants/' }],
    });
    const orderly = () =>
      changes()
        .filter((one) => !isSilence(one) && !isRepsVoice(one))
        .sort((a, b) => a.fromMs - b.fromMs);
    const wishes = async (by: Console, modes: readonly string[]): Promise<void> => {
      for (const mode of modes)
        await by.switchTo(interventionId, mode, {
          reasonCode: 'large_deal',
          ...(mode === 'takeover' && { repAfterTakeover: 'listens' }),
        });
    };
    const ask = () =>
      Promise.all([
        wishes(here, [
          'takeover',
          'monitor',
          'takeover',
          'whisper',
          'monitor',
          'takeover',
          'barge',
          'takeover',
          'monitor',
        ]),
        wishes(there, [
          'whisper',
          'takeover',
          'monitor',
          'barge',
          'takeover',
          'monitor',
          'whisper',
          'takeover',
          'monitor',
        ]),
      ]);
    // While one is under way others are refused: asked for again until enough was done.
    await until('enough was done to show anything', async () => {
      await ask();
      return orderly().length >= 4;
    });
    await rests();
    const inOrder = orderly();
    assert.deepEqual(
      inOrder
        .filter((one, i) => i > 0 && one.fromMs < inOrder[i - 1]!.untilMs)
        .map(({ form }) => String(form)),
      [],
    );
  });

  it('falls silent at the one while a request hangs at the other, and stays silent when that is done after all', async () => {
    await slowly();
    const answered: string[] = [];
    const barge = here
      .switchTo(interventionId, 'barge', { reasonCode: 'large_deal' })
      .then(() => answered.push('barge'));
    await isUnderWay();
    assert.equal((await there.switchTo(interventionId, 'monitor')).status, 202);
    assert.deepEqual(answered, [], 'the barge hangs');
    await world.carrierControl('DELETE', 'faults');
    await barge;
    await until('silence was said again', () => changes().filter(isSilence).length >= 2);
    await rests('monitor');
  });

  it('removes nobody at the one until the other’s request is done', async () => {
    await slowly();
    void here.switchTo(interventionId, 'whisper');
    await isUnderWay();
    void there.leave(interventionId);
    await until(
      'the other knows that she leaves',
      async () =>
        (
          await world.database(
            `select 1 from "AuditEntry" where "interventionId" = $1 and "action" = 'LeaveRequested'`,
            [interventionId],
          )
        ).length === 1,
    );
    await world.carrierControl('DELETE', 'faults');
    const [removed, slow] = [await removal(), await slowOne()];
    assert.ok(removed.fromMs >= slow.untilMs);
  });

  it('goes on at the one at once when the other is killed with a request under way', async () => {
    await slowly();
    void there.switchTo(interventionId, 'whisper').catch(() => undefined);
    await isUnderWay();
    await other.kill();
    void here.leave(interventionId);
    await removal();
    assert.equal(isSlowOneDone(), false, 'what the other had under way still hangs');
  });
});
