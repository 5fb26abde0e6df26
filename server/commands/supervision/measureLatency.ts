import type { LatencyLedger, Log } from '../../ports/index.ts';

/** Measurements of a request. */
export type RequestLedger = Pick<LatencyLedger, 'requested' | 'carrierAnswered'>;

export interface MeasureDeps {
  readonly latency: RequestLedger;
  readonly log: Log;
}

/** The request id of a join in the ledger: an intervention is joined once. */
export const JOIN_REQUEST = 'join';

/** Writes a measurement; resolves when it is written. A failure is logged and never rejects. */
export function measure(
  { latency, log }: MeasureDeps,
  note: (ledger: RequestLedger) => Promise<void>,
): Promise<void> {
  return note(latency).catch((fault: unknown) =>
    log.warn({ fault: String(fault) }, 'storing a latency measurement failed'),
  );
}

/**
 * Writes the measurements of one request one after another: later ones are added to the row of the
 * first.
 */
export function measureInOrder(
  deps: MeasureDeps,
): (note: (ledger: RequestLedger) => Promise<void>) => void {
  let before: Promise<unknown> = Promise.resolve();
  return (note) =>
    void measure(deps, (ledger) => {
      const noted = before.then(() => note(ledger));
      before = noted.catch(() => undefined);
      return noted;
    });
}
