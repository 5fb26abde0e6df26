import type { Call } from '../../domain/call/call.ts';
import { manages, type Person } from '../../domain/call/people.ts';

/**
 * Makes views of a call, one for each kind of reader; readers of one kind get the same object. The
 * views are for one moment, since they also depend on the time and the policy.
 *
 * A person whom the call names anywhere is a kind of their own. Other readers differ only by their
 * rights and by whether they manage the rep. A shared view is made for a reader without personal
 * data, so it cannot contain any.
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
 * Clears the fields of a person that give no right to see or do anything on a call. The user id
 * stays: managers of the rep are found by it, and a call that does not contain it cannot show it.
 */
const NOBODY = {
  name: '',
  username: undefined,
  managerIds: [],
  phones: {},
  place: undefined,
  asOf: '',
} satisfies Partial<Person>;

/** Keyed by person object: a person who is read again is another object. */
const rights = new WeakMap<Person, string>();

function rightsOf(person: Person): string {
  const known = rights.get(person);
  if (known !== undefined) return known;
  const text = JSON.stringify({ ...person, ...NOBODY, userId: '' });
  rights.set(person, text);
  return text;
}

/** Keyed by call object: a call is immutable, and a later state of it is another object. */
const texts = new WeakMap<Call, string>();

/** Whether the call contains the id anywhere except among the managers of its rep. */
function names(call: Call, userId: string): boolean {
  let text = texts.get(call);
  if (text === undefined) {
    text = JSON.stringify({ ...call, rep: { ...call.rep, managerIds: [] } });
    texts.set(call, text);
  }
  return text.includes(userId);
}
