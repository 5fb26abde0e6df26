import pg from 'pg';
import type { AuditEntry } from '../../server/domain/audit/entries.ts';
import { createPostgresStore, type PostgresStore } from '../../server/store/calls/postgresStore.ts';
import { grantApplication } from '../../server/store/database/roles.ts';
import { at, ORG } from './builders.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { quietLog } from './quietLog.ts';
import { Stops } from './stops.ts';

export interface AuditStage extends FreshDatabase {
  /** The store with the application's role. */
  readonly store: PostgresStore;
  /** The owner's role, which can change the audit: only the chain shows it. */
  readonly owner: pg.Pool;
  stop(): Promise<void>;
}

/** A migrated database with the application's rights, as in production. */
export async function startAuditStage(): Promise<AuditStage> {
  const stops = new Stops();
  const database = await freshDatabase();
  stops.add(() => database.drop());
  await grantApplication(database.databaseUrl, database.applicationUrl);
  const owner = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
  const store = createPostgresStore(database.applicationUrl, quietLog);
  stops.add(() => owner.end());
  stops.add(() => store.close());
  // Dropping the database can interrupt connections that are closing.
  owner.on('error', () => undefined);
  return {
    ...database,
    store,
    owner,
    async stop() {
      await stops.run();
    },
  };
}

let count = 0;

export const auditEntry = (facts: Partial<AuditEntry> = {}): AuditEntry => ({
  auditId: `audit-${(count += 1)}`,
  orgId: ORG,
  at: at(count),
  actor: { kind: 'person', userId: 'maya', role: 'supervisor' },
  action: 'ModeConfirmed',
  result: 'done',
  details: { mode: 'whisper' },
  ...facts,
});
