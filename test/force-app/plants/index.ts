import { apex } from './apex.ts';
import { elements } from './elements.ts';
import { fields } from './fields.ts';
import { limits } from './limits.ts';
import { objects } from './objects.ts';
import { outside } from './outside.ts';
import { pages } from './pages.ts';
import { permissions } from './permissions.ts';
import type { PlantedCheck } from './plant.ts';
import { records } from './records.ts';
import { reports } from './reports.ts';
import { rules } from './rules.ts';
import { templates } from './templates.ts';
import { translations } from './translations.ts';

/** Each check of the package, with the errors that it must find. */
export const PLANTS: readonly PlantedCheck[] = [
  elements,
  objects,
  fields,
  limits,
  permissions,
  pages,
  reports,
  translations,
  records,
  rules,
  outside,
  apex,
  templates,
];
