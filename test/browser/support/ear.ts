import type { Frame, Page } from 'playwright-core';

/** The tones of the three parties. */
export const TONE = { rep: 500, supervisor: 800, customer: 1100 } as const;
export type Speaker = keyof typeof TONE;

/**
 * Above this the middle level of a tone counts as heard; a tone that lasts 100 ms above the other
 * is not silent.
 */
const HEARD_DB = -16;
const SILENT_DB = -50;

interface EarWindow {
  dealsideEar?: { at: number; levels: number[] }[];
  dealsideConnections?: RTCPeerConnection[];
  dealsideMicrophones?: MediaStreamTrack[];
  dealsidePlugIn?: () => void;
}

/** How the sound of a connection travels, by the browser's own statistics. */
export interface Encryption {
  readonly dtlsState: string;
  readonly srtpCipher: string;
}

/**
 * Runs in the page before anything else: measures what a peer connection brings, without touching
 * it.
 */
export function listenAtTheEar(): void {
  const tones = [500, 800, 1100, 1450, 650, 1750];
  const rows: { at: number; levels: number[] }[] = [];
  const connections: RTCPeerConnection[] = [];
  Object.assign(window, { dealsideEar: rows, dealsideConnections: connections });
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
      this.addEventListener('track', ({ track }) => measure(track));
    }
  };
  let listening: AudioContext | undefined;
  /** It may be closed already. */
  const close = (context: AudioContext) => context.close().catch(() => undefined);
  function measure(track: MediaStreamTrack): void {
    // The ear is at the latest call: an earlier one would go on measuring silence.
    if (listening) void close(listening);
    const context = new AudioContext({ sampleRate: 48000 });
    listening = context;
    const tap = context.createScriptProcessor(1024, 1, 1);
    // 20 ms hold whole cycles of all tones, so that none seems to sound in another's place.
    const block = new Float32Array(960);
    let filled = 0;
    tap.onaudioprocess = ({ inputBuffer }) => {
      if (track.readyState === 'ended') {
        tap.onaudioprocess = null;
        return void close(context);
      }
      for (const sample of inputBuffer.getChannelData(0)) {
        block[filled++] = sample;
        if (filled < block.length) continue;
        filled = 0;
        rows.push({ at: Date.now(), levels: tones.map((hz) => level(block, hz)) });
      }
      if (rows.length > 4000) rows.splice(0, 1000);
    };
    context.createMediaStreamSource(new MediaStream([track])).connect(tap);
    tap.connect(context.destination);
  }
  function level(block: Float32Array, hz: number): number {
    const coefficient = 2 * Math.cos((2 * Math.PI * hz) / 48000);
    let before = 0;
    let beforeThat = 0;
    for (const sample of block) {
      const now = sample + coefficient * before - beforeThat;
      beforeThat = before;
      before = now;
    }
    const power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
    return 20 * Math.log10(Math.max(1e-6, (2 * Math.sqrt(Math.max(0, power))) / block.length));
  }
}

/**
 * Runs in the page before anything else: the browser's noise suppression would take a steady tone
 * for noise.
 */
export function useRawMicrophone(): void {
  if (!navigator.mediaDevices) return;
  const native = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const microphones: MediaStreamTrack[] = [];
  Object.assign(window, { dealsideMicrophones: microphones });
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    const audio = typeof constraints?.audio === 'object' ? { ...constraints.audio, ...raw } : raw;
    const stream = await native({ ...constraints, audio });
    microphones.push(...stream.getAudioTracks());
    return stream;
  };
}

/**
 * Pulls the plug of this person's microphone, as the browser tells it: its sound ends, and there is
 * none to open. Returns what plugs it in again.
 */
export async function unplugMicrophone(page: Page): Promise<() => Promise<void>> {
  const frame = softphoneFrame(page);
  await frame.evaluate(() => {
    const { mediaDevices } = navigator;
    const { getUserMedia } = mediaDevices;
    (window as EarWindow).dealsidePlugIn = () => {
      mediaDevices.getUserMedia = getUserMedia;
      mediaDevices.dispatchEvent(new Event('devicechange'));
    };
    mediaDevices.getUserMedia = async () => {
      throw new DOMException('Requested device not found', 'NotFoundError');
    };
    for (const track of (window as EarWindow).dealsideMicrophones!) {
      if (track.readyState === 'ended') continue;
      track.stop();
      // The browser says so where it was not the page that stopped it.
      track.dispatchEvent(new Event('ended'));
    }
  });
  return () => frame.evaluate(() => (window as EarWindow).dealsidePlugIn!());
}

const MEASURED = [500, 800, 1100, 1450, 650, 1750];

/** How loud each tone was at this person's ear since a moment (epoch ms). */
export async function levelsSince(
  page: Page,
  since: number,
  tones: readonly number[],
): Promise<{ median: number; sustained: number; frames: number }[]> {
  const rows = await softphoneFrame(page).evaluate(
    (from) => (window as EarWindow).dealsideEar!.filter((row) => row.at >= from),
    since,
  );
  return tones.map((hz) => {
    const levels = rows.map((row) => row.levels[MEASURED.indexOf(hz)]!);
    return { median: medianOf(levels), sustained: sustainedOf(levels), frames: rows.length };
  });
}

/**
 * Whom this person's softphone has played since a moment (epoch ms); undefined while there is too
 * little sound to say.
 */
export async function heardSince(page: Page, since: number): Promise<Speaker[] | undefined> {
  const frame = softphoneFrame(page);
  const rows = await frame.evaluate(
    (from) => (window as EarWindow).dealsideEar!.filter((row) => row.at >= from),
    since,
  );
  if (rows.length < 30) return undefined;
  const speakers = Object.keys(TONE) as Speaker[];
  return speakers.filter((_, i) => isHeard(rows.map((row) => row.levels[i]!)));
}

/** Between heard and silent there is nothing: a level that is neither fails. */
function isHeard(levels: readonly number[]): boolean {
  const [median, sustained] = [medianOf(levels), sustainedOf(levels)];
  if (median > HEARD_DB) return true;
  if (sustained < SILENT_DB) return false;
  throw new Error(
    `neither heard nor silent: median ${median.toFixed(1)} dBFS, sustained ${sustained.toFixed(1)} dBFS`,
  );
}

const medianOf = (levels: readonly number[]): number =>
  levels.toSorted((a, b) => a - b)[levels.length >> 1] ?? -120;
const sustainedOf = (levels: readonly number[]): number =>
  Math.max(-120, ...levels.slice(4).map((_, i) => Math.min(...levels.slice(i, i + 5))));

/** Of each connection that is open. */
export async function encryptionOf(page: Page): Promise<Encryption[]> {
  return softphoneFrame(page).evaluate(async () => {
    const open = (window as EarWindow).dealsideConnections!.filter(
      ({ connectionState }) => connectionState === 'connected',
    );
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.flatMap((report) =>
      [...(report as unknown as Map<string, Encryption & { type: string }>).values()]
        .filter(({ type }) => type === 'transport')
        .map(({ dtlsState, srtpCipher }) => ({ dtlsState, srtpCipher })),
    );
  });
}

/** How the sound of a connection reaches the phone network. */
export interface WayOfSound {
  readonly candidateType: string;
  /** How a relay is reached. */
  readonly protocol: string;
}

/** Of each connection that is open. */
export async function waysOfSound(page: Page): Promise<WayOfSound[]> {
  return softphoneFrame(page).evaluate(async () => {
    type Row = Record<string, string>;
    const open = (window as EarWindow).dealsideConnections!.filter(
      ({ connectionState }) => connectionState === 'connected',
    );
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.flatMap((report) => {
      const rows = report as unknown as Map<string, Row>;
      return [...rows.values()]
        .filter(({ type }) => type === 'transport')
        .map(({ selectedCandidatePairId }) => {
          const local = rows.get(rows.get(selectedCandidatePairId!)!['localCandidateId']!)!;
          return {
            candidateType: local['candidateType']!,
            protocol: local['relayProtocol'] ?? local['protocol']!,
          };
        });
    });
  });
}

export function softphoneFrame(page: Page): Frame {
  const frame = page
    .frames()
    .find((one) => URL.parse(one.url())?.pathname.startsWith('/softphone') === true);
  if (!frame) throw new Error('the page has no softphone');
  return frame;
}
