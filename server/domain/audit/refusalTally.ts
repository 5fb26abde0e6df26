import type { AuditEntry } from './entries.ts';

/**
 * How many different refusals of a person are written in full per minute. Further ones and
 * repetitions are written as tallies.
 */
const IN_FULL_EACH_MINUTE = 30;

interface Slot {
  /** The first refusal since the last tally, which was not written. */
  readonly first?: AuditEntry;
  readonly last?: AuditEntry;
  /** Refusals since the last tally, without those that were written in full. */
  readonly times: number;
}

/**
 * Refusals that were not written yet, by org and actor, and then by what was refused. An empty slot
 * stands for a refusal that was written in full in this minute.
 */
export type RefusalTally = Map<string, Map<string, Slot>>;

/** Unknown callers can invent any claim, so all of them count as one actor. */
const actorIn = ({ orgId, actor }: AuditEntry): string =>
  [orgId, actor.kind, actor.kind === 'person' ? actor.userId : ''].join(' ');

const kindOf = ({ action, code }: AuditEntry): string => `${action} ${code}`;

function subjectOf(entry: AuditEntry): string {
  const { actor, callId = '', interventionId = '' } = entry;
  return actor.kind === 'person' ? `${kindOf(entry)} ${callId} ${interventionId}` : kindOf(entry);
}

/**
 * Whether to write a refusal now. Otherwise it is counted, and `drainTallies` returns the entries
 * to write: one per minute for each actor, action and code, however many requests there are.
 */
export function countRefusal(tally: RefusalTally, entry: AuditEntry): boolean {
  const actor = actorIn(entry);
  const slots = tally.get(actor) ?? new Map<string, Slot>();
  tally.set(actor, slots);
  const subject = subjectOf(entry);
  if (!slots.has(subject) && slots.size < IN_FULL_EACH_MINUTE) {
    slots.set(subject, { times: 0 });
    return true;
  }
  holdRefusal(tally, entry);
  return false;
}

/** A tally counts as the number of refusals that it states. */
const timesOf = ({ details: { times } }: AuditEntry): number =>
  typeof times === 'number' ? times : 1;

/** Counts a refusal, or a tally, that could not be written. */
export function holdRefusal(tally: RefusalTally, entry: AuditEntry): void {
  const slots = tally.get(actorIn(entry)) ?? new Map<string, Slot>();
  tally.set(actorIn(entry), slots);
  const key = slots.has(subjectOf(entry)) ? subjectOf(entry) : `${kindOf(entry)} and others`;
  const { first = entry, times } = slots.get(key) ?? { times: 0 };
  slots.set(key, { first, last: entry, times: times + timesOf(entry) });
}

/**
 * The entries of what was counted since the last time, and begins to count anew. A single refusal
 * is written as it was; of several the last one is, with `times`, `since` and `until` in its
 * details.
 */
export function drainTallies(tally: RefusalTally): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const [actor, slots] of tally) {
    for (const [subject, { first, last, times }] of slots) {
      // Refusals that continue keep being counted: only the first one is written in full.
      if (times === 0) slots.delete(subject);
      else slots.set(subject, { times: 0 });
      if (first && last)
        entries.push(times === 1 ? first : tallied(first, last, { times, subject }));
    }
    if (slots.size === 0) tally.delete(actor);
  }
  return entries;
}

function tallied(
  first: AuditEntry,
  last: AuditEntry,
  { times, subject }: { readonly times: number; readonly subject: string },
): AuditEntry {
  const { callId, interventionId, actor, ...entry } = last;
  return {
    ...entry,
    actor: actor.kind === 'unknown' ? { kind: 'unknown' } : actor,
    ...(subject === subjectOf(last) && actor.kind === 'person' && { callId, interventionId }),
    details: { times, since: first.details.since ?? first.at, until: last.at },
  };
}
