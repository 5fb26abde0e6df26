import { createRefusalWriter } from '../commands/audit/writeRefusals.ts';
import type { Config } from '../config.ts';
import { UNKNOWN_ORG } from '../domain/audit/entries.ts';
import { everyMs, warning } from '../everyMs.ts';
import type { ConferenceLocks, Log } from '../ports/index.ts';
import { listenForCallChanges, type PostgresCallChanges } from '../store/calls/callChanges.ts';
import { createPostgresStore, type PostgresStore } from '../store/calls/postgresStore.ts';
import { migrate } from '../store/database/migrate.ts';
import { grantApplication } from '../store/database/roles.ts';
import { createConferenceLocks } from '../store/locks/conferenceLocks.ts';
import type { Closing } from './closing.ts';

const TALLY_EVERY_MS = 60_000;

interface ComposedStore {
  readonly store: PostgresStore;
  readonly changes: PostgresCallChanges;
  readonly locks: ConferenceLocks;
  /** The org whose audit chain keeps entries that belong to no org. */
  readonly elsewhere: string;
  readonly closing: Closing;
}

/**
 * Migrates the tables and opens the store of calls. Repeated refusals reach the audit as tallies.
 */
export async function composeStore(config: Config, log: Log): Promise<ComposedStore> {
  await migrate(config.DATABASE_OWNER_URL ?? config.DATABASE_URL);
  if (config.DATABASE_OWNER_URL)
    await grantApplication(config.DATABASE_OWNER_URL, config.DATABASE_URL);
  const changes = await listenForCallChanges(config.DATABASE_URL, log);
  const locks = createConferenceLocks(config.DATABASE_URL, log);
  const elsewhere = orgOfNoOrg(config, log);
  const postgres = createPostgresStore(config.DATABASE_URL, log, {
    local: changes.local,
    elsewhere,
  });
  const refusals = createRefusalWriter({
    recordAudit: (entries) => postgres.recordAudit(entries),
    elsewhere,
    log,
  });
  const tallies = everyMs(
    TALLY_EVERY_MS,
    () => refusals.writeTallies(),
    warning(log, 'refusals not tallied'),
  );
  return {
    store: { ...postgres, recordAudit: (entries) => refusals.recordAudit(entries) },
    changes,
    locks,
    elsewhere,
    closing: [
      () => locks.close(),
      () => changes.close(),
      () => tallies.stop(),
      () => refusals.writeTallies(),
      () => postgres.close(),
    ],
  };
}

/** The org whose administrators see refused sign-ins and reports that belong to no org. */
function orgOfNoOrg(config: Config, log: Log): string {
  const only = config.orgs.length === 1 ? config.orgs[0]!.orgId : UNKNOWN_ORG;
  const elsewhere = config.AUDIT_HOME_ORG ?? only;
  if (elsewhere === UNKNOWN_ORG)
    log.warn(
      { hint: 'set AUDIT_HOME_ORG to the org whose administrators are to be told' },
      'refused sign-ins and reports that belong to no org stand in a chain that only dealside audit export --org unknown reads',
    );
  return elsewhere;
}
