/**
 * Opens the microphone; without one, resolves with a silent stream, so that a supervisor can still
 * monitor.
 */
export function microphoneOrSilence(
  onStatus: (microphone: 'ready' | 'missing') => void,
): (constraints: MediaStreamConstraints) => Promise<MediaStream> {
  return async (constraints) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      onStatus('ready');
      return stream;
    } catch {
      onStatus('missing');
      return silence();
    }
  };
}

let context: AudioContext | undefined;

function silence(): MediaStream {
  context ??= new AudioContext();
  return context.createMediaStreamDestination().stream;
}
