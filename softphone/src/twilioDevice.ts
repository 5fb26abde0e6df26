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

/** Creates the Voice SDK's Device with this softphone's settings. */
export const createTwilioDevice =
  (onMicrophone: (microphone: MicrophoneStatus) => void) =>
  (token: SoftphoneToken): SdkDevice =>
    new Twilio.Device(token.token, {
      ...optionsFor(token),
      logLevel: 'error',
      // Asks for confirmation before the page is closed or reloaded during a call.
      closeProtection: true,
      // Every ringing line has a card, also during a call.
      allowIncomingWhileBusy: true,
      codecPreferences: ['opus', 'pcmu'],
      maxCallSignalingTimeoutMs: 30_000,
      getUserMedia: microphoneOrSilence(onMicrophone),
    });

/**
 * Starts a test call of the SDK with silence instead of the microphone, so that the browser does
 * not show the microphone as in use and the echo is not heard.
 */
export function startTestCall(token: SoftphoneToken): SdkPreflight {
  let hasWay = false;
  const preflight = Twilio.Device.runPreflight(token.token, {
    codecPreferences: ['opus', 'pcmu'],
    // The test uses the same network path as calls.
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

/** The SDK's options for Twilio's edges, or for another carrier's signaling address. */
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
