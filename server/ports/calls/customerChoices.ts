import type { Customer } from '../../domain/call/call.ts';

/** Customers' choices about being monitored. Source: PostgreSQL. */
export interface CustomerChoices {
  /** Whether the customer's latest choice, by record or number, was not to be monitored. */
  declines(orgId: string, customer: Pick<Customer, 'contactId' | 'phone'>): Promise<boolean>;
}
