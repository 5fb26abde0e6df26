import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import fc from 'fast-check';
import { inWords, sequences, type Sequence } from './sequences/happenings.ts';
import { REST_FAULTS, type Planted } from './sequences/phoneNetwork.ts';
import { play } from './sequences/play.ts';
import { shortest } from './sequences/shortest.ts';

const SEED = Number(process.env.PROOF_SEED ?? 20261121);
const RUNS = Number(process.env.PROOF_RUNS ?? 500);

describe('any sequence of joins, switches, holds, leaves and failures', function () {
  this.timeout(300_000);

  it(`leaves the customer connected and unheard by coaches, and the screen true: ${RUNS} sequences from seed ${SEED}`, async () => {
    const found = await fc.check(fc.asyncProperty(sequences, async (sequence) => {
      const { violations } = await play(sequence);
      if (violations.length > 0) throw new Error(violations.join('\n'));
    }), { seed: SEED, numRuns: RUNS, endOnFailure: true });
    if (found.failed) throw new Error(await storyOf(await shortest(found.counterexample![0], breaksARule), `seed ${SEED}, run ${found.numRuns}, path ${found.counterexamplePath}`));
  });
});

describe('a sequence', () => {
  it('leaves nothing to a real network, whose answers would come by the clock on the wall', async () => {
    let asked = 0;
    const count = () => void (asked += 1);
    const channels = ['undici:request:create', 'http.client.request.start', 'net.client.socket'];
    for (const channel of channels) subscribe(channel, count);
    await fc.check(fc.asyncProperty(sequences, async (sequence) => void await play(sequence)), { seed: SEED, numRuns: 30 });
    for (const channel of channels) unsubscribe(channel, count);
    assert.equal(asked, 0);
  });
});

const breaksARule = async (sequence: Sequence) => (await play(sequence)).violations.length > 0;

/** Slips that nobody would see by looking at the screen: what one wrong request would do. */
const PLANTED: Record<string, { readonly slip: Planted; readonly found: RegExp }> = {
  'a whisper without its Coaching': {
    slip: (step) => ({ ...step, form: step.form.filter(([name]) => !/coach/i.test(name)) }), found: /let be heard by everyone in whisper|the customer hears/,
  },
  'a monitor that is not muted': {
    slip: (step) => ({ ...step, form: step.form.map(([name, value]) => [name, name === 'Muted' && value === 'true' ? 'True' : value]) }), found: /heard|hears|silent|hang/,
  },
  'a takeover that does not free the rep from ending the call': {
    slip: (step) => ({ ...step, form: step.form.map(([name, value]) => [name, name === 'EndConferenceOnExit' ? 'true' : value]) }), found: /the call ended|leaving would end the call/,
  },
  'a colleague who comes in muted': {
    slip: (step) => (/colleague-/.test(String(step.form)) ? { ...step, form: [...step.form, ['Muted', 'true']] } : step), found: /silent|nobody/,
  },
  'a call that is handed over and not let go': {
    slip: (step) => (step.method === 'DELETE' ? undefined : step), found: /still being handed over|no transfer is open|still leaving|listens, and|known are/,
  },
  ...Object.fromEntries(REST_FAULTS.map((fault) => [`nothing is done any more after a request that met with: ${fault}`, {
    slip: ((step, befallen) => (step.method !== 'GET' && befallen.has(fault) ? undefined : step)) satisfies Planted, found: /./,
  }])),
};

describe('sequences of a Dealside with a slip', () => {
  for (const [name, { slip, found }] of Object.entries(PLANTED)) {
    it(`break a rule: ${name}`, async function () {
      this.timeout(300_000);
      const checked = await fc.check(fc.asyncProperty(sequences, async (sequence) => (await play(sequence, slip)).violations.length === 0), { seed: SEED, numRuns: 200, endOnFailure: true });
      assert.ok(checked.failed, 'no sequence found the slip');
      assert.match((await play(checked.counterexample![0], slip)).violations.join('\n'), found);
    });
  }
});

async function storyOf(sequence: Sequence, origin: string): Promise<string> {
  const { violations, lines } = await play(sequence);
  return [violations.join('\n'), `The shortest sequence found (${origin}):`, inWords(sequence), 'What happened:', ...lines].join('\n');
}
