import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import type { Database, Row } from '../records/database.ts';
import type { Notification } from '../rest/notifications.ts';
import { OWN_SURVEY, SAMPLE_ANSWER } from '../schema/surveyObjects.ts';
import { PEOPLE } from '../seed/people.ts';
import { appNavigation } from './appNavigation.ts';
import { appTabs, type AppTab } from './appTabs.ts';

/**
 * The data of the Lightning pages, for the person as whom they are opened. Throws OrgError if a
 * person or record does not exist.
 */
export interface PageData {
  people(): { alias: string; name: string; title: string; userId: string }[];
  userOf(alias: string): Row;
  context(alias: string): {
    userId: string;
    name: string;
    title: string;
    language: string;
    /** In which times and numbers are written: en_GB. */
    locale: string;
    /** An IANA time zone, from the user's settings. */
    timeZone: string;
    customPermissions: string[];
    tabs: AppTab[];
    /** The items of the app's navigation, in their order. */
    navigation: string[];
    /** Whether most of the data that pages show is made up. */
    hasSample: boolean;
  };
  record(id: string): PageRecord;
  /** Throws if the person's permissions or the object's rules refuse the record. */
  create(alias: string, record: NewRecord): PageRecord;
  /** A page of a list view: `All` records of an object, or those of the person. */
  list(
    alias: string,
    object: string,
    page: { readonly view: string; readonly size: number; readonly from: number },
  ): { records: PageRecord[]; nextPageToken: string | null };
  /** The fields of an object that the person may see, as uiObjectInfoApi returns them. */
  objectInfo(
    alias: string,
    object: string,
  ): {
    apiName: string;
    fields: Record<string, { apiName: string; dataType: string; label: string }>;
  };
  timeline(recordId: string): Row[];
  opportunities(): Row[];
  /**
   * Notifications for this person, oldest first. `path` is the page that a notification leads to.
   */
  notifications(alias: string): { id: number; title: string; body: string; path?: string }[];
}

/** A record as the pages create it. */
export interface NewRecord {
  readonly apiName: string;
  readonly fields: Row;
}

/** A record as the pages read it. */
interface PageRecord {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Record<string, { value: unknown; displayValue: string | null }>;
}

/** Reads page data without sharing rules. */
export function createPageData(
  database: Database,
  access: Access,
  {
    packageDir,
    rung,
  }: { readonly packageDir: string; readonly rung: () => readonly Notification[] },
): PageData {
  function userOf(alias: string): Row {
    const user = database.rows('User').find((row) => String(row.Username).split('@')[0] === alias);
    if (!user) throw new OrgError(404, 'NOT_FOUND', `there is no user ${alias}`);
    return user;
  }

  return {
    people: () =>
      PEOPLE.filter((person) => person.alias !== 'integration').map(({ alias, name, title }) => ({
        alias,
        name,
        title,
        userId: userOf(alias).Id as string,
      })),
    userOf,
    context(alias) {
      const user = userOf(alias);
      const language = (user.LanguageLocaleKey as string | null) ?? 'en_US';
      const visible = access.tabs(user.Id as string);
      return {
        userId: user.Id as string,
        name: user.Name as string,
        title: user.Title as string,
        language,
        locale: (user.LocaleSidKey as string | null) ?? language,
        timeZone: (user.TimeZoneSidKey as string | null) ?? 'America/Los_Angeles',
        tabs: appTabs(packageDir, language).filter(({ name }) => visible.includes(name)),
        navigation: appNavigation(packageDir, visible),
        customPermissions: access.customPermissions(user.Id as string),
        hasSample: database.rows(OWN_SURVEY.name).some(({ Name }) => Name === SAMPLE_ANSWER),
      };
    },
    record(id) {
      const def = [...database.schema.values()].find((candidate) =>
        id.startsWith(candidate.prefix),
      );
      if (!def) throw new OrgError(404, 'NOT_FOUND', `there is no record ${id}`);
      return recordOf(database, def.name, database.get(def.name, id));
    },
    create(alias, { apiName, fields }) {
      const userId = userOf(alias).Id as string;
      access.check(userId, { object: apiName, action: 'create', fields: Object.keys(fields) });
      const row = database.insert(apiName, fields, userId);
      database.save();
      return recordOf(database, apiName, row);
    },
    list(alias, object, { view, size, from }) {
      if (!database.schema.has(object))
        throw new OrgError(404, 'NOT_FOUND', `there is no object ${object}`);
      const userId = userOf(alias).Id;
      const rows = database.rows(object).filter((row) => view === 'All' || row.OwnerId === userId);
      const until = from + size;
      return {
        records: rows.slice(from, until).map((row) => recordOf(database, object, row)),
        nextPageToken: until < rows.length ? String(until) : null,
      };
    },
    objectInfo(alias, object) {
      const userId = userOf(alias).Id as string;
      const fields = [...database.object(object).fields.values()].filter(({ name }) =>
        access.mayRead(userId, object, name),
      );
      return {
        apiName: object,
        fields: Object.fromEntries(
          fields.map(({ name, label, type }) => [
            name,
            { apiName: name, dataType: `${type[0]!.toUpperCase()}${type.slice(1)}`, label },
          ]),
        ),
      };
    },
    timeline: (recordId) =>
      [...database.rows('Task'), ...database.rows('Event').filter(({ IsChild }) => !IsChild)]
        .filter(({ WhatId, WhoId }) => WhatId === recordId || WhoId === recordId)
        .map((row) => withNames(database, row))
        .toSorted((a, b) => String(b.CreatedDate).localeCompare(String(a.CreatedDate))),
    notifications: (alias) => notificationsOf(database, rung(), userOf(alias).Id as string),
    opportunities: () => database.rows('Opportunity').map((row) => withNames(database, row)),
  };
}

function nameOf(database: Database, id: unknown): string {
  if (!id) return '';
  for (const object of ['User', 'Account', 'Contact', 'Lead', 'Opportunity']) {
    const row = database.rows(object).find((candidate) => candidate.Id === id);
    if (row) return String(row.Name);
  }
  return '';
}

const withNames = (database: Database, row: Row): Row => ({
  ...row,
  OwnerName: nameOf(database, row.OwnerId),
  AccountName: nameOf(database, row.AccountId),
  WhoName: nameOf(database, row.WhoId),
  RepName: nameOf(database, row.Rep__c),
  SupervisorName: nameOf(database, row.Supervisor__c),
});

function recordOf(database: Database, apiName: string, row: Row): PageRecord {
  const account = row.AccountId ? { Name: { value: nameOf(database, row.AccountId) } } : undefined;
  const fields = Object.entries(withNames(database, row)).map(([name, value]) => [
    name,
    { value, displayValue: typeof value === 'number' ? value.toLocaleString('en-US') : null },
  ]);
  return {
    id: row.Id as string,
    apiName,
    fields: {
      ...(Object.fromEntries(fields) as PageRecord['fields']),
      ...(account && { Account: { value: { fields: account }, displayValue: null } }),
    },
  };
}

function recordPath(database: Database, id: string): string | undefined {
  const def = [...database.schema.values()].find(({ prefix }) => id.startsWith(prefix));
  return def && `/lightning/r/${def.name}/${id}/view`;
}

/** The notifications that a user received, with their places among all. */
const notificationsOf = (
  database: Database,
  sent: readonly Notification[],
  userId: string,
): ReturnType<PageData['notifications']> =>
  sent.flatMap(({ recipientIds, title, body, targetId, targetPageRef }, n) => {
    const path = targetId
      ? recordPath(database, targetId)
      : targetPageRef && pagePath(targetPageRef);
    return recipientIds.includes(userId) ? [{ id: n + 1, title, body, ...(path && { path }) }] : [];
  });

/** The path for a page reference that names a tab or Home. */
function pagePath(targetPageRef: string): string | undefined {
  const { attributes } = JSON.parse(targetPageRef) as {
    attributes?: { apiName?: string; pageName?: string };
  };
  if (attributes?.pageName === 'home') return '/lightning/page/home';
  return attributes?.apiName && `/lightning/n/${attributes.apiName}`;
}
