import type { Call } from '../domain/call/call.ts';
import type { Person } from '../domain/call/people.ts';

/** One reader of the live feed. */
export interface Reader {
  readonly person: Person;
}

export interface AudienceDeps<R extends Reader> {
  readonly readersOf: (orgId: string) => Iterable<R>;
  readonly maySee: (person: Person, call: Call) => boolean;
  /**
   * The facts of a call and of the current time on which `maySee` depends, as a text to compare.
   */
  readonly scopeOf: (call: Call) => string;
}

/**
 * Remembers which readers see a call, because every change of the call needs them and they rarely
 * change.
 */
export interface Audience<R extends Reader> {
  /** The readers who see the call now, and those who saw it before and no longer do. */
  of(call: Call): { readonly readers: Iterable<R>; readonly gone: readonly R[] };
  /** The readers who are known to see the call; undefined if that is not known. */
  known(call: Call): Iterable<R> | undefined;
  /**
   * The calls among these that the reader sees; for a reader who is new, or was forgotten because
   * their rights have changed.
   */
  visibleTo(reader: R, calls: readonly Call[]): Call[];
  forget(reader: R): void;
  /** Forgets everything, after a change of policy. */
  clear(): void;
}

/** The scope of a call whose readers are known only from their snapshots. */
const NOT_ASKED = '';

/** Remembers which readers see each call, until the call's scope changes. */
export function createAudience<R extends Reader>({
  readersOf,
  maySee,
  scopeOf,
}: AudienceDeps<R>): Audience<R> {
  const known = new Map<string, { readonly scope: string; readonly readers: Set<R> }>();

  return {
    of(call) {
      const entry = known.get(call.callId);
      const scope = scopeOf(call);
      if (call.status === 'ended') known.delete(call.callId);
      if (entry?.scope === scope) return { readers: entry.readers, gone: [] };
      const readers = new Set<R>();
      for (const reader of readersOf(call.orgId))
        if (maySee(reader.person, call)) readers.add(reader);
      if (call.status !== 'ended') known.set(call.callId, { scope, readers });
      const gone = entry ? [...entry.readers].filter((reader) => !readers.has(reader)) : [];
      return { readers, gone };
    },
    known(call) {
      const entry = known.get(call.callId);
      return entry && (entry.scope === NOT_ASKED || entry.scope === scopeOf(call))
        ? entry.readers
        : undefined;
    },
    visibleTo(reader, calls) {
      return calls.filter((call) => {
        if (!maySee(reader.person, call)) return false;
        const entry = known.get(call.callId);
        if (entry) entry.readers.add(reader);
        else known.set(call.callId, { scope: NOT_ASKED, readers: new Set([reader]) });
        return true;
      });
    },
    forget(reader) {
      for (const { readers } of known.values()) readers.delete(reader);
    },
    clear: () => known.clear(),
  };
}
