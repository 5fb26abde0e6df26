import { deployCustomMetadata } from '../deploy/customMetadata.ts';
import type { Database, Row } from '../records/database.ts';
import type { Notifications } from '../rest/notifications.ts';
import type { FaultControls, Faults } from './faults.ts';
import type { Traffic } from './traffic.ts';

interface ControlDeps {
  readonly database: Database;
  readonly faults: FaultControls;
  readonly notifications: Notifications;
  readonly traffic: Traffic;
  expireSessions(): void;
  reset(): void;
}

/**
 * The control API for tests: handles each path below /_local/. Returns undefined for an unknown
 * path.
 */
export function createControl({
  database,
  faults,
  notifications,
  traffic,
  expireSessions,
  reset,
}: ControlDeps): (name: string, body: () => Promise<unknown>) => Promise<unknown> {
  const saved = <T>(answer: T): T => {
    database.save();
    return answer;
  };
  return async (name, body) => {
    const [what = '', object = '', id = '', other = ''] = name.split('/');
    switch (what) {
      case 'faults':
        return faults.set((await body()) as Partial<Faults>);
      case 'expire-sessions':
        expireSessions();
        return {};
      case 'requests':
        return { requests: traffic.count(), mostSockets: traffic.mostSockets() };
      case 'traffic':
        return traffic.list();
      case 'notifications':
        return notifications.list();
      case 'records':
        return database.rows(object);
      case 'insert':
        return saved(database.insert(object, (await body()) as Row, ''));
      case 'insert-all':
        return saved(
          ((await body()) as Row[]).map((values) => database.insert(object, values, '').Id),
        );
      case 'update':
        return saved(database.update(object, id, { values: (await body()) as Row }));
      case 'remove':
        database.remove(object, id);
        return saved({});
      case 'merge':
        database.merge(object, id, other);
        return saved({});
      case 'deploy':
        deployCustomMetadata(((await body()) as { files: string[] }).files, database);
        return saved({});
      case 'reset':
        reset();
        return {};
      default:
        return undefined;
    }
  };
}
