import type { RepNotification, SupervisorNotification } from '../../domain/outbox/message.ts';
import { regionOf } from '../directory/region.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { inParts } from './inParts.ts';

/** The names of the package's notification types. */
export const NOTIFICATION_TYPE: Record<RepNotification | SupervisorNotification, string> = {
  receipt: 'Dealside_Intervention',
  coaching: 'Dealside_Coaching',
  outcome: 'Dealside_Outcome_Due',
};
export const COMPLIANCE_ALERT_TYPE = 'Dealside_Compliance_Alert';
export const HELP_REQUEST_TYPE = 'Dealside_Help_Request';
export const MISSED_CALL_TYPE = 'Dealside_Missed_Call';

interface Recipient {
  readonly isActive: boolean;
  readonly locale: string | undefined;
  readonly region: string | undefined;
}

/**
 * What is needed to notify people of an org: their activity and language, and the ids of the
 * notification types.
 */
export interface Recipients {
  /** Users by id, and type ids by name. Throws CrmProblem. */
  read(userIds: readonly string[]): Promise<{
    readonly users: ReadonlyMap<string, Recipient>;
    readonly typeIds: ReadonlyMap<string, string>;
  }>;
  /** Removes these users from memory, so that the next `read` asks the org again. */
  forget(userIds: readonly string[]): void;
}

/** How long to serve a user, and the types, from memory. */
const USER_TTL_MS = 60_000;
const TYPES_TTL_MS = 600_000;

interface Row {
  readonly Id: string;
  readonly DeveloperName?: string;
  readonly IsActive?: boolean;
  readonly LanguageLocaleKey?: string | null;
  readonly LocaleSidKey?: string | null;
}

/** Reads recipients and notification types of one org, and serves them from memory for a while. */
export function createRecipients(
  crm: CrmConnection,
  nowMs: () => number,
  typeNames: readonly string[] = Object.values(NOTIFICATION_TYPE),
): Recipients {
  const users = new Map<string, { readonly user: Recipient; readonly until: number }>();
  let types = { typeIds: new Map<string, string>(), until: 0 };

  return {
    async read(userIds) {
      const now = nowMs();
      for (const [id, { until }] of users) if (until <= now) users.delete(id);
      const unknown = userIds.filter((id) => !users.has(id));
      const areTypesKnown = types.until > now;
      const found = new Map<string, Recipient>();
      const rows = (
        await asCrmProblem(() =>
          crm.queries<Row>([
            ...inParts(unknown).map(
              (part) =>
                `SELECT Id, IsActive, LanguageLocaleKey, LocaleSidKey FROM User WHERE Id IN ${asList(part)}`,
            ),
            ...(areTypesKnown
              ? []
              : [
                  'SELECT Id, DeveloperName FROM CustomNotificationType ' +
                    `WHERE DeveloperName IN ${asList(typeNames)}`,
                ]),
          ]),
        )
      ).flat();
      for (const { Id, IsActive, LanguageLocaleKey, LocaleSidKey } of rows) {
        if (IsActive === undefined) continue;
        const user = {
          isActive: IsActive,
          locale: LanguageLocaleKey ?? undefined,
          region: regionOf(LocaleSidKey),
        };
        found.set(Id, user);
        // Only active users are cached. If one is deactivated in the meantime, Salesforce refuses
        // the notification; an inactive one is read again, because they may have been activated.
        if (IsActive) users.set(Id, { user, until: now + USER_TTL_MS });
      }
      if (!areTypesKnown) {
        const typeIds = new Map(
          rows.flatMap(({ Id, DeveloperName }) => (DeveloperName ? [[DeveloperName, Id]] : [])),
        );
        const areAllThere = typeNames.every((name) => typeIds.has(name));
        types = { typeIds, until: areAllThere ? now + TYPES_TTL_MS : 0 };
      }
      return {
        users: new Map(
          userIds.flatMap((id): [string, Recipient][] => {
            const user = found.get(id) ?? users.get(id)?.user;
            return user ? [[id, user]] : [];
          }),
        ),
        typeIds: types.typeIds,
      };
    },
    forget(userIds) {
      for (const id of userIds) users.delete(id);
      types = { ...types, until: 0 };
    },
  };
}
