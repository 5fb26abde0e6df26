import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { takenOffView } from './takenOffView.ts';

/**
 * That a call is not shown to a person any more. A supervisor who has lost the right to be on it
 * reads whose call it was, why they were taken off it, and what to do.
 */
export const goneView = (call: Call, person: Person) => ({
  callId: call.callId,
  takenOff: takenOffView(call, person),
});
