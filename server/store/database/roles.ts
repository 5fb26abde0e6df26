import pg from 'pg';

/**
 * Rights of the application's role on the tables of the audit, of past policies and of hold-out
 * assignments. On all other tables it can read and write rows.
 */
const AUDIT_TABLES: Record<string, string> = {
  AuditEntry: 'select, insert',
  AuditCheckpoint: 'select, insert',
  AuditSigningKey: 'select, insert',
  CarrierReport: 'select, insert',
  PolicyInForce: 'select, insert',
  HoldOutAssignment: 'select, insert',
  HoldOutSeed: 'select, insert',
  AuditPersonal: 'select, insert, update ("subjects", "salt", "value", "erasedBy")',
};

/**
 * Grants the application's role its rights on the migrated tables. Idempotent. Throws if the URL
 * has no user.
 */
export async function grantApplication(ownerUrl: string, applicationUrl: string): Promise<void> {
  const role = pg.escapeIdentifier(userOf(applicationUrl));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // In one transaction, so that the audit's tables never have the rights of ordinary tables in
    // between.
    await client.query(`begin;
      -- Two servers that start together would update the same rows of the catalog.
      select pg_advisory_xact_lock(hashtextextended('dealside-grants', 0));
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      grant usage, select on all sequences in schema public to ${role};
      revoke insert, update, delete on "_prisma_migrations" from ${role};
      ${Object.entries(AUDIT_TABLES)
        .map(
          ([table, rights]) =>
            `revoke all on "${table}" from ${role}; grant ${rights} on "${table}" to ${role};`,
        )
        .join('\n')}
      commit`);
  } finally {
    await client.end();
  }
}

interface Rights {
  superuser: boolean;
  owner: boolean;
  change: boolean;
  remove: boolean;
  empty: boolean;
}

/**
 * Returns a sentence for each way in which this connection's role could change the audit; empty if
 * there is none.
 */
export async function missingProtection(pool: Pick<pg.Pool, 'query'>): Promise<string[]> {
  const { rows } = await pool.query<Rights>(`select
    (select rolsuper from pg_roles where rolname = current_user) as superuser,
    pg_has_role(current_user, relowner, 'usage') as owner,
    has_table_privilege(oid, 'update') as change, has_table_privilege(oid, 'delete') as remove,
    has_table_privilege(oid, 'truncate') as empty
    from pg_class where oid = '"AuditEntry"'::regclass`);
  const { superuser, owner, change, remove, empty } = rows[0]!;
  if (superuser)
    return [
      'the application’s database role is a superuser: it can put every protection of the audit aside',
    ];
  if (owner)
    return [
      'the application’s database role owns the audit’s tables: it can disable the triggers that refuse changes, and drop the tables',
    ];
  const rights = [change && 'change', remove && 'delete', empty && 'truncate'].filter(Boolean);
  return rights.length > 0
    ? [
        `the application’s database role has the right to ${rights.join(', ')} audit entries: only triggers refuse it`,
      ]
    : [];
}

function userOf(url: string): string {
  const user = decodeURIComponent(new URL(url).username);
  if (!user) throw new Error('DATABASE_URL names no user, so no rights can be given to it');
  return user;
}
