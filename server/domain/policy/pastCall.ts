import type { Disclosure } from '../call/announcement.ts';
import type { Call, Customer, RepOnCall } from '../call/call.ts';

/** The facts of an answered call that policy and consent need. */
export interface PastCall {
  readonly callId: string;
  readonly answeredAt: string;
  readonly rep: RepOnCall;
  readonly opportunity?: Call['opportunity'];
  readonly customer?: Pick<Customer, 'phone' | 'place'>;
  /** When the customer said that they agree to be monitored. */
  readonly agreedAt?: string;
  /** The opening disclosure of the call. */
  readonly disclosure?: Disclosure;
}
