import type { Call } from '../../domain/call/call.ts';
import { manages, type Person } from '../../domain/call/people.ts';

/**
 * What makes views of a call for its readers, one for each kind of reader: everybody of a kind gets
 * the same object. For one moment, since a view depends on the time and the policy too.
 *
 * Whom the call names, in whatever part of it, is a kind of their own. The others differ by what
 * gives rights alone, and by whether they manage the rep. A view that others get as well is made
 * without what is about one person, so that it cannot tell any of it.
 */
export function viewsByKind<View>(
  viewOf: (call: Call, reader: Person) => View,
): (call: Call) => (reader: Person) => View {
  return (call) => {
    const made = new Map<string, View>();
    return (reader) => {
      if (names(call, reader.userId)) return viewOf(call, reader);
      const kind = `${manages(reader, call.rep)} ${rightsOf(reader)}`;
      const known = made.get(kind);
      if (known !== undefined) return known;
      const view = viewOf(call, { ...reader, ...NOBODY });
      made.set(kind, view);
      return view;
    };
  };
}

/**
 * What of a person gives no right to see or do anything on a call. The user id stays: by it a
 * person manages a rep, and a call that does not name it cannot show it.
 */
const NOBODY = {
  name: '',
  username: undefined,
  managerIds: [],
  phones: {},
  place: undefined,
  asOf: '',
} satisfies Partial<Person>;

/** By person: one who is read again is another object. */
const rights = new WeakMap<Person, string>();

function rightsOf(person: Person): string {
  const known = rights.get(person);
  if (known !== undefined) return known;
  const text = JSON.stringify({ ...person, ...NOBODY, userId: '' });
  rights.set(person, text);
  return text;
}

/** By call: a call never changes, a later state of it is another object. */
const texts = new WeakMap<Call, string>();

/** Whether the id stands anywhere in the call but among the managers of its rep. */
function names(call: Call, userId: string): boolean {
  let text = texts.get(call);
  if (text === undefined) {
    text = JSON.stringify({ ...call, rep: { ...call.rep, managerIds: [] } });
    texts.set(call, text);
  }
  return text.includes(userId);
}
