import { labels } from 'c/dealsideLabels';
import { request } from 'c/dealsideSession';

export type SetupStatus = 'ok' | 'todo' | 'unknown';

/** A check of the setup, in the reader's language. Source: GET /api/setup. */
export interface SetupCheck {
  check: string;
  status: SetupStatus;
  /** What to do, if anything. */
  code?: string;
  title: string;
  text: string;
}

export interface Setup {
  checkedAt: string;
  checks: readonly SetupCheck[];
}

interface Limit {
  used: number;
  limit: number;
}

export interface Usage {
  from: string;
  to: string;
  calls: number;
  minutes: number;
  /** Calls by the highest mode on them. */
  modes: Readonly<Record<string, number>>;
  /** The org's limits; absent if Salesforce does not answer. */
  limits?: Readonly<Record<string, Limit>>;
}

/** The person whose data is requested. */
export type PersonRef = { userId: string } | { phone: string };

interface Erased {
  calls: number;
  auditFields: number;
  elsewhere: readonly string[];
}

export const LIMIT_LABEL: Readonly<Record<string, string>> = {
  DailyApiRequests: labels.setupLimitDailyApiRequests,
  DataStorageMB: labels.setupLimitDataStorageMB,
  FileStorageMB: labels.setupLimitFileStorageMB,
};

export const setupChecks = (): Promise<Setup> => request('GET', '/api/setup');
export const setupUsage = (): Promise<Usage> => request('GET', '/api/setup/usage');
export const resetPin = (userId: string): Promise<void> =>
  request('POST', '/api/pin/reset', { userId });
export const resetPasskeys = (userId: string): Promise<void> =>
  request('POST', '/api/passkeys/reset', { userId });
export const exportPerson = (person: PersonRef, reference?: string): Promise<object> =>
  request('POST', '/api/people/export', { person, ...(reference && { reference }) });
export const erasePerson = (person: PersonRef, reference?: string): Promise<Erased> =>
  request('POST', '/api/people/erase', {
    person,
    ...(reference && { reference }),
    confirm: 'erase',
  });

/** Makes calls to the org's numbers ring here. Returns how many numbers were changed. */
export const pointPhoneNumbers = (): Promise<{ changed: number }> =>
  request('POST', '/api/setup/phone-numbers', {});
