/** Frames to collect before the first is used, and the most that may wait: 40 and 160 ms. */
const PRIME_FRAMES = 2;
const MAX_FRAMES = 8;

/** A jitter buffer: frames arrive irregularly, one leaves per beat. */
export interface FrameQueue {
  push(frame: Int16Array): void;
  /** The frame of this beat; undefined when none has arrived in time. */
  shift(): Int16Array | undefined;
  /** Drops the oldest frames when too many are waiting. */
  trim(): void;
}

/** @param primeFrames how many frames to collect before the first is used */
export function createFrameQueue(primeFrames = PRIME_FRAMES): FrameQueue {
  const waiting: Int16Array[] = [];
  let isPrimed = false;
  return {
    push(frame) {
      if (waiting.length < 100) waiting.push(frame);
      if (waiting.length >= primeFrames) isPrimed = true;
    },
    shift() {
      const frame = isPrimed ? waiting.shift() : undefined;
      if (!frame) isPrimed = false;
      return frame;
    },
    trim() {
      if (waiting.length > MAX_FRAMES) waiting.splice(0, waiting.length - PRIME_FRAMES);
    },
  };
}
