import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';

/**
 * Builds what a person sees of calls. The HTTP presenters implement it, because they define the
 * JSON.
 */
export interface LivePresenter {
  /** Whether this person's lists include the call. */
  maySee(person: Person, call: Call): boolean;
  /** What `maySee` depends on in addition to the person, as a text to compare. */
  scopeOf(call: Call): string;
  call(call: Call, person: Person): unknown;
  /**
   * Like `call`, for many readers of one state of a call at one moment: readers who may see the
   * same get the same object.
   */
  callForEach(call: Call): (person: Person) => unknown;
  /** That the call is not shown to the person any more, and why they were taken off it, if they were. */
  gone(call: Call, person: Person): { readonly callId: string; readonly takenOff?: unknown };
  noticesFor(calls: readonly Call[], person: Person): unknown[];
  interventionsDue(calls: readonly Call[], person: Person): unknown[];
  /** Whose calls the person can monitor by the policy in force. */
  monitors(person: Person): unknown;
  /** The version of the policy. It also changes with the vocabulary. */
  policyVersion(orgId: string): string;
}
