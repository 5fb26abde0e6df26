import type { LatencyLedger, Log } from '../../ports/index.ts';

export interface MeasureDeps {
  readonly latency: LatencyLedger;
  readonly log: Log;
}

/** The request id that a join has in the ledger: an intervention is joined once. */
export const JOIN_REQUEST = 'join';

/** Notes a measurement without making anybody wait for it, or fail by it. */
export function measure({ latency, log }: MeasureDeps, note: (ledger: LatencyLedger) => Promise<void>): void {
  note(latency).catch((fault: unknown) => log.warn({ fault: String(fault) }, 'a measurement was lost'));
}

/** Measurements of one request, each noted once the one before is: what came of a request is added to the row of its asking. */
export function measureInOrder(deps: MeasureDeps): (note: (ledger: LatencyLedger) => Promise<void>) => void {
  let before: Promise<unknown> = Promise.resolve();
  return (note) => measure(deps, (ledger) => {
    const noted = before.then(() => note(ledger));
    before = noted.catch(() => undefined);
    return noted;
  });
}
