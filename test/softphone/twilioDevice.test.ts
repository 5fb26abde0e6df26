import assert from 'node:assert/strict';
import { createTwilioDevice, startTestCall } from '../../softphone/src/twilioDevice.ts';

interface Options {
  readonly [name: string]: unknown;
  readonly RTCPeerConnection?: new (configuration?: object) => StubConnection;
}
class StubConnection extends EventTarget {
  connectionState = 'new';
  becomes(state: string): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

const TOKEN = {
  token: 't',
  lifetimeMs: 60_000,
  iceServers: [{ urls: 'turn:turn.example.com?transport=tcp', username: 'u', credential: 'c' }],
};

describe('the SDK’s device', () => {
  let made: Options[];
  let preflights: (Options & {
    deviceFactory: new (token: string, options: object) => unknown;
  })[];
  const names = ['Twilio', 'RTCPeerConnection'] as const;
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));

  beforeEach(() => {
    [made, preflights] = [[], []];
    class Device {
      static runPreflight(_token: string, options: (typeof preflights)[number]): object {
        preflights.push(options);
        return { stop: () => undefined, on: () => undefined };
      }
      constructor(_token: string, options: Options) {
        made.push(options);
      }
    }
    Object.assign(globalThis, { Twilio: { Device }, RTCPeerConnection: StubConnection });
  });
  afterEach(() => {
    for (const [at, name] of names.entries()) {
      Reflect.deleteProperty(globalThis, name);
      if (before[at]) Object.defineProperty(globalThis, name, before[at]);
    }
  });

  it('prefers Opus, asks before a page with a call is closed, and keeps a call for 30 s', () => {
    createTwilioDevice(() => undefined)(TOKEN);
    const [{ codecPreferences, closeProtection, maxCallSignalingTimeoutMs } = {} as Options] = made;
    assert.deepEqual(
      [codecPreferences, closeProtection, maxCallSignalingTimeoutMs],
      [['opus', 'pcmu'], true, 30_000],
    );
  });

  it('tests the network by the way that calls go, and says whether sound has one', () => {
    const test = startTestCall(TOKEN);
    const [{ rtcConfiguration, deviceFactory: Device }] = preflights as [
      (typeof preflights)[number],
    ];
    assert.deepEqual(rtcConfiguration, { iceServers: TOKEN.iceServers });
    new Device('t', {});
    const connection = new made[0]!.RTCPeerConnection!();
    connection.becomes('connecting');
    assert.equal(test.hasWay(), false);
    connection.becomes('connected');
    connection.becomes('closed');
    assert.equal(test.hasWay(), true);
  });
});
