import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import fc from 'fast-check';
import { describeSequence, sequences, type Sequence } from './sequences/happenings.ts';
import { REST_FAULTS, type Planted } from './sequences/phoneNetwork.ts';
import { CALLS, play } from './sequences/play.ts';
import { shortest } from './sequences/shortest.ts';

const SEED = Number(process.env.PROOF_SEED ?? 20261121);
const RUNS = Number(process.env.PROOF_RUNS ?? 500);
/** Sound takes 50 times as long to play. */
const SOUND_RUNS = Math.ceil(RUNS / 50);

describe('any sequence of joins, switches, holds, leaves and failures', () => {
  it(`leaves the customer connected and unheard by coaches, and the screen true: ${RUNS} sequences from seed ${SEED}${CALLS > 1 ? `, among ${CALLS} calls` : ''}`, async () => {
    const checked = await fc.check(
      fc.asyncProperty(sequences, async (sequence) => {
        const { violations } = await play(sequence);
        if (violations.length > 0) throw new Error(violations.join('\n'));
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    if (checked.failed)
      throw new Error(
        await describeFailure(
          await shortest(checked.counterexample![0], breaksARule),
          `seed ${SEED}, run ${checked.numRuns}, path ${checked.counterexamplePath}`,
        ),
      );
  });
});

describe('a sequence in which everybody speaks, through the carrier’s mixer', () => {
  it(`brings no sample of a coach or of a muted supervisor to a customer or a third party: ${SOUND_RUNS} sequences from seed ${SEED}`, async () => {
    let frames = 0;
    const checked = await fc.check(
      fc.asyncProperty(sequences, async (sequence) => {
        const { violations, framesHeard } = await play(sequence, { hasSound: true });
        frames += framesHeard;
        if (violations.length > 0) throw new Error(violations.join('\n'));
      }),
      { seed: SEED, numRuns: SOUND_RUNS, endOnFailure: true },
    );
    assert.ok(!checked.failed, fc.defaultReportMessage(checked));
    assert.ok(frames > 100 * SOUND_RUNS, `customers heard only ${frames} frames`);
  });

  it('is found to, where the mixer lets customers hear coaches, though all flags are right', async () => {
    const checked = await fc.check(
      fc.asyncProperty(sequences, async (sequence) => {
        const { violations } = await play(sequence, { hasSound: true, mediaFault: 'whisper-leak' });
        return !/samples of supervisor-.* reached customer/.test(violations.join('\n'));
      }),
      { seed: SEED, numRuns: 50, endOnFailure: true },
    );
    assert.ok(checked.failed, 'no customer was found to hear a coach');
  });
});

describe('a sequence', () => {
  it('leaves nothing to a real network, whose answers would come by the clock on the wall', async () => {
    let requests = 0;
    const count = () => void (requests += 1);
    const channels = ['undici:request:create', 'http.client.request.start', 'net.client.socket'];
    for (const channel of channels) subscribe(channel, count);
    await fc.check(
      fc.asyncProperty(sequences, async (sequence) => void (await play(sequence))),
      { seed: SEED, numRuns: 30 },
    );
    for (const channel of channels) unsubscribe(channel, count);
    assert.equal(requests, 0);
  });
});

const breaksARule = async (sequence: Sequence) => (await play(sequence)).violations.length > 0;

/** Planted defects that no screen would show: one wrong request each. */
const PLANTED: Record<string, { readonly defect: Planted; readonly expected: RegExp }> = {
  'a whisper without its Coaching': {
    defect: (step) => ({ ...step, form: step.form.filter(([name]) => !/coach/i.test(name)) }),
    expected: /made audible to everyone in whisper|the customer hears/,
  },
  'a monitor that is not muted': {
    defect: (step) => ({
      ...step,
      form: step.form.map(([name, value]) => [
        name,
        name === 'Muted' && value === 'true' ? 'True' : value,
      ]),
    }),
    expected: /heard|hears|silent|hang/,
  },
  'a takeover that does not free the rep from ending the call': {
    defect: (step) => ({
      ...step,
      form: step.form.map(([name, value]) => [
        name,
        name === 'EndConferenceOnExit' ? 'true' : value,
      ]),
    }),
    expected: /the call ended|leaving would end the call/,
  },
  'a colleague who comes in muted': {
    defect: (step) =>
      /colleague-/.test(String(step.form))
        ? { ...step, form: [...step.form, ['Muted', 'true']] }
        : step,
    expected: /silent|nobody/,
  },
  'a third party whose leaving ends the call': {
    defect: (step) =>
      /guest-/.test(String(step.form))
        ? {
            ...step,
            form: step.form.map(([name, value]) => [
              name,
              name === 'EndConferenceOnExit' ? 'true' : value,
            ]),
          }
        : step,
    expected: /third party’s leaving would end|the call ended/,
  },
  'a call that is handed over and not let go': {
    defect: (step) => (step.method === 'DELETE' ? undefined : step),
    expected: /still being handed over|no transfer is open|still leaving|listens, and|known are/,
  },
  ...Object.fromEntries(
    REST_FAULTS.map((fault) => [
      `nothing is done any more after a request that met with: ${fault}`,
      {
        defect: ((step, pastFaults) =>
          step.method !== 'GET' && pastFaults.has(fault) ? undefined : step) satisfies Planted,
        expected: /./,
      },
    ]),
  ),
};

describe('sequences of a Dealside with a slip', () => {
  for (const [name, { defect, expected }] of Object.entries(PLANTED)) {
    it(`break a rule: ${name}`, async () => {
      const checked = await fc.check(
        fc.asyncProperty(
          sequences,
          async (sequence) =>
            !expected.test((await play(sequence, { planted: defect })).violations.join('\n')),
        ),
        { seed: SEED, numRuns: 200, endOnFailure: true },
      );
      assert.ok(checked.failed, `no sequence breaks a rule as expected: ${expected}`);
    });
  }
});

async function describeFailure(sequence: Sequence, origin: string): Promise<string> {
  const { violations, lines } = await play(sequence);
  return [
    violations.join('\n'),
    `The shortest sequence found (${origin}):`,
    describeSequence(sequence),
    'What happened:',
    ...lines,
  ].join('\n');
}
