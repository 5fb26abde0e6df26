import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { ActAction } from '../domain/audit/actions.ts';
import { auditAct, type AuditEntry } from '../domain/audit/entries.ts';
import type { AuditEvidence, AuditTrail } from '../ports/audit/audit.ts';
import type { Clock, Ids } from '../ports/index.ts';
import { createAuditEvidence } from '../store/audit/auditEvidence.ts';
import { createAuditTrail } from '../store/audit/auditTrail.ts';
import { createPostgresStore, type PostgresStore } from '../store/calls/postgresStore.ts';

export interface Command {
  readonly usage: string;
  /**
   * Returns the exit code: 0 success, 1 the examined data has a fault. The command itself failing
   * is 2.
   */
  run(args: string[]): Promise<number>;
}

/** The arguments are not valid; the message says why, and usage is printed. */
export class UsageFault extends Error {}

/** Writes a line of the result to stdout. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Writes progress and notes to stderr, apart from the result. */
export const mention = (line: string): void => void process.stderr.write(`${line}\n`);

export const clock: Clock = { now: () => new Date().toISOString() };
export const ids: Ids = { next: () => randomUUID() };

export interface Opened {
  readonly store: PostgresStore;
  readonly trail: AuditTrail;
  readonly evidence: AuditEvidence;
  /** The org named, or the only one there is. */
  orgId(named: string | undefined): Promise<string>;
  /** An entry of what is done here, by the account at this machine. */
  entry(
    act: Pick<AuditEntry, 'orgId'> & { readonly action: ActAction } & Partial<
        Pick<AuditEntry, 'details'>
      >,
  ): AuditEntry;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Runs work with the database of DATABASE_URL, as the application's role, and closes it. */
export async function withDatabase<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('no database: start Dealside, or set DATABASE_URL');
  const store = createPostgresStore(url, silent);
  const trail = createAuditTrail(store.pool);
  try {
    return await work({
      store,
      trail,
      evidence: createAuditEvidence(store.pool),
      async orgId(requested) {
        const chains = (await trail.heads()).map(({ orgId }) => orgId);
        const orgs = chains.filter((orgId) => orgId.startsWith('00D'));
        if (requested && !chains.includes(requested))
          throw new Error(
            `there is no audit of an org ${requested}; there is one of ${orgs.join(', ') || 'none'}`,
          );
        if (!requested && orgs.length !== 1)
          throw new UsageFault(`say which org by --org: ${orgs.join(', ') || 'there is none yet'}`);
        return requested ?? orgs[0]!;
      },
      entry: (act) =>
        auditAct(
          { at: clock.now(), ...act },
          { actor: { kind: 'operator', account: userInfo().username }, nextId: () => ids.next() },
        ),
    });
  } finally {
    await store.close();
  }
}
