import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';

/** A view depends on the time: those that are made within this are of one moment. */
const MOMENT_MS = 1_000;

/**
 * Views of many calls for many readers at about the same time: of a state of a call one for each
 * kind of reader, as `viewsOf` makes them.
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
