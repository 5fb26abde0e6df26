import type { Call } from '../../domain/call/call.ts';
import type { ConferenceControl, Log } from '../../ports/index.ts';
import { attemptAction } from './attempt.ts';

export interface RingDeps {
  readonly control: Pick<ConferenceControl, 'ringRep' | 'dialCustomer'>;
  readonly log: Log;
}

/**
 * Rings the customer's phone or the rep's softphone into the call. A customer without a number is
 * not rung.
 */
export async function ring(deps: RingDeps, call: Call, role: 'customer' | 'rep'): Promise<void> {
  const { callId, orgId, rep, customer } = call;
  await attemptAction(deps, call, `dial ${role}`, async () => {
    if (role === 'rep')
      await deps.control.ringRep({
        callId,
        orgId,
        repUserId: rep.userId,
        customerName: customer.name,
      });
    else if (customer.phone)
      await deps.control.dialCustomer({ callId, orgId, phone: customer.phone });
  });
}
