import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';

/**
 * Views depend on the time. Views that are built within this time count as built at the same
 * moment.
 */
const MOMENT_MS = 1_000;

/**
 * Shares views of calls among readers at about the same time: each state of a call is viewed once
 * per kind of reader (see `viewsOf`).
 */
export function sharedViews<View>(
  viewsOf: (call: Call) => (reader: Person) => View,
  nowMs: () => number = () => performance.now(),
): (call: Call, reader: Person) => View {
  let views = new Map<Call, (reader: Person) => View>();
  let momentEndsAt = nowMs() + MOMENT_MS;
  return (call, reader) => {
    if (nowMs() >= momentEndsAt) {
      views = new Map();
      momentEndsAt = nowMs() + MOMENT_MS;
    }
    let viewFor = views.get(call);
    if (!viewFor) views.set(call, (viewFor = viewsOf(call)));
    return viewFor(reader);
  };
}
