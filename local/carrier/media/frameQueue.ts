/** Frames to gather before they are used, and the most that may wait: 40 and 160 ms. */
const PRIME_FRAMES = 2;
const MAX_FRAMES = 8;

/** Evens out the arrival of somebody's frames: one goes out per beat, however they come in. */
export interface FrameQueue {
  push(frame: Int16Array): void;
  /** The frame of this beat; undefined when nothing has been said in time. */
  take(): Int16Array | undefined;
  /** Forgets what came in too fast to be of use. */
  trim(): void;
}

export function createFrameQueue(primeFrames = PRIME_FRAMES): FrameQueue {
  const waiting: Int16Array[] = [];
  let isPrimed = false;
  return {
    push(frame) {
      if (waiting.length < 100) waiting.push(frame);
      if (waiting.length >= primeFrames) isPrimed = true;
    },
    take() {
      const frame = isPrimed ? waiting.shift() : undefined;
      if (!frame) isPrimed = false;
      return frame;
    },
    trim() {
      if (waiting.length > MAX_FRAMES) waiting.splice(0, waiting.length - PRIME_FRAMES);
    },
  };
}
