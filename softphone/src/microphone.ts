/**
 * Whether this person can be heard. `missing`: there is no microphone. `denied`: the browser does
 * not let this page use it. `busy`: another program uses it.
 */
export type MicrophoneStatus = 'unknown' | 'ready' | 'missing' | 'denied' | 'busy';

export const cannotBeHeard = (
  microphone: MicrophoneStatus,
): microphone is Exclude<MicrophoneStatus, 'unknown' | 'ready'> =>
  microphone !== 'unknown' && microphone !== 'ready';

const STATUS_OF: Readonly<Record<string, MicrophoneStatus>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

let opened = 0;

/**
 * Opens the microphone. Without one, resolves with a silent stream, so that a supervisor can still
 * monitor and a rep can still listen. Also reports when it is unplugged or blocked later.
 */
export function microphoneOrSilence(
  onStatus: (microphone: MicrophoneStatus) => void,
): (constraints: MediaStreamConstraints) => Promise<MediaStream> {
  return async (constraints) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      onStatus('ready');
      opened += 1;
      const mine = opened;
      // Fired when it is unplugged or permission is revoked, but not when this page stops it.
      for (const track of stream.getTracks())
        track.addEventListener(
          'ended',
          // A microphone that was opened since then has reported its own status.
          () => void whyItEnded().then((status) => mine === opened && onStatus(status)),
        );
      return stream;
    } catch (fault) {
      opened += 1;
      onStatus(STATUS_OF[(fault as DOMException).name] ?? 'missing');
      return silence();
    }
  };
}

/** Calls back when the person allows or forbids the microphone in the browser's settings. */
export async function followPermission(onChange: (isAllowed: boolean) => void): Promise<void> {
  const permission = await microphonePermission();
  permission?.addEventListener('change', () => onChange(permission.state !== 'denied'));
}

/** Calls back when a device was plugged in or unplugged. */
export function followDevices(onChange: () => void): void {
  navigator.mediaDevices?.addEventListener('devicechange', onChange);
}

const whyItEnded = async (): Promise<MicrophoneStatus> =>
  (await microphonePermission())?.state === 'denied' ? 'denied' : 'missing';

/** Undefined in browsers without this permission query. */
const microphonePermission = (): Promise<PermissionStatus | undefined> =>
  navigator.permissions?.query({ name: 'microphone' }).catch(() => undefined) ??
  Promise.resolve(undefined);

/** A stream without any sound. It uses no resources once its track has been stopped. */
export function silence(): MediaStream {
  const context = new AudioContext();
  const heard = context.createMediaStreamDestination();
  // Without a source the browser sends no packets, which would look like a blocked network.
  const source = new ConstantSourceNode(context, { offset: 0 });
  source.connect(heard);
  source.start();
  for (const track of heard.stream.getTracks()) {
    const stop = track.stop.bind(track);
    let isOver = false;
    track.stop = () => {
      stop();
      // A context cannot be closed twice, not even while it is closing.
      if (!isOver) void context.close();
      isOver = true;
    };
  }
  return heard.stream;
}
