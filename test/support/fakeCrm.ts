import { interventionOf, type Call } from '../../server/domain/call/call.ts';
import type { Person } from '../../server/domain/call/people.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type CallSubject,
  type Colleague,
  type CrmActivities,
  type CustomerLookup,
  type Directory,
  type FoundSubjects,
  type InterventionWrite,
  type NotificationWrite,
  type WriteResult,
} from '../../server/ports/index.ts';

/** A directory in memory. */
export class FakeDirectory implements Directory {
  readonly people = new Map<string, Person>();
  isUnavailable = false;

  constructor(...people: Person[]) {
    for (const person of people) this.people.set(person.userId, person);
  }

  async person(orgId: string, userId: string): Promise<Person | undefined> {
    if (this.isUnavailable) throw new CrmUnavailable('the fake org is unavailable');
    const person = this.people.get(userId);
    return person?.orgId === orgId ? person : undefined;
  }

  current(orgId: string, userId: string): Promise<Person | undefined> {
    return this.person(orgId, userId);
  }

  known(orgId: string, userId: string): Person | undefined {
    const person = this.people.get(userId);
    return person?.orgId === orgId ? person : undefined;
  }

  async refresh(): Promise<void> {}

  async colleagues(orgId: string, search: string): Promise<Colleague[]> {
    return [...this.people.values()].filter(
      (one) =>
        one.orgId === orgId && one.active && one.roles.includes('rep') && one.name.includes(search),
    );
  }
}

/** Customers in memory, each with at most one opportunity. */
export class FakeCustomerLookup implements CustomerLookup {
  readonly subjects: CallSubject[];
  isUnavailable = false;

  constructor(...subjects: CallSubject[]) {
    this.subjects = subjects;
  }

  async byPhone(_orgId: string, phone: string): Promise<CallSubject | undefined> {
    return this.#find((subject) => subject.customer.phone === phone);
  }

  async candidates(_orgId: string, phone: string): Promise<FoundSubjects> {
    if (this.isUnavailable) throw new CrmUnavailable('the fake org is unavailable');
    const subjects = this.subjects.filter(({ customer }) => customer.phone === phone);
    return { subjects, areMore: false };
  }

  async byRecord(
    _orgId: string,
    {
      opportunityId,
      contactId,
      accountId,
    }: { opportunityId?: string; contactId?: string; accountId?: string },
  ): Promise<CallSubject | undefined> {
    return this.#find(({ customer, opportunity }) =>
      contactId
        ? customer.contactId === contactId
        : opportunityId
          ? opportunity?.opportunityId === opportunityId
          : accountId !== undefined && customer.accountId === accountId,
    );
  }

  async isDoNotCall(_orgId: string, phone: string): Promise<boolean> {
    return (
      this.#find(({ customer, doNotCall }) => doNotCall === true && customer.phone === phone) !==
      undefined
    );
  }

  #find(matches: (subject: CallSubject) => boolean): CallSubject | undefined {
    if (this.isUnavailable) throw new CrmUnavailable('the fake org is unavailable');
    return this.subjects.find(matches);
  }
}

/** Activities in memory, by key, so that a repeated write replaces the first. */
export class FakeCrmActivities implements CrmActivities {
  readonly interventions = new Map<string, Call>();
  readonly tasks = new Map<string, Call>();
  /** Sent notifications, as `${interventionId}:${about}`. */
  readonly notifications: string[] = [];
  isUnavailable = false;
  /** The ids of interventions that the fake org refuses. */
  readonly refused = new Set<string>();

  async notify(writes: readonly NotificationWrite[]): Promise<WriteResult[]> {
    return writes.map(({ interventionId, about }) => {
      if (this.isUnavailable) return unavailable();
      if (!this.interventions.has(interventionId))
        return new CrmProblem('retry', 'the fake org has no such intervention yet');
      this.notifications.push(`${interventionId}:${about}`);
      return undefined;
    });
  }

  async recordInterventions(writes: readonly InterventionWrite[]): Promise<WriteResult[]> {
    return writes.map(({ call, interventionId }) => {
      if (this.isUnavailable) return unavailable();
      if (this.refused.has(interventionId))
        return new CrmProblem('refused', 'the fake org refuses this one', 'REFUSED');
      const intervention = interventionOf(call, interventionId);
      if (intervention?.status !== 'ended') return undefined;
      this.interventions.set(interventionId, call);
      this.tasks.set(`${interventionId}:activity`, call);
      if (intervention.outcome.status === 'given' && intervention.outcome.coaching)
        this.tasks.set(`${interventionId}:coaching`, call);
      return undefined;
    });
  }
}

const unavailable = (): CrmProblem =>
  new CrmProblem('retry', 'the fake org is unavailable', 'SERVER_UNAVAILABLE', { isAway: true });
