import type { Console } from '../support/console.ts';
import { identityOf, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { assertCustomerSafe, legOf, roomOf } from './customerSafety.ts';

type Who = 'supervisor' | 'rep';

/** One request to the carrier, told from the others by whose leg it is about and what it says. */
interface Step {
  readonly on: Who;
  readonly method: 'POST' | 'DELETE';
  readonly where?: Record<string, string>;
}

interface Switch {
  readonly name: string;
  /** What the supervisor did before, undisturbed. */
  readonly before?: readonly Asked[];
  readonly ask: Asked;
  readonly steps: readonly Step[];
}
type Asked = 'leave' | { readonly mode: string; readonly repAfterTakeover?: string };

const TAKEN_OVER: Asked = { mode: 'takeover', repAfterTakeover: 'listens' };

/** Every switch and every step of it, in the order in which they are taken. */
const SWITCHES: readonly Switch[] = [
  {
    name: 'a whisper',
    ask: { mode: 'whisper' },
    steps: [
      { on: 'supervisor', method: 'POST', where: { Muted: 'true', Coaching: 'true' } },
      { on: 'supervisor', method: 'POST', where: { Muted: 'false', Coaching: 'true' } },
    ],
  },
  {
    name: 'the silence after a whisper',
    before: [{ mode: 'whisper' }],
    ask: { mode: 'monitor' },
    steps: [
      { on: 'supervisor', method: 'POST', where: { Muted: 'true', Coaching: 'true' } },
      { on: 'supervisor', method: 'POST', where: { Muted: 'true', Coaching: 'false' } },
    ],
  },
  {
    name: 'a barge',
    ask: { mode: 'barge' },
    steps: [{ on: 'supervisor', method: 'POST', where: { Muted: 'false', Coaching: 'false' } }],
  },
  {
    name: 'a hand-back',
    before: [{ mode: 'barge' }],
    ask: { mode: 'monitor' },
    steps: [{ on: 'supervisor', method: 'POST', where: { Muted: 'true' } }],
  },
  {
    name: 'a takeover that the rep leaves',
    ask: { mode: 'takeover', repAfterTakeover: 'leaves' },
    steps: [
      { on: 'supervisor', method: 'POST', where: { Muted: 'false' } },
      { on: 'rep', method: 'POST', where: { EndConferenceOnExit: 'false' } },
      { on: 'rep', method: 'DELETE' },
      { on: 'supervisor', method: 'POST', where: { EndConferenceOnExit: 'true' } },
    ],
  },
  {
    name: 'a takeover that the rep listens to',
    ask: TAKEN_OVER,
    steps: [
      { on: 'supervisor', method: 'POST', where: { Muted: 'false' } },
      { on: 'rep', method: 'POST', where: { EndConferenceOnExit: 'false' } },
      { on: 'rep', method: 'POST', where: { Muted: 'true' } },
    ],
  },
  {
    name: 'a hand-back after a takeover',
    before: [TAKEN_OVER],
    ask: { mode: 'monitor' },
    steps: [
      { on: 'rep', method: 'POST', where: { Muted: 'false' } },
      { on: 'supervisor', method: 'POST', where: { Muted: 'true' } },
    ],
  },
  {
    name: 'a leave after a takeover',
    before: [TAKEN_OVER],
    ask: 'leave',
    steps: [
      { on: 'rep', method: 'POST', where: { Muted: 'false' } },
      { on: 'supervisor', method: 'POST', where: { Muted: 'true' } },
      { on: 'supervisor', method: 'DELETE' },
    ],
  },
  { name: 'a leave', ask: 'leave', steps: [{ on: 'supervisor', method: 'DELETE' }] },
];

/** After so long the client of the carrier gives up waiting for an answer. */
const CARRIER_TIMEOUT_MS = 5_000;
const TOO_SLOW_MS = CARRIER_TIMEOUT_MS + 1_000;

interface Fault {
  readonly rest:
    | { readonly does: '500' | 'lose-answer' }
    | { readonly does: 'slow'; readonly ms: number };
  readonly befalls: (name: string) => boolean;
  readonly isDeadly?: true;
  /** The customer may hear nobody until the rep is rung back. */
  readonly isAloneForAWhile?: true;
}

const FAULTS: Record<string, Fault> = {
  'that the carrier fails': { rest: { does: '500' }, befalls: () => true },
  'whose answer is lost': { rest: { does: 'lose-answer' }, befalls: () => true },
  // A removal that comes after it was given up for failed takes the rep away: until he is rung back
  // nobody may speak.
  'that takes the carrier too long': {
    rest: { does: 'slow', ms: TOO_SLOW_MS },
    befalls: (name) => name === 'a takeover that the rep leaves',
    isAloneForAWhile: true,
  },
  'during which the server is killed': {
    rest: { does: 'slow', ms: 1_500 },
    befalls: (name) => /that the rep|leave after/.test(name),
    isDeadly: true,
  },
};

describe('a step of a switch', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;
  let callId: string;
  let interventionId: string;

  before(async () => {
    world = await startWorld({ env: { CARRIER_TIMEOUT_MS: String(CARRIER_TIMEOUT_MS) } });
    maya = world.as('maya');
    await world.carrierControl('POST', 'scripts', {
      address: `client:${await identityOf(world.as('lena'))}`,
      script: { toneHz: 500 },
    });
  });
  after(() => world?.stop());
  beforeEach(async () => {
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    interventionId = await superviseAs(world, maya, callId);
  });
  afterEach(async () => {
    await world.carrierControl('DELETE', 'faults');
    const room = await roomNow();
    for (const leg of room?.participants ?? [])
      await world.carrierControl('DELETE', `legs/${leg.callSid}`).catch(() => undefined);
    await until('the call is over', async () => (await maya.call(callId)).body.status === 'ended');
  });

  const roomNow = () => roomOf(world, callId);
  const faultsLeft = async () =>
    (await world.carrierControl<{ rest: unknown[] }>('GET', 'faults')).rest.length;
  const heldSteps = async () =>
    (await world.carrierControl<{ held: number }>('GET', 'faults')).held;
  const ask = (asked: Asked) =>
    asked === 'leave'
      ? maya.leave(interventionId)
      : maya.switchTo(interventionId, asked.mode, { reasonCode: 'large_deal', ...asked });

  async function undisturbed(asked: Asked): Promise<void> {
    await ask(asked);
    await until(
      'the switch before is confirmed',
      async () =>
        asked === 'leave' || modeOf(await maya.call(callId), interventionId) === asked.mode,
    );
  }

  /**
   * What the screen says must be what is heard: the customer hears a supervisor in barge and
   * takeover only, and somebody always.
   */
  async function isConsistent(): Promise<boolean> {
    const [room, call] = [await roomNow(), (await maya.call(callId)).body];
    const shown = call.interventions.find((one) => one.interventionId === interventionId);
    const mode = shown && 'mode' in shown ? shown.mode : undefined;
    if (shown && 'pendingMode' in shown && shown.pendingMode) return false;
    const [customer, rep, supervisor] = ['customer', 'rep', 'supervisor'].map((who) =>
      legOf(room, who),
    );
    if (!customer || (!mode && supervisor)) return false;
    const hearsSupervisor = customer.hears.some((label) => label.startsWith('supervisor'));
    const hearsRep = customer.hears.includes('rep');
    if (mode === 'barge') return hearsSupervisor && hearsRep;
    if (mode === 'takeover') return hearsSupervisor && !hearsRep;
    return (
      !hearsSupervisor &&
      hearsRep &&
      (mode !== 'whisper' || rep!.hears.some((label) => label.startsWith('supervisor')))
    );
  }

  for (const [fault, { rest, befalls, isDeadly, isAloneForAWhile }] of Object.entries(FAULTS)) {
    describe(fault, () => {
      for (const { name, before = [], ask: asked, steps } of SWITCHES) {
        if (!befalls(name)) continue;
        for (const [index, { on, method, where }] of steps.entries()) {
          it(`leaves the customer safe (G16, V2): ${name}, step ${index + 1}, the ${on}’s leg`, async () => {
            for (const one of before) await undisturbed(one);
            const start = (await roomNow())!;
            const customer = legOf(start, 'customer')!.callSid;
            await world.carrierControl('POST', 'faults', {
              rest: [
                {
                  ...rest,
                  method,
                  path: `/Participants/${legOf(start, on)!.callSid}`,
                  ...(where && { where }),
                  next: 1,
                },
              ],
            });

            const answer = ask(asked).catch(() => undefined);
            await until('the step has met its fault', async () => (await faultsLeft()) === 0);
            if (isDeadly) await world.killServer();
            await answer;
            // What was given up for failed may yet be done, late.
            await until('the slow step has been done', async () => (await heldSteps()) === 0);

            await until('what is shown is what is heard', isConsistent);
            await assertCustomerSafe(world, callId, customer, { isAloneForAWhile });
          });
        }
      }
    });
  }
});
