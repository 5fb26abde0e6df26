import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';

/** One reader of the live feed. */
export interface Reader {
  readonly person: Person;
}

export interface AudienceDeps<R extends Reader> {
  readonly readersOf: (orgId: string) => Iterable<R>;
  readonly maySee: (person: Person, call: Call) => boolean;
  /** What `maySee` reads of a call and of the time, as a text to compare. */
  readonly scopeOf: (call: Call) => string;
}

/**
 * Remembers which readers see a call, because it is asked at each change of the call and rarely
 * changes itself.
 */
export interface Audience<R extends Reader> {
  readersOf(call: Call): Iterable<R>;
  /** Which of these calls a reader sees, who is new or has other rights. */
  visibleTo(reader: R, calls: readonly Call[]): Call[];
  forget(reader: R): void;
  /** Forgets everything, after a change of policy. */
  clear(): void;
}

export function createAudience<R extends Reader>({
  readersOf,
  maySee,
  scopeOf,
}: AudienceDeps<R>): Audience<R> {
  const known = new Map<string, { readonly scope: string; readonly readers: Set<R> }>();

  function entryOf(call: Call) {
    const scope = scopeOf(call);
    const entry = known.get(call.callId);
    return entry?.scope === scope ? entry : undefined;
  }

  return {
    readersOf(call) {
      const entry = entryOf(call);
      if (entry) {
        if (call.status === 'ended') known.delete(call.callId);
        return entry.readers;
      }
      const readers = new Set<R>();
      for (const reader of readersOf(call.orgId))
        if (maySee(reader.person, call)) readers.add(reader);
      if (call.status !== 'ended') known.set(call.callId, { scope: scopeOf(call), readers });
      return readers;
    },
    visibleTo(reader, calls) {
      return calls.filter((call) => {
        const isVisible = maySee(reader.person, call);
        const readers = entryOf(call)?.readers;
        if (isVisible) readers?.add(reader);
        else readers?.delete(reader);
        return isVisible;
      });
    },
    forget(reader) {
      for (const { readers } of known.values()) readers.delete(reader);
    },
    clear: () => known.clear(),
  };
}
