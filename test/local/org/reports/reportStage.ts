import pg from 'pg';
import { freshDatabase } from '../../../support/database.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';
import { Stops } from '../../../support/stops.ts';

/** A database of calls, and the org whose reports are checked against it. */
export interface ReportStage {
  readonly pool: pg.Pool;
  readonly org: OrgStage;
  /** The org's users, by alias. */
  readonly users: Map<string, OrgRecord>;
  /** The queues that each user is in: their ids by the user's id. */
  readonly queues: Map<string, string[]>;
  close(): Promise<void>;
}

export const openReportStage = (): Promise<ReportStage> =>
  Stops.during(async (stops) => {
    const database = await freshDatabase();
    stops.add(database.drop);
    const pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    stops.add(() => pool.end());
    // Connections that are being closed may meet the end of the database.
    pool.on('error', () => undefined);
    const org = await startOrgStage();
    stops.add(() => org.stop());
    const users = new Map(
      (await org.records('User')).map((user) => [String(user.Username).split('@')[0]!, user]),
    );
    const ids = new Set(
      (await org.records('Group')).filter(({ Type }) => Type === 'Queue').map(({ Id }) => Id),
    );
    const queues = Map.groupBy(
      (await org.records('GroupMember')).filter(({ GroupId }) => ids.has(String(GroupId))),
      ({ UserOrGroupId }) => String(UserOrGroupId),
    );
    return {
      pool,
      org,
      users,
      queues: new Map(
        [...queues].map(([userId, members]) => [
          userId,
          members.map(({ GroupId }) => String(GroupId)),
        ]),
      ),
      close: () => stops.run(),
    };
  });
