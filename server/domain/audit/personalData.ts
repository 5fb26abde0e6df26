import { subjectOfUser, subjectsOfCustomer, type DataSubject } from './personalFacts.ts';

/**
 * The person whose data is requested: a user of the org, or a customer by CRM record or phone
 * number.
 */
export type PersonRef =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'customer'; readonly contactId?: string; readonly phone?: string };

/** The names under which the data of this person is found. */
export const subjectsOf = (ref: PersonRef): DataSubject[] =>
  ref.kind === 'user' ? [subjectOfUser(ref.userId)] : subjectsOfCustomer(ref);

/** Replaces an erased name. */
export const ERASED_NAME = 'Erased';

/** Other places that store the person's data, for the reply to the person. */
export const ELSEWHERE = ['crm', 'carrier'] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];
