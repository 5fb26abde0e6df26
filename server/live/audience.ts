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
  /** Who sees the call as it is now, and who saw it before and does not any more. */
  of(call: Call): { readonly readers: Iterable<R>; readonly gone: readonly R[] };
  /** Who sees the call, as far as it was asked; undefined where it was not. */
  known(call: Call): Iterable<R> | undefined;
  /** Which of these calls a reader sees, who is new, or was forgotten for having other rights. */
  visibleTo(reader: R, calls: readonly Call[]): Call[];
  forget(reader: R): void;
  /** Forgets everything, after a change of policy. */
  clear(): void;
}

/** Of readers who were shown the call in a snapshot, before it was asked who sees it. */
const NOT_ASKED = '';

/** Remembers which readers see each call. Nothing is asked again until the call's scope changes. */
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
