import type { OrgShape } from '../schema/shape.ts';
import type { AddRow } from './addRow.ts';
import { STATE_OF, type DealSeed } from './deals.ts';

/**
 * Adds accounts with a contact, an opportunity and a few activities each. @param users ids by alias
 */
export function seedDeals(
  add: AddRow,
  deals: readonly DealSeed[],
  users: ReadonlyMap<string, string>,
  { taskStatuses, taskPriorities, currencies }: OrgShape,
): void {
  const closed = taskStatuses.find(({ isClosed }) => isClosed)!.value;
  const high = taskPriorities.find(({ isHigh }) => isHigh)!.value;
  for (const [
    account,
    industry,
    city,
    first,
    last,
    title,
    phone,
    name,
    stage,
    amount,
    days,
    owner,
  ] of deals) {
    const by = users.get(owner)!;
    const accountId = add(
      'Account',
      {
        Name: account,
        Industry: industry,
        BillingCity: city,
        BillingState: STATE_OF[city] ?? null,
        BillingCountry: 'United States',
      },
      by,
    );
    const contactId = add(
      'Contact',
      { FirstName: first, LastName: last, Title: title, Phone: phone, AccountId: accountId },
      by,
    );
    const opportunityId = add(
      'Opportunity',
      {
        Name: name,
        StageName: stage,
        Amount: amount,
        CloseDate: inDays(days),
        Probability: 60,
        NextStep: 'Call to agree on terms',
        AccountId: accountId,
        ...(currencies.length > 1 && { CurrencyIsoCode: currencies[0].code }),
      },
      by,
    );
    add(
      'OpportunityContactRole',
      {
        OpportunityId: opportunityId,
        ContactId: contactId,
        Role: 'Decision Maker',
        IsPrimary: true,
      },
      by,
    );
    add(
      'Task',
      {
        Subject: `Intro call with ${first} ${last}`,
        TaskSubtype: 'Call',
        Status: closed,
        CallType: 'Outbound',
        CallDurationInSeconds: 742,
        ActivityDate: inDays(-12),
        WhatId: opportunityId,
        WhoId: contactId,
        Description: 'Walked through needs and timeline.',
      },
      by,
    );
    add(
      'Task',
      {
        Subject: 'Send the revised proposal',
        Priority: high,
        ActivityDate: inDays(2),
        WhatId: opportunityId,
        WhoId: contactId,
      },
      by,
    );
  }
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
