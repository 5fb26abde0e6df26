import type { OrgRest } from '../rest/restCall.ts';
import type { ApexMethod } from './debriefs.ts';

const FIELDS = 'Id, Subject, Dealside_Call_Back_Number__c, Dealside_Missed_At__c, WhoId, WhatId';
const MOST_TASKS = 101;
const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

/** What the package's class DealsideMissedCalls does in a real org, with the rights of the user. */
export function missedCallMethods(rest: OrgRest): Record<string, ApexMethod> {
  const queried = (userId: string, condition: string): unknown =>
    (
      rest({
        method: 'GET',
        path: '/query',
        query: new URLSearchParams({ q: `SELECT ${FIELDS} FROM Task WHERE ${condition}` }),
        body: undefined,
        userId,
      }).body as { records: unknown }
    ).records;

  return {
    'DealsideMissedCalls.mine': async (userId) =>
      queried(
        userId,
        `OwnerId = ${quoted(userId)} AND IsClosed = false AND Dealside_Call_Back_Number__c != null ORDER BY Dealside_Missed_At__c DESC LIMIT ${MOST_TASKS}`,
      ),
    'DealsideMissedCalls.ofTask': async (userId, { taskId }) =>
      taskId
        ? queried(userId, `Id = ${quoted(String(taskId))} AND Dealside_Call_Back_Number__c != null`)
        : [],
  };
}
