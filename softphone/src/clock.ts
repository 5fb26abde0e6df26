/** Time as the softphone sees it; tests run on a virtual one. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `act` once, after the given time. Returns a function that cancels it. */
  after(ms: number, act: () => void): () => void;
}

export const BROWSER_CLOCK: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
