type Stop = () => unknown;

/** What was started one after the other, and how to stop it, newest first; one that fails to stop does not keep the others. */
export class Stops {
  readonly #stops: Stop[] = [];

  add(stop: Stop): void {
    this.#stops.push(stop);
  }

  async run(): Promise<void> {
    const faults: unknown[] = [];
    for (const stop of this.#stops.splice(0).reverse()) {
      try {
        await stop();
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw faults[0];
  }

  /** Starts what needs several things: when one of them does not start, those before it are stopped. */
  static async whole<T>(start: (stops: Stops) => Promise<T>): Promise<T> {
    const stops = new Stops();
    try {
      return await start(stops);
    } catch (fault) {
      await stops.run().catch(() => undefined);
      throw fault;
    }
  }
}
