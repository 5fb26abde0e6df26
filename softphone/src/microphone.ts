/** Opens the microphone; without one, gives silence, so that a listener can still join. */
export function microphoneOrSilence(tell: (microphone: 'ready' | 'missing') => void): (constraints: MediaStreamConstraints) => Promise<MediaStream> {
  return async (constraints) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      tell('ready');
      return stream;
    } catch {
      tell('missing');
      return silence();
    }
  };
}

let context: AudioContext | undefined;

function silence(): MediaStream {
  context ??= new AudioContext();
  return context.createMediaStreamDestination().stream;
}
