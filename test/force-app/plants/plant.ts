import type { Check } from '../checks/tree.ts';

/** An error put into a copy of the package, and what the check must say of it. */
type Plant = readonly [
  what: string,
  path: string,
  edit: (text: string) => string | undefined,
  said: RegExp,
];

/** A check by its name, with the errors that it must find. */
export type PlantedCheck = readonly [name: string, check: Check, plants: readonly Plant[]];

export const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, to);
export const gone = (): undefined => undefined;
export const added = (before: string, more: string) => swap(before, `${more}${before}`);

export const INTERVENTION = 'default/objects/Call_Intervention__c';
export const ADMIN = 'default/permissionsets/Dealside_Admin.permissionset-meta.xml';
export const LAYOUT =
  'default/layouts/Call_Intervention__c-Call Intervention Layout.layout-meta.xml';
export const REPORT = 'default/reports/Dealside/Outcomes_by_Reason.report-meta.xml';
export const GERMAN = 'german/translations/de.translation-meta.xml';
export const RECEIPTS = 'default/classes/DealsideBargeReceipts.cls';
