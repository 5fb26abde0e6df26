import type { Clock } from '../../../softphone/src/clock.ts';

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

/** Time that passes only when it is told to, with all promises settled in between. */
export class VirtualClock implements Clock {
  private time: number;
  private readonly timers = new Set<Timer>();

  constructor(startAt: string) {
    this.time = Date.parse(startAt);
  }

  now(): number {
    return this.time;
  }

  after(ms: number, act: () => void): () => void {
    const timer: Timer = { at: this.time + ms, act };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Lets a time pass: each timer runs at its moment. */
  async pass(ms: number): Promise<void> {
    const until = this.time + ms;
    await settled();
    for (let next = this.next(until); next; next = this.next(until)) {
      this.timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.act();
      await settled();
    }
    this.time = until;
    await settled();
  }

  /** The computer sleeps: time passes, and what was due runs when it wakes up. */
  async sleep(ms: number): Promise<void> {
    this.time += ms;
    await this.pass(0);
  }

  private next(until: number): Timer | undefined {
    return [...this.timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

/** All promises that can settle without time have settled. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
