import { microphoneOrSilence } from './microphone.ts';
import type { SoftphoneEvent } from './state.ts';
import type { Texts } from './strings.ts';

/** The parts of the Voice SDK that are used here. https://twilio.github.io/twilio-voice.js/ */
interface SdkCall {
  readonly parameters: Record<string, string>;
  readonly customParameters: Map<string, string>;
  accept(options?: object): void;
  reject(): void;
  disconnect(): void;
  mute(muted: boolean): void;
  sendDigits(digits: string): void;
  on(event: string, listener: (...values: never[]) => void): void;
}
interface SdkDevice {
  readonly audio?: {
    setAudioConstraints(constraints: MediaTrackConstraints): Promise<void>;
    setInputDevice(deviceId: string): Promise<void>;
  };
  register(): Promise<void>;
  connect(options: object): Promise<SdkCall>;
  updateToken(token: string): void;
  destroy(): void;
  on(event: string, listener: (...values: never[]) => void): void;
}
declare const Twilio: { Device: new (token: string, options: object) => SdkDevice };

export interface SoftphoneToken {
  readonly token: string;
  readonly signallingUrl?: string;
}

export interface Phone {
  connect(params: Record<string, string>): Promise<void>;
  answer(): void;
  decline(): void;
  hangUp(): void;
  mute(muted: boolean): void;
  press(digits: string): void;
  chooseMicrophone(deviceId: string): Promise<void>;
  close(): void;
}

export interface PhoneDeps {
  readonly getToken: () => Promise<SoftphoneToken>;
  readonly dispatch: (event: SoftphoneEvent) => void;
  readonly onLevels: (input: number, output: number) => void;
  /** In the language of the moment. */
  readonly texts: () => Texts;
}

/**
 * Set explicitly, so that the SDK uses the same when it opens the microphone again during a call.
 */
const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
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

const WARNINGS: Record<string, keyof Texts['quality']> = {
  'high-rtt': 'slow',
  'high-jitter': 'uneven',
  'high-packet-loss': 'lossy',
  'high-packets-lost-fraction': 'lossy',
  'low-mos': 'poor',
  'constant-audio-input-level': 'silent',
};

/**
 * Registers this browser as the person's phone and dispatches its events. Rejects if registration
 * fails.
 */
export async function openPhone({
  getToken,
  dispatch,
  onLevels,
  texts,
}: PhoneDeps): Promise<Phone> {
  const { token, signallingUrl } = await getToken();
  const device = new Twilio.Device(token, {
    ...optionsFor(signallingUrl),
    logLevel: 'error',
    closeProtection: false,
    maxCallSignalingTimeoutMs: 30_000,
    getUserMedia: microphoneOrSilence((microphone) => dispatch({ type: 'microphone', microphone })),
  });
  // When devices change, the SDK reopens the microphone with these constraints only.
  await device.audio?.setAudioConstraints(MICROPHONE);
  let current: SdkCall | undefined;

  function follow(call: SdkCall): void {
    current = call;
    const end = (): void => {
      if (current !== call) return;
      current = undefined;
      dispatch({ type: 'call-ended' });
    };
    call.on('accept', () => dispatch({ type: 'call-open', at: new Date().toISOString() }));
    call.on('disconnect', end);
    call.on('cancel', end);
    call.on('reject', end);
    call.on('error', (error: { message: string }) => {
      dispatch({ type: 'problem', problem: { message: texts().callFailed, hint: error.message } });
      end();
    });
    call.on('reconnecting', () =>
      dispatch({ type: 'quality', warning: texts().quality.reconnecting }),
    );
    call.on('reconnected', () => dispatch({ type: 'quality' }));
    call.on('warning', (name: string) => {
      const quality = WARNINGS[name];
      dispatch({ type: 'quality', warning: quality && texts().quality[quality] });
    });
    call.on('warning-cleared', () => dispatch({ type: 'quality' }));
    call.on('volume', (input: number, output: number) => onLevels(input, output));
  }

  device.on('registering', () => dispatch({ type: 'device', device: { status: 'connecting' } }));
  device.on('registered', () => dispatch({ type: 'device', device: { status: 'registered' } }));
  device.on('unregistered', () => dispatch({ type: 'device', device: { status: 'lost' } }));
  device.on('error', (error: { code: number; message: string }) => {
    const lost = [31005, 31009, 53000, 53001].includes(error.code);
    dispatch({
      type: 'device',
      device: lost ? { status: 'lost' } : { status: 'failed', message: error.message },
    });
  });
  device.on(
    'tokenWillExpire',
    () =>
      void getToken().then(
        (renewed) => device.updateToken(renewed.token),
        () => undefined,
      ),
  );
  device.on('incoming', (call: SdkCall) => {
    follow(call);
    dispatch({
      type: 'call-incoming',
      callId: call.customParameters.get('callId'),
      name: call.customParameters.get('customerName') ?? call.parameters.From ?? '',
    });
  });
  await device.register();

  return {
    async connect(params) {
      follow(await device.connect({ params, rtcConstraints: { audio: MICROPHONE } }));
    },
    answer: () => current?.accept({ rtcConstraints: { audio: MICROPHONE } }),
    decline: () => current?.reject(),
    hangUp: () => current?.disconnect(),
    mute: (muted) => current?.mute(muted),
    press: (digits) => current?.sendDigits(digits),
    chooseMicrophone: async (deviceId) => device.audio?.setInputDevice(deviceId),
    close: () => device.destroy(),
  };
}

/** SDK options for the signaling address of another carrier; none for Twilio. */
function optionsFor(signallingUrl: string | undefined): object {
  if (!signallingUrl) return {};
  const { host, protocol } = new URL(signallingUrl);
  const sound = `${protocol === 'ws:' ? 'http' : 'https'}://${host}/sounds/silence.wav`;
  return {
    chunderw: host,
    publishEvents: false,
    sounds: Object.fromEntries(SOUNDS.map((name) => [name, sound])),
  };
}
