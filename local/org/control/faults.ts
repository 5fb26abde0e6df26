import type { Row } from '../records/database.ts';
import { OrgError } from '../errors/orgError.ts';

/** What the org is told to do wrong. */
export interface Faults {
  /** The next REST requests are refused, with this status and code. */
  failNext: number;
  status: number;
  errorCode: string;
  delayMs: number;
  /** The next REST requests are worked, and their answers never arrive; so many arrive before. */
  loseNext: number;
  loseAfter: number;
  /** Requests a day; the next one is refused. */
  dailyRequests: number;
  /** The next saves of records that refer to this one find it locked. */
  lockedId: string;
  lockNext: number;
}

const NONE: Faults = { failNext: 0, status: 503, errorCode: 'SERVER_UNAVAILABLE', delayMs: 0, loseNext: 0, loseAfter: 0, dailyRequests: 15_000, lockedId: '', lockNext: 0 };

export interface FaultControls {
  readonly now: Faults;
  set(faults: Partial<Faults>): Faults;
  reset(): void;
  /** Refuses this request, if it is told to. */
  refuse(requests: number): void;
  /** Whether this answer is lost. */
  losesAnswer(): boolean;
  /** Refuses to save what refers to a locked record. */
  refuseLocked(record: Row): void;
}

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
      if (useUp('failNext')) throw new OrgError(now.status, now.errorCode, 'the org is told to fail');
      if (requests > now.dailyRequests) throw new OrgError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
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
      if (refers && useUp('lockNext')) throw new OrgError(400, 'UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${now.lockedId}`);
    },
  };
}
