import type { Call, Customer, RepOnCall } from '../call/call.ts';
import type { Disclosure } from '../consent/decide.ts';

/** A call that was answered, as far as policy and consent look at it. */
export interface PastCall {
  readonly callId: string;
  readonly answeredAt: string;
  readonly rep: RepOnCall;
  readonly opportunity?: Call['opportunity'];
  readonly customer?: Pick<Customer, 'phone' | 'place'>;
  /** What the customer was told on the call. */
  readonly disclosure?: Disclosure;
}
