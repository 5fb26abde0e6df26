import type { LatencyLedger, Log } from '../ports.ts';

export interface Measuring {
  readonly latency: LatencyLedger;
  readonly log: Log;
}

/** The request id that a join has in the ledger: an intervention is joined once. */
export const JOIN_REQUEST = 'join';

/** Notes a measurement without making anybody wait for it, or fail by it. */
export function measure({ latency, log }: Measuring, note: (ledger: LatencyLedger) => Promise<void>): void {
  note(latency).catch((fault: unknown) => log.warn({ fault: String(fault) }, 'a measurement was lost'));
}
