import assert from 'node:assert/strict';
import { microphoneOrSilence, type MicrophoneStatus } from '../../softphone/src/microphone.ts';
import { settled } from './support/virtualClock.ts';

const silentTrack = { stop: () => undefined };
const SILENCE = { name: 'silence', getTracks: () => [silentTrack] };

/** A track of a microphone that can be pulled out. */
class Track extends EventTarget {
  end(): void {
    this.dispatchEvent(new Event('ended'));
  }
}

describe('a softphone’s microphone', () => {
  const before = new Map<string, PropertyDescriptor | undefined>();
  let tracks: Track[];
  let fault: string | undefined;
  let permission: string;
  let contexts: string[];
  let said: MicrophoneStatus[];
  let open: ReturnType<typeof microphoneOrSilence>;

  function stub(name: string, value: unknown): void {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  beforeEach(() => {
    tracks = [];
    fault = undefined;
    permission = 'granted';
    contexts = [];
    said = [];
    stub('navigator', {
      mediaDevices: {
        getUserMedia: () => {
          if (fault) return Promise.reject(Object.assign(new Error(fault), { name: fault }));
          const track = new Track();
          tracks.push(track);
          return Promise.resolve({ getTracks: () => [track] });
        },
      },
      permissions: { query: () => Promise.resolve({ state: permission }) },
    });
    stub(
      'AudioContext',
      class {
        readonly #n = contexts.push('running') - 1;
        createMediaStreamDestination() {
          return { stream: SILENCE };
        }
        async close() {
          if (contexts[this.#n] === 'closed') throw new Error('it is closed already');
          contexts[this.#n] = 'closed';
        }
      },
    );
    stub(
      'ConstantSourceNode',
      class {
        constructor(_context: unknown, { offset }: { offset: number }) {
          assert.equal(offset, 0, 'what is sent in place of a voice is silent');
        }
        connect() {}
        start() {}
      },
    );
    open = microphoneOrSilence((status) => said.push(status));
  });
  afterEach(() => {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    before.clear();
  });

  it('is ready where the browser gives it', async () => {
    await open({ audio: true });
    assert.deepEqual(said, ['ready']);
  });

  for (const [name, status] of [
    ['NotFoundError', 'missing'],
    ['NotAllowedError', 'denied'],
    ['NotReadableError', 'busy'],
  ] as const)
    it(`is ${status} at a ${name}, and the call goes on without a voice`, async () => {
      fault = name;
      assert.equal(await open({ audio: true }), SILENCE);
      assert.deepEqual(said, [status]);
    });

  it('makes silence only until its track is stopped', async () => {
    fault = 'NotFoundError';
    const [track] = (await open({ audio: true })).getTracks();
    assert.deepEqual(contexts, ['running']);
    track!.stop();
    track!.stop();
    assert.deepEqual(contexts, ['closed']);
  });

  it('is missing when it is unplugged in a call', async () => {
    await open({ audio: true });
    tracks[0]!.end();
    await settled();
    assert.deepEqual(said, ['ready', 'missing']);
  });

  it('is denied when the permission is taken back in a call', async () => {
    await open({ audio: true });
    permission = 'denied';
    tracks[0]!.end();
    await settled();
    assert.deepEqual(said, ['ready', 'denied']);
  });

  it('is what was opened last, however late an end is told', async () => {
    await open({ audio: true });
    tracks[0]!.end();
    await open({ audio: true });
    await settled();
    assert.deepEqual(said, ['ready', 'ready']);
  });
});
