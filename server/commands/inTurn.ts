import type { ConferenceControl } from '../ports.ts';

const turns = new WeakMap<ConferenceControl, Map<string, Promise<unknown>>>();

/**
 * One thing after another at a conference, in the order it was asked for: the carrier takes requests as they come in,
 * and a switch that is under way must not overtake the silence that was asked for after it.
 */
export async function inTurn<T>(control: ConferenceControl, conferenceSid: string, act: () => Promise<T>): Promise<T> {
  const conferences = turns.get(control) ?? new Map<string, Promise<unknown>>();
  turns.set(control, conferences);
  const mine = (conferences.get(conferenceSid) ?? Promise.resolve()).then(act);
  const over = mine.catch(() => undefined);
  conferences.set(conferenceSid, over);
  try {
    return await mine;
  } finally {
    if (conferences.get(conferenceSid) === over) conferences.delete(conferenceSid);
  }
}
