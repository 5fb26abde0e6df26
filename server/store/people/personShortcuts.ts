import type { Pool } from 'pg';
import type { Shortcuts } from '../../domain/call/shortcuts.ts';
import type { PersonShortcuts } from '../../ports/index.ts';

/** The single-key shortcuts that people have chosen, one row per person. */
export function createPersonShortcuts(pool: Pick<Pool, 'query'>): PersonShortcuts {
  return {
    async of({ orgId, userId }) {
      const { rows } = await pool.query<Shortcuts>(
        'select "isOn", "keys" from "PersonShortcuts" where "orgId" = $1 and "userId" = $2',
        [orgId, userId],
      );
      return rows[0];
    },

    async store({ orgId, userId }, { isOn, keys }) {
      await pool.query(
        `insert into "PersonShortcuts" ("orgId", "userId", "isOn", "keys") values ($1, $2, $3, $4)
         on conflict ("orgId", "userId") do update set "isOn" = $3, "keys" = $4`,
        [orgId, userId, isOn, JSON.stringify(keys)],
      );
    },
  };
}
