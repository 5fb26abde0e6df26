import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageXml } from '../files/packageXml.ts';
import { loadCustomPermissions, type PackagePermissionSet } from '../permissions/access.ts';
import type { Database } from '../records/database.ts';
import { deployCustomMetadata, recordFilesIn, seedsToLay } from './customMetadata.ts';

const readXml = packageXml();

/**
 * Adds the package's permission sets, custom permissions and notification types to the org, and
 * seeds of custom metadata types of which the org has no record. Existing records stay.
 */
export function deployPackage(
  packageDir: string,
  database: Database,
  {
    sets,
    hasNotificationType = () => true,
    hasPermission = () => true,
  }: {
    readonly sets: readonly PackagePermissionSet[];
    readonly hasNotificationType?: (name: string) => boolean;
    readonly hasPermission?: (name: string) => boolean;
  },
): void {
  /** The id of the record with this name. Creates the record if it is missing. */
  const findOrCreate = (
    object: string,
    field: string,
    { name, more = {} }: { readonly name: string; readonly more?: Record<string, string> },
  ): string =>
    (
      database.findBy(object, field, name) ??
      database.insert(object, { [field]: name, ...more }, '')
    ).Id as string;

  for (const name of loadCustomPermissions(packageDir).filter(hasPermission))
    findOrCreate('CustomPermission', 'DeveloperName', {
      name,
      more: {
        MasterLabel: name.replaceAll('_', ' '),
      },
    });
  for (const { name, label, customPermissions } of sets) {
    const setId = findOrCreate('PermissionSet', 'Name', { name, more: { Label: label } });
    const granted = customPermissions.map((permission) =>
      findOrCreate('CustomPermission', 'DeveloperName', { name: permission }),
    );
    const rows = database.rows('SetupEntityAccess').filter((row) => row.ParentId === setId);
    for (const row of rows)
      if (!granted.includes(row.SetupEntityId as string))
        database.remove('SetupEntityAccess', row.Id as string);
    for (const id of granted)
      if (!rows.some((row) => row.SetupEntityId === id))
        database.insert(
          'SetupEntityAccess',
          { ParentId: setId, SetupEntityId: id, SetupEntityType: 'CustomPermission' },
          '',
        );
  }
  for (const { name, label } of notificationTypes(packageDir).filter((type) =>
    hasNotificationType(type.name),
  ))
    findOrCreate('CustomNotificationType', 'DeveloperName', { name, more: { MasterLabel: label } });
  deployCustomMetadata(recordFilesIn(join(packageDir, 'main/default/customMetadata')), database);
  const seeds = recordFilesIn(join(packageDir, '../seeds/customMetadata'));
  deployCustomMetadata(seedsToLay(seeds, database), database);
}

function notificationTypes(packageDir: string): { name: string; label: string }[] {
  const dir = join(packageDir, 'main/default/notificationtypes');
  if (!existsSync(dir)) return [];
  return readdirSync(dir).map((file) => {
    const { CustomNotificationType: xml } = readXml(join(dir, file)) as {
      CustomNotificationType: { customNotifTypeName: string; masterLabel: string };
    };
    return { name: xml.customNotifTypeName, label: xml.masterLabel };
  });
}
