import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Console, Feed } from '../support/console.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type Instance, type World } from '../support/world.ts';

const MODES = ['whisper', 'barge', 'monitor', 'takeover'] as const;

describe('two instances behind a balancer, restarted one after the other during a call', function () {
  this.timeout(300_000);
  let world: World;
  let other: Instance;
  let maya: Console;
  let callId: string;
  let interventionId: string;
  /** The modes that Maya went to from monitor, in order. */
  const modes: string[] = [];
  let feeds: Map<string, { last(): Feed | undefined }>;
  let isOver = false;
  let areRead = true;
  let restarts = 0;

  before(async () => {
    world = await startWorld({ balanced: true });
    other = await world.startInstance();
    maya = world.as('maya');
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    interventionId = await superviseAs(world, maya, callId);
    feeds = new Map(['maya', 'lena', 'quinn'].map((alias) => [alias, watchOn(world.as(alias))]));
    for (const [alias, feed] of feeds)
      await until(`${alias} watches`, () => feed.last()?.calls.has(callId));
    // Each callback reaches both instances.
    await world.carrierControl('POST', 'faults', { callbacks: [{ does: 'double', next: 10_000 }] });
    await Promise.all([restartBoth(), supervise()]);
  });
  after(async () => {
    isOver = true;
    areRead = false;
    await world?.stop();
  });

  async function restartBoth(): Promise<void> {
    for (const restart of [() => other.restart(), () => world.restartServer()]) {
      await restart();
      restarts += 1;
      const switched = modes.length;
      await until('Maya went on after the restart', () => modes.length > switched + 1);
    }
    isOver = true;
  }

  /** Goes from mode to mode, each once the one before is confirmed, while instances come and go. */
  async function supervise(): Promise<void> {
    for (let next = 0; !isOver; next += 1) {
      const mode = MODES[next % MODES.length]!;
      const request = {
        requestId: randomUUID(),
        mode,
        reasonCode: 'large_deal',
        ...(mode === 'takeover' && { repAfterTakeover: 'listens' }),
      };
      // What was under way at an instance that stops is asked again, as the page does.
      await until(`${mode} is accepted`, async () => {
        const path = `/api/interventions/${interventionId}/mode`;
        const { status } = await maya.ask('POST', path, request).catch(() => ({ status: 0 }));
        return [200, 202].includes(status);
      });
      await until(`${mode} is confirmed`, async () => (await modeNow()) === mode);
      modes.push(mode);
    }
  }

  const modeNow = () =>
    maya.call(callId).then(
      (answer) => (answer.status === 200 ? modeOf(answer, interventionId) : undefined),
      () => undefined,
    );

  /** A page whose live feed is opened again whenever it ends. */
  function watchOn(console: Console) {
    let feed: Feed | undefined;
    void (async () => {
      while (areRead) {
        feed = await console.watch().catch(() => undefined);
        while (feed && !feed.ended && areRead)
          await until('the live feed ends', () => feed!.ended).catch(() => undefined);
      }
    })();
    return { last: () => feed };
  }

  it('shows every console the mode that the supervisor is in', async () => {
    assert.equal(restarts, 2);
    for (const [alias, { last }] of feeds)
      await until(`${alias} sees ${modes.at(-1)}`, () => {
        const body = last()?.calls.get(callId);
        return (
          body && modeOf({ status: 200, body: body as never }, interventionId) === modes.at(-1)
        );
      });
  });

  it('has applied every callback once', async () => {
    await world.carrierControl('POST', 'faults', { callbacks: [] });
    await world.carrier.callbacks.idle();
    const key = (form: Record<string, string>) =>
      [form.ConferenceSid, form.SequenceNumber, form.StatusCallbackEvent].join(' ');
    const sent = world.carrier.callbacks.log.filter(({ url }) =>
      url.endsWith('/telephony/conference'),
    );
    const reports = await world.database<{ form: Record<string, string> }>(
      `select "form" from "CarrierReport" where "callId" = $1 and "source" = 'callback'`,
      [callId],
    );
    const keysOf = (attempts: typeof sent) => attempts.map(({ params }) => key(params));
    const applied = reports.map(({ form }) => key(form));
    const [once, all] = [new Set(applied), new Set(keysOf(sent))];
    assert.equal(once.size, applied.length, 'none twice');
    assert.deepEqual(
      applied.filter((one) => !all.has(one)),
      [],
      'none that was not sent',
    );
    // One that no instance took, as each was stopping, is made up for by asking the carrier.
    assert.deepEqual(
      keysOf(sent.filter(({ status }) => status === 204)).filter((one) => !once.has(one)),
      [],
      'each that was taken',
    );
    const confirmed = await world.database<{ mode: string }>(
      `select "details" ->> 'mode' as mode from "AuditEntry"
       where "callId" = $1 and "action" = 'ModeConfirmed' order by "position"`,
      [callId],
    );
    assert.deepEqual(
      confirmed.map(({ mode }) => mode),
      modes,
    );
  });

  it('has come to both instances, again and again', () => {
    const sent = world.carrier.callbacks.log.filter(({ status }) => status === 204);
    assert.ok(sent.length >= 4 * modes.length, `only ${sent.length} callbacks for ${modes.length}`);
  });
});
