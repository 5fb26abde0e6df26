import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';

/**
 * Builds what a person sees of calls. Implemented by the HTTP presenters, which define the JSON
 * shapes.
 */
export interface LivePresenter {
  /** Whether the call is on this person's lists. */
  maySee(person: Person, call: Call): boolean;
  /** What `maySee` depends on besides the person, as a text to compare. */
  scopeOf(call: Call): string;
  call(call: Call, person: Person): unknown;
  /**
   * The same for many readers of one state of a call, at one moment: those who are to see the same
   * get the same object.
   */
  callForEach(call: Call): (person: Person) => unknown;
  noticesFor(calls: readonly Call[], person: Person): unknown[];
  interventionsDue(calls: readonly Call[], person: Person): unknown[];
  /** The version of the policy, which is another when the words to choose from are. */
  policyVersion(orgId: string): string;
}
