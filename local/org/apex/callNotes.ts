import type { OrgRest } from '../rest/restCall.ts';
import type { ApexMethod } from './debriefs.ts';

interface Note {
  readonly Id?: string;
  readonly Call_Id__c?: string;
  readonly Note__c?: string;
  readonly Rep__c?: string;
  readonly Opportunity__c?: string;
}

const OBJECT = 'Dealside_Call_Note__c';
const MOST_CALLS = 200;
const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

/** What the package's class DealsideCallNotes does in a real org, with the rights of the user. */
export function callNoteMethods(rest: OrgRest): Record<string, ApexMethod> {
  const ask = (
    userId: string,
    method: string,
    { path, body }: { readonly path: string; readonly body?: object },
  ) => rest({ method, path, query: new URLSearchParams(), body, userId });

  function mine(userId: string, callIds: readonly string[]): Note[] {
    if (callIds.length === 0 || callIds.length > MOST_CALLS) return [];
    const soql = `SELECT Id, Call_Id__c, Note__c FROM ${OBJECT} WHERE Call_Id__c IN (${callIds.map(quoted).join(', ')}) AND OwnerId = ${quoted(userId)} ORDER BY CreatedDate`;
    return (
      rest({
        method: 'GET',
        path: '/query',
        query: new URLSearchParams({ q: soql }),
        body: undefined,
        userId,
      }).body as { records: Note[] }
    ).records;
  }

  return {
    'DealsideCallNotes.mine': async (userId, { callIds }) =>
      mine(userId, (callIds ?? []) as string[]),

    async 'DealsideCallNotes.save'(userId, { note }) {
      const { Call_Id__c: callId, Note__c: text = '', Rep__c, Opportunity__c } = note as Note;
      if (!callId?.trim()) return null;
      const kept = mine(userId, [callId]);
      const one = (id: string | undefined): string => `/sobjects/${OBJECT}/${id}`;
      if (!text.trim()) for (const { Id } of kept) ask(userId, 'DELETE', { path: one(Id) });
      else if (kept[0])
        ask(userId, 'PATCH', { path: one(kept[0].Id), body: { Note__c: text.trim() } });
      else
        ask(userId, 'POST', {
          path: `/sobjects/${OBJECT}`,
          body: {
            Call_Id__c: callId,
            Note__c: text.trim(),
            ...(Rep__c && { Rep__c }),
            ...(Opportunity__c && { Opportunity__c }),
          },
        });
      return null;
    },
  };
}
