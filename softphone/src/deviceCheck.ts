import { h } from './dom.ts';
import { cannotBeHeard, type MicrophoneStatus } from './microphone.ts';
import type { Texts } from './strings.ts';

const TEST_TONE_HZ = 440;
const TEST_TONE_SECONDS = 0.7;

export interface DeviceCheckDeps {
  /** Opens the microphone; without one, resolves with a silent stream. */
  readonly openMicrophone: () => Promise<MediaStream>;
  readonly chooseMicrophone: (deviceId: string) => Promise<void>;
  /** The result of the last attempt to open the microphone. */
  readonly microphone: () => MicrophoneStatus;
}

/**
 * Shows the microphone's level, lets a person hear the speaker, and lets them choose the microphone
 * (R18). Uses the microphone only while it is open.
 */
export function deviceCheck(
  { openMicrophone, chooseMicrophone, microphone }: DeviceCheckDeps,
  texts: Texts,
): HTMLElement {
  const level = h('meter', {
    min: '0',
    max: '1',
    value: '0',
    'aria-label': texts.microphoneLevel,
  }) as HTMLMeterElement;
  const found = h('p', { class: 'phone-hint', role: 'status' });
  const choice = h('select', {
    class: 'slds-select',
    'aria-label': texts.microphone,
    onchange: () => void chooseMicrophone(choice.value).then(listen),
  }) as HTMLSelectElement;
  let stop = (): void => undefined;

  async function listen(): Promise<void> {
    stop();
    const stream = await openMicrophone();
    const microphones = (await navigator.mediaDevices.enumerateDevices()).filter(
      ({ kind, label }) => kind === 'audioinput' && label,
    );
    const used = stream.getAudioTracks()[0]?.getSettings().deviceId;
    choice.replaceChildren(
      ...microphones.map(({ deviceId, label }) =>
        h('option', { value: deviceId, selected: deviceId === used }, label),
      ),
    );
    choice.hidden = microphones.length === 0;
    const status = microphone();
    found.textContent = cannotBeHeard(status) ? texts.noMicrophone[status] : texts.saySomething;
    stop = followLevel(stream, (value) => (level.value = value));
  }

  const panel = h(
    'details',
    {
      class: 'phone-check',
      ontoggle: () => {
        if (panel.hasAttribute('open')) void listen();
        else stop();
      },
    },
    h('summary', {}, texts.testAudio),
    choice,
    level,
    found,
    h(
      'button',
      { type: 'button', class: 'slds-button slds-button_neutral', onclick: playTone },
      texts.playSound,
    ),
  );
  return panel;
}

function followLevel(stream: MediaStream, show: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    show(
      Math.min(
        1,
        4 * Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length),
      ),
    );
  }, 100);
  return () => {
    clearInterval(timer);
    show(0);
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
}

function playTone(): void {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: TEST_TONE_HZ });
  const quiet = new GainNode(context, { gain: 0.2 });
  tone.connect(quiet).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + TEST_TONE_SECONDS);
  tone.onended = () => void context.close();
}
