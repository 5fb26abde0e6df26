import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import type { OtherCall } from '../../domain/call/otherCall.ts';
import type { OutboxMessage } from '../../domain/outbox/message.ts';
import type { PersonKey } from '../stepUp/stepUp.ts';

/** What one transaction writes, and what it returns. */
export interface Change<T> {
  /** The call as it is now; without it the call is not written. */
  readonly call?: Call;
  readonly audit: readonly AuditEntry[];
  readonly outbox: readonly OutboxMessage[];
  readonly answer: T;
}

/** How a change is written. */
export interface ChangeOptions {
  /** Names a fact from outside, so that it is applied once. */
  readonly callbackKey?: string;
  /** What the carrier reported, kept in the same transaction, also when the call is unknown. */
  readonly report?: CarrierReport;
  /** A person's change does not wait behind the carrier's. `carrier` by default. */
  readonly lane?: 'person' | 'carrier';
}

/** Every filter that is given must match. */
export interface CallQuery {
  readonly orgId: string;
  readonly opportunityId?: string;
  /** Calls on which this person has an ended intervention whose outcome is still due. */
  readonly outcomeDueBy?: string;
  readonly repUserId?: string;
  /** Calls on which this person has an intervention that has not ended. */
  readonly supervisedBy?: string;
  readonly status?: readonly Call['status'][];
}

/** The people whose calls to list. `onOpportunityOnly` leaves out calls without an opportunity. */
interface WrapUpQuery extends PersonKey {
  readonly onOpportunityOnly: boolean;
  readonly limit: number;
}

interface PracticeQuery extends PersonKey {
  readonly ofEverybody: boolean;
  readonly limit: number;
}

/**
 * Keeps calls, their audit and the outbox. Each writing method is one transaction. Throws when the
 * database does not answer. Source: PostgreSQL.
 */
/** The call of an intervention. */
type InterventionPlace = Pick<Call, 'orgId' | 'callId'>;

export interface Store {
  /**
   * Locks the call, passes it to `decide`, and writes what that returns; the live feed is notified
   * on commit. Changes of many calls may be one transaction; one that fails does not harm the
   * others. For a callback that was applied before, it returns 'repeated' and decides nothing.
   * Returns undefined when there is no such call. `decide` must be pure: it runs again when the
   * transaction does.
   */
  changeCall<T>(
    callId: string,
    decide: (call: Call) => Change<T>,
    options?: ChangeOptions,
  ): Promise<{ answer: T } | 'repeated' | undefined>;
  /**
   * The same for a supervisor's request: one request of a person at a time, on all calls and
   * instances. So the other live calls that this person is on as a supervisor are still true at
   * commit, those as a rep as of just before.
   */
  changeSupervisedCall<T>(
    supervisor: PersonKey,
    callId: string,
    decide: (call: Call, otherCalls: readonly OtherCall[]) => Change<T>,
  ): Promise<{ answer: T } | undefined>;
  /** Writes a new call. Returns false, and writes nothing, when the call id exists. */
  createCall(
    call: Call,
    audit: readonly AuditEntry[],
    outbox: readonly OutboxMessage[],
  ): Promise<boolean>;
  /** Writes audit entries that belong to no change of a call, such as refused sign-ins. */
  recordAudit(entries: readonly AuditEntry[]): Promise<void>;
  loadCall(callId: string): Promise<Call | undefined>;
  /** The calls that exist, by id. */
  loadCalls(callIds: readonly string[]): Promise<ReadonlyMap<string, Call>>;
  /** All of them, newest first: a query is about open calls, or about one person or deal. */
  findCalls(query: CallQuery): Promise<Call[]>;
  findCallByIntervention(interventionId: string): Promise<Call | undefined>;
  /** The call that an intervention is on. It never changes, so a known answer comes from memory. */
  placeOfIntervention(interventionId: string): Promise<InterventionPlace | undefined>;
  findCallByRecording(recordingId: string): Promise<Call | undefined>;
  findCallByNotice(noticeId: string): Promise<Call | undefined>;
  /** All calls that have not ended, in every org. */
  findOpenCalls(): Promise<Call[]>;
  /**
   * Calls on which one of these people has an ended intervention whose outcome is still due. May
   * hold calls of other orgs in which somebody has the same id.
   */
  findCallsWithOutcomeDue(people: readonly PersonKey[]): Promise<Call[]>;
  /** The ended calls of a rep who has not wrapped them up, newest first, and how many there are. */
  findCallsToWrapUp(
    query: WrapUpQuery,
  ): Promise<{ readonly calls: readonly Call[]; readonly total: number }>;
  /**
   * The person's own practice calls, those of reps they manage, and those they joined, newest
   * first; everybody's with `ofEverybody`. Includes the total.
   */
  findPracticeCalls(
    query: PracticeQuery,
  ): Promise<{ readonly calls: readonly Call[]; readonly total: number }>;
  /** Newest first; at most 200 unless `limit` says otherwise. */
  findAudit(query: { orgId?: string; callId?: string; limit?: number }): Promise<AuditEntry[]>;
}
