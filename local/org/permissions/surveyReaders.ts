import { OWN_SURVEY, SURVEY_OBJECTS } from '../schema/surveyObjects.ts';
import type { PackagePermissionSet } from './access.ts';

const READ = { create: false, edit: false, delete: false, viewAll: true, modifyAll: false };

/**
 * The permission set with which an administrator of this org lets the integration user read
 * surveys.
 */
export const SURVEY_READERS: PackagePermissionSet = {
  name: 'Northwind_Survey_Readers',
  label: 'Northwind Survey Readers',
  customPermissions: [],
  fields: new Map(
    OWN_SURVEY.fields.map(({ name }) => [`${OWN_SURVEY.name}.${name}`, 'read' as const]),
  ),
  objects: new Map([OWN_SURVEY.name, ...Object.keys(SURVEY_OBJECTS)].map((name) => [name, READ])),
  customMetadata: [],
  userPermissions: [],
  tabs: [],
};
