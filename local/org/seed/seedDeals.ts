import type { OrgShape } from '../schema/shape.ts';
import type { AddRow } from './addRow.ts';
import { STATE_OF, type DealSeed } from './deals.ts';

/**
 * Adds accounts with a contact, an opportunity and a few activities each. @param users ids by alias
 */
export function seedDeals(
  add: AddRow,
  deals: readonly DealSeed[],
  { users, shape }: { readonly users: ReadonlyMap<string, string>; readonly shape: OrgShape },
): void {
  for (const deal of deals) {
    const owner = users.get(deal.owner)!;
    const addOwned: AddRow = (object, values) => add(object, values, owner);
    addActivities(addOwned, addDeal(addOwned, deal, shape), { deal, shape });
  }
}

interface DealIds {
  readonly contactId: string;
  readonly opportunityId: string;
}

function addDeal(add: AddRow, deal: DealSeed, { currencies }: OrgShape): DealIds {
  const AccountId = add('Account', {
    Name: deal.account,
    Industry: deal.industry,
    BillingCity: deal.city,
    BillingState: STATE_OF[deal.city] ?? null,
    BillingCountry: 'United States',
  });
  const contactId = add('Contact', {
    FirstName: deal.firstName,
    LastName: deal.lastName,
    Title: deal.title,
    Phone: deal.phone,
    AccountId,
  });
  const opportunityId = add('Opportunity', {
    Name: deal.name,
    StageName: deal.stage,
    Amount: deal.amount,
    CloseDate: inDays(deal.daysToClose),
    Probability: 60,
    NextStep: 'Call to agree on terms',
    AccountId,
    ...(currencies.length > 1 && { CurrencyIsoCode: currencies[0].code }),
  });
  add('OpportunityContactRole', {
    OpportunityId: opportunityId,
    ContactId: contactId,
    Role: 'Decision Maker',
    IsPrimary: true,
  });
  return { contactId, opportunityId };
}

/** Adds a completed call and an open task. */
function addActivities(
  add: AddRow,
  { contactId, opportunityId }: DealIds,
  {
    deal: { firstName, lastName },
    shape: { taskStatuses, taskPriorities },
  }: { readonly deal: DealSeed; readonly shape: OrgShape },
): void {
  add('Task', {
    Subject: `Intro call with ${firstName} ${lastName}`,
    TaskSubtype: 'Call',
    Status: taskStatuses.find(({ isClosed }) => isClosed)!.value,
    CallType: 'Outbound',
    CallDurationInSeconds: 742,
    ActivityDate: inDays(-12),
    WhatId: opportunityId,
    WhoId: contactId,
    Description: 'Walked through needs and timeline.',
  });
  add('Task', {
    Subject: 'Send the revised proposal',
    Priority: taskPriorities.find(({ isHigh }) => isHigh)!.value,
    ActivityDate: inDays(2),
    WhatId: opportunityId,
    WhoId: contactId,
  });
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
