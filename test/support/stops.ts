type Stop = () => unknown;

/** Functions that stop what was started, run newest first, all of them even if one throws. */
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

  /** Runs a start of several things; if it throws, stops those that were started. */
  static async during<T>(start: (stops: Stops) => Promise<T>): Promise<T> {
    const stops = new Stops();
    try {
      return await start(stops);
    } catch (fault) {
      await stops.run().catch(() => undefined);
      throw fault;
    }
  }
}
