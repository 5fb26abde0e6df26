import type { MicrophoneStatus } from './microphone.ts';
import { microphoneOrSilence, silence } from './microphone.ts';
import type { SdkDevice, SdkPreflight } from './sdk.ts';
import type { SoftphoneToken } from './tokens.ts';

declare const Twilio: {
  Device: {
    new (token: string, options: object): SdkDevice;
    runPreflight(token: string, options: object): Omit<SdkPreflight, 'hasWay'>;
  };
};

const SOUNDS = [
  'incoming',
  'outgoing',
  'disconnect',
  'dtmf0',
  'dtmf1',
  'dtmf2',
  'dtmf3',
  'dtmf4',
  'dtmf5',
  'dtmf6',
  'dtmf7',
  'dtmf8',
  'dtmf9',
  'dtmfs',
  'dtmfh',
];

/** Makes the Voice SDK's Device as this softphone uses it. */
export const createTwilioDevice =
  (onMicrophone: (microphone: MicrophoneStatus) => void) =>
  (token: SoftphoneToken): SdkDevice =>
    new Twilio.Device(token.token, {
      ...optionsFor(token),
      logLevel: 'error',
      // Asks before the page is closed or loaded anew during a call.
      closeProtection: true,
      // Each of those who ring has a card, also during a call.
      allowIncomingWhileBusy: true,
      codecPreferences: ['opus', 'pcmu'],
      maxCallSignalingTimeoutMs: 30_000,
      getUserMedia: microphoneOrSilence(onMicrophone),
    });

/**
 * Starts a test call of the SDK, with silence instead of the microphone: nobody is to see that it is
 * in use, and the echo is not to be heard.
 */
export function startTestCall(token: SoftphoneToken): SdkPreflight {
  let hasWay = false;
  const preflight = Twilio.Device.runPreflight(token.token, {
    codecPreferences: ['opus', 'pcmu'],
    // The test goes the way that calls go.
    ...(token.iceServers && { rtcConfiguration: { iceServers: [...token.iceServers] } }),
    deviceFactory: class extends Twilio.Device {
      constructor(itsToken: string, options: object) {
        super(itsToken, {
          ...options,
          ...optionsFor(token),
          getUserMedia: async () => silence(),
          RTCPeerConnection: class extends RTCPeerConnection {
            constructor(configuration?: RTCConfiguration) {
              super(configuration);
              this.addEventListener('connectionstatechange', () => {
                hasWay ||= this.connectionState === 'connected';
              });
            }
          },
        });
      }
    },
  });
  return Object.assign(preflight, { hasWay: () => hasWay });
}

/** SDK options for the edges of Twilio, or for the signaling address of another carrier. */
function optionsFor({ signalingUrl, edges }: SoftphoneToken): object {
  if (!signalingUrl) return edges ? { edge: edges } : {};
  const { host, protocol } = new URL(signalingUrl);
  const sound = `${protocol === 'ws:' ? 'http' : 'https'}://${host}/sounds/silence.wav`;
  return {
    chunderw: host,
    publishEvents: false,
    sounds: Object.fromEntries(SOUNDS.map((name) => [name, sound])),
  };
}
