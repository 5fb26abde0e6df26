import type { Later } from '../../ports/index.ts';
import type { CallDeps } from './callDeps.ts';
import { reconcileCall } from './reconcileCall.ts';

/** How long the carrier's callback may take before the carrier is asked. */
const CONFIRMATION_PATIENCE_MS = 1_200;

interface ReconcileLaterDeps extends CallDeps {
  readonly later: Later;
}

/** Asks the carrier about a call in a while, if it is still needed then. */
export function reconcileLater(
  deps: ReconcileLaterDeps,
  callId: string,
  isNeeded: () => Promise<boolean> = async () => true,
): void {
  deps.later(CONFIRMATION_PATIENCE_MS, async () => {
    if (await isNeeded()) await reconcileCall(deps, callId);
  });
}
