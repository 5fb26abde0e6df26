import assert from 'node:assert/strict';
import { FRAME_MS, FRAME_SAMPLES } from '../../../../local/carrier/media/dsp.ts';
import { hears, type Audibility } from '../../../../local/carrier/media/hears.ts';
import { createMixer, type MixingRules } from '../../../../local/carrier/media/mixer.ts';
import { createMixLog, type MixLog } from '../../../../local/carrier/media/mixLog.ts';
import { until } from '../../../support/until.ts';

type Flags = { -readonly [K in keyof Audibility]: Audibility[K] };

const plain = (callSid: string): Flags => ({
  callSid,
  label: callSid,
  muted: false,
  hold: false,
  coaching: false,
});

describe('the log of the mixes', () => {
  let mixLog: MixLog;
  let stop: () => void;
  let supervisor: Flags;
  let rep: Flags;
  let heardByCustomer: number[];
  let rules: MixingRules;

  /**
   * Rep and customer are silent, the supervisor says 7 in every sample: the mix shows whether a
   * sample came through.
   */
  beforeEach(() => {
    mixLog = createMixLog();
    supervisor = { ...plain('supervisor'), muted: true };
    rep = plain('rep');
    heardByCustomer = [];
    rules = { isOpen: () => true, hears, mixed: mixLog.mixed };
    const mixer = createMixer({
      ...rules,
      hears: (listener, speaker) => rules.hears(listener, speaker),
    });
    const add = (
      party: Flags,
      sample: number,
      deliver: (frame: Int16Array) => void = () => undefined,
    ) => {
      const line = mixer.add({ audibility: () => ({ ...party }), deliver });
      const timer = setInterval(
        () => line.speak(new Int16Array(FRAME_SAMPLES).fill(sample)),
        FRAME_MS,
      );
      return () => clearInterval(timer);
    };
    const quiet = [
      add(rep, 0),
      add(plain('customer'), 0, (frame) => heardByCustomer.push(frame[0]!)),
      add(supervisor, 7),
    ];
    stop = () => {
      quiet.forEach((still) => still());
      mixer.stop();
    };
  });
  afterEach(() => stop());

  const customers = () => mixLog.mixes().find((one) => one.callSid === 'customer');
  const voicesNow = () =>
    customers()
      ?.changes.at(-1)
      ?.voices.map(({ callSid, as }) => `${callSid} ${as}`) ?? [];
  const settled = (what: string, voices: string[]) =>
    until(what, () => JSON.stringify(voicesNow()) === JSON.stringify(voices));

  it('says whose voices a listener is given, and since which block', async () => {
    await settled('the rep alone', ['rep open']);
    supervisor.muted = false;
    await settled('rep and supervisor', ['rep open', 'supervisor open']);
    const { changes, blocks } = customers()!;
    assert.equal(changes.at(-1)!.block < blocks, true);
  });

  it('says of every block what the samples say', async () => {
    await settled('the rep alone', ['rep open']);
    supervisor.muted = false;
    await settled('rep and supervisor', ['rep open', 'supervisor open']);
    const switchedAt = customers()!.blocks;
    await until('some blocks more', () => customers()!.blocks > switchedAt + 5);
    const { changes, blocks } = customers()!;
    const said = Array.from({ length: blocks }, (_, block) =>
      changes
        .findLast((change) => change.block <= block)!
        .voices.some(({ callSid }) => callSid === 'supervisor'),
    );
    assert.deepEqual(
      said,
      heardByCustomer.map((sample) => sample === 7),
    );
  });

  it('says in which blocks a listener could hear nobody, whoever is silent or late', async () => {
    await settled('the rep alone', ['rep open']);
    assert.deepEqual(customers()!.alone, []);
    rep.muted = true;
    await until('the customer is alone', () => (customers()!.alone[0]?.blocks ?? 0) > 2);
    supervisor.muted = false;
    await settled('the supervisor', ['supervisor open']);
    const { changes, alone } = customers()!;
    assert.equal(alone.length, 1);
    assert.equal(alone[0]!.fromBlock + alone[0]!.blocks, changes.at(-1)!.block);
  });

  it('names a coach whose voice reached a listener it should not have reached', async () => {
    Object.assign(supervisor, { muted: false, coaching: true, callSidToCoach: 'rep' });
    await settled('the rep alone', ['rep open']);
    rules = {
      ...rules,
      hears: (listener, speaker) => hears(listener, { ...speaker, coaching: false }),
    };
    await settled('the leak', ['rep open', 'supervisor coaching']);
  });

  it('counts a voice that says nothing: provenance, not level', async () => {
    await settled('the rep, who is silent', ['rep open']);
    assert.equal(
      heardByCustomer.every((sample) => sample === 0),
      true,
    );
  });
});
