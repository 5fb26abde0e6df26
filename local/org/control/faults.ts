import { OrgError } from '../errors/orgError.ts';
import type { Row } from '../records/database.ts';
import { BATCH_SIZE } from '../soql/paging.ts';

/** The faults that tests ask for. */
export interface Faults {
  /** How many of the next REST requests are refused, with `status` and `errorCode`. */
  failNext: number;
  status: number;
  errorCode: string;
  delayMs: number;
  /** REST requests are accepted and never answered. */
  hangs: boolean;
  /** Only REST requests with this text in their query or body are; none if it is empty. */
  hangsOn: string;
  /**
   * How many of the next REST requests are processed with their responses lost, after `loseAfter`
   * others.
   */
  loseNext: number;
  loseAfter: number;
  /** The daily limit of requests; further ones are refused. */
  dailyRequests: number;
  /** Records per page of a query. Salesforce reduces the size of pages at its own discretion. */
  pageSize: number;
  /** Pretended numbers of rows, by the name of the object. */
  rowsOf: Readonly<Record<string, number>>;
  /** User permissions and objects that an administrator has removed from the permission sets. */
  withheld: readonly string[];
  /** The record that the next `lockNext` saves of records referring to it find locked. */
  lockedId: string;
  lockNext: number;
  /** The org's setting for invocable actions: whether one failed input leaves the others alone. */
  savesPartly: boolean;
}

const NONE: Faults = {
  failNext: 0,
  status: 503,
  errorCode: 'SERVER_UNAVAILABLE',
  delayMs: 0,
  hangs: false,
  hangsOn: '',
  loseNext: 0,
  loseAfter: 0,
  dailyRequests: 15_000,
  pageSize: BATCH_SIZE,
  rowsOf: {},
  withheld: [],
  lockedId: '',
  lockNext: 0,
  savesPartly: true,
};

/** The active faults. */
export interface FaultControls {
  readonly now: Faults;
  set(faults: Partial<Faults>): Faults;
  reset(): void;
  /**
   * Throws OrgError if this request is to be refused. @param requests the number of requests today
   */
  refuse(requests: number): void;
  /** Whether the response to this request is to be lost. */
  losesAnswer(): boolean;
  /** Throws OrgError when the record refers to a locked one. */
  refuseLocked(record: Row): void;
}

/** No faults are active at first. */
export function createFaults(): FaultControls {
  const now: Faults = { ...NONE };
  const useUp = (key: 'failNext' | 'loseNext' | 'lockNext'): boolean => {
    if (now[key] <= 0) return false;
    now[key] -= 1;
    return true;
  };
  return {
    now,
    set: (faults) => Object.assign(now, faults),
    reset: () => void Object.assign(now, NONE),
    refuse(requests) {
      if (useUp('failNext'))
        throw new OrgError(now.status, now.errorCode, 'a test asked for this failure');
      if (requests > now.dailyRequests)
        throw new OrgError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    },
    losesAnswer() {
      if (now.loseNext > 0 && now.loseAfter > 0) {
        now.loseAfter -= 1;
        return false;
      }
      return useUp('loseNext');
    },
    refuseLocked(record) {
      const refers = now.lockedId !== '' && Object.values(record).includes(now.lockedId);
      if (refers && useUp('lockNext'))
        throw new OrgError(
          400,
          'UNABLE_TO_LOCK_ROW',
          `unable to obtain exclusive access to this record or 1 records: ${now.lockedId}`,
        );
    },
  };
}
