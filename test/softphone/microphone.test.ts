import assert from 'node:assert/strict';
import { microphoneOrSilence, type MicrophoneStatus } from '../../softphone/src/microphone.ts';
import { settled } from './support/virtualClock.ts';

const SILENCE = { name: 'silence' };

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
        createMediaStreamDestination() {
          return { stream: SILENCE };
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
