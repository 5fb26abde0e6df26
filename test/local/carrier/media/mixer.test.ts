import assert from 'node:assert/strict';
import { FRAME_SAMPLES } from '../../../../local/carrier/media/dsp.ts';
import { createMixer, type Mixer } from '../../../../local/carrier/media/mixer.ts';
import { until } from '../../../support/until.ts';

const BLOCKS = 30;

describe('the mixer of a conference', () => {
  let mixer: Mixer;
  let lateBy: number;
  beforeEach(() => {
    lateBy = 0;
    mixer = createMixer({
      lateBy: (parties) => (parties > 2 ? lateBy : 0),
      isOpen: () => true,
      hears: (listener, speaker) => listener.callSid !== speaker.callSid && !speaker.muted,
      mixed: () => undefined,
    });
  });
  afterEach(() => mixer.stop());

  const party = (callSid: string, muted = false) => ({
    callSid,
    muted,
    hold: false,
    coaching: false,
  });

  it('has rep and customer hear each other no later when a third joins, silent or speaking (D40)', async () => {
    let said = 0;
    /** For each block that the rep hears: how many blocks ago the customer said it. */
    const delays: number[] = [];
    const customer = mixer.add({
      audibility: () => party('customer'),
      deliver: () => {
        said += 1;
        customer.speak(new Int16Array(FRAME_SAMPLES).fill(said));
      },
    });
    mixer.add({
      audibility: () => party('rep'),
      deliver: (frame) => frame[0]! > 0 && delays.push(said - frame[0]!),
    });
    const heard = (blocks: number) =>
      until(`the rep has heard ${blocks} blocks`, () => delays.length >= blocks);

    await heard(BLOCKS);
    let isMuted = true;
    const supervisor = mixer.add({
      audibility: () => party('supervisor', isMuted),
      deliver: () => supervisor.speak(new Int16Array(FRAME_SAMPLES)),
    });
    await heard(2 * BLOCKS);
    isMuted = false;
    await heard(3 * BLOCKS);
    const [first] = delays;
    assert.ok(
      delays.every((delay) => delay === first),
      delays.join(' '),
    );
  });

  it('comes as much later with a third party as a test plants, and in time again without', async () => {
    let said = 0;
    const delays: number[] = [];
    const customer = mixer.add({
      audibility: () => party('customer'),
      deliver: () => {
        said += 1;
        customer.speak(new Int16Array(FRAME_SAMPLES).fill(said));
      },
    });
    mixer.add({
      audibility: () => party('rep'),
      deliver: (frame) => frame[0]! > 0 && delays.push(said - frame[0]!),
    });
    const heard = (blocks: number) =>
      until(`the rep has heard ${blocks} blocks`, () => delays.length >= blocks);
    lateBy = 4;
    await heard(BLOCKS);
    const [before] = delays.splice(0);
    const third = mixer.add({ audibility: () => party('third'), deliver: () => undefined });
    await heard(BLOCKS);
    assert.equal(delays.at(-1), before! + lateBy);
    third.remove();
    await heard(2 * BLOCKS);
    assert.equal(delays.at(-1), before);
  });
});
