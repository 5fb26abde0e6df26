import type { Database, Value } from '../records/database.ts';
import type { OrgShape } from '../schema/shape.ts';
import type { Viewer } from '../soql/reader.ts';
import type { Access } from './access.ts';
import { createSharing, isBelow } from './sharing.ts';

/** Standard profiles are named in the language of the user. */
const PROFILE_NAMES: Record<string, Record<string, string>> = {
  de: { 'System Administrator': 'Systemadministrator', 'Standard User': 'Standardbenutzer' },
  ja: { 'System Administrator': 'システム管理者', 'Standard User': '標準ユーザー' },
};

/**
 * What a user sees: fields that permissions allow, records that sharing shows, in the user's
 * language.
 */
export function viewerFor(
  database: Database,
  access: Access,
  { areUsersPrivate, userId }: OrgShape & { readonly userId: string },
): Viewer {
  const language = String(database.get('User', userId).LanguageLocaleKey ?? 'en_US');
  const sharing = createSharing(database, access);
  const seesAllUsers = !areUsersPrivate || access.hasUserPermission(userId, 'ViewAllUsers');
  return {
    language,
    mayRead: (object, fields) => access.check(userId, { object, action: 'read', fields }),
    sees: (object, row) =>
      object === 'User'
        ? seesAllUsers || isBelow(database, row, userId)
        : sharing.sees(userId, database.object(object), row),
    inOwnLanguage: (object, field, value) =>
      object === 'Profile' && field === 'Name' ? translated(language, value) : value,
  };
}

const translated = (language: string, value: Value): Value =>
  PROFILE_NAMES[language.split('_')[0]!]?.[String(value)] ?? value;
