import type { Mode } from 'c/callModel';
import { authorizedFetch, problemOf, request } from 'c/dealsideSession';
import type { AuditedCall, Holiday, PolicyFault, RuleInWords } from './views';

export * from './integrity';
export * from './simulations';
export * from './permissions';
export * from './policyFaults';
export * from './recordingExports';
export * from './salesforceSync';
export * from './setup';
export type * from './views';

export interface PolicyView {
  /** Rules for whom reps can call, how often and when, as sentences; absent until known. */
  dialing?: readonly string[];
  /** For how long what was said is kept, as sentences. */
  retention?: readonly string[];
  version: string;
  since: string;
  rules: RuleInWords[];
  holidays?: Holiday[];
  /** Reasons, outcomes, scripts and other words of the policy. */
  vocabulary?: ListInWords[];
  /** What is on file about consent. */
  consent?: {
    words: { settings: readonly string[]; places: readonly string[] };
  } & Readonly<Record<string, unknown>>;
  /** A newer policy in Salesforce that was refused. */
  refused?: { version: string; seenAt: string; faults: PolicyFault[] };
}

/** A list of the policy's words, in the server's wording. */
export interface ListInWords {
  list: string;
  title: string;
  entries: EntryInWords[];
}

interface EntryInWords {
  /** Its code, or the name of its record. */
  name: string;
  text: string;
  facts: string[];
  status: 'active' | 'retired' | 'gone';
  /** A remark about its status. */
  mark?: string;
}

export interface PolicyText {
  /** Absent if there is nothing to read. */
  version?: string;
  acknowledgedAt?: string;
  /** When the rep last acknowledged an earlier version of the text. */
  formerAt?: string;
}

export interface MyPolicy {
  policyVersion: string;
  rules: RuleInWords[];
  covert: string;
  /** The whole text, and whether this rep acknowledged reading it. */
  text?: PolicyText;
}

export type AuditActor =
  | { kind: 'person'; userId: string; role?: string }
  | { kind: 'system' | 'carrier' }
  | { kind: 'operator'; account: string }
  | { kind: 'unknown'; claimedUserId?: string };

export interface AuditEntryView {
  position: number;
  at: string;
  actor: AuditActor;
  action: string;
  /** The action as people read it, even if a former version wrote the entry. */
  label: string;
  callId?: string;
  result: 'done' | 'refused';
  code?: string;
  /** The role in which a person acted, in words. */
  actorRole?: string;
  /** The reason for the refusal, in words. */
  problem?: string;
  /** `times`: how many refusals the entry stands for. */
  details?: {
    times?: number;
    mode?: Mode;
    recordingId?: string;
    supervisorUserId?: string;
    repUserId?: string;
  };
}

export type Verification =
  | { status: 'running'; checked: number; of: number }
  | { status: 'intact'; entries: number }
  | { status: 'broken'; message: string };

export interface Percentiles {
  p50: number;
  p90: number;
  p95: number;
  p99: number;
}

export interface LatencyRow {
  kind: 'join' | 'switch';
  mode: Mode;
  count: number;
  stages: Record<
    | 'clickToRequest'
    | 'requestToCarrier'
    | 'carrierToConfirmed'
    | 'clickToConfirmed'
    | 'clickToHeard',
    Percentiles | null
  >;
}

export interface AudioCheckRunView {
  runId: string;
  startedAt: string;
  concludedAt?: string;
  progress: number;
  status: 'running' | 'passed' | 'failed' | 'not_run';
  findings?: { text: string }[];
  problem?: string;
}

export interface AudioCheckView {
  carrier:
    | { status: 'healthy' }
    | { status: 'unhealthy' | 'doubtful'; since: string; findings: string[] };
  runs: AudioCheckRunView[];
  /** Of all runs; absent from a server of an earlier version. */
  total?: number;
}

export const policyInForce = (): Promise<PolicyView> => request('GET', '/api/policy');
export const refreshPolicy = (): Promise<PolicyView> => request('POST', '/api/policy/refresh', {});
/** Acknowledges that the rep has read the text of this version. */
export const acknowledgePolicy = async (version: string): Promise<PolicyText> =>
  (await request<{ text: PolicyText }>('POST', '/api/policy/mine/acknowledge', { version })).text;
export const policyOnMyCalls = (): Promise<MyPolicy> => request('GET', '/api/policy/mine');
/** The delay that joins added between rep and phone network, where it was measured. */
export interface AddedDelay {
  count: number;
  roundTripMs: Percentiles | null;
  jitterMs: Percentiles | null;
  mos: number | null;
}

/** How much later customers hear the rep with a supervisor on the call, by test calls. */
export interface CustomerDelay {
  testCalls: number;
  modes: { mode: Mode; count: number; p50: number; p95: number }[];
}

interface Latencies {
  since: string;
  rows: LatencyRow[];
  addedDelay?: AddedDelay;
  customerDelay?: CustomerDelay;
}

export const latencies = (days: number): Promise<Latencies> =>
  request('GET', `/api/latency?days=${days}`);
export const audioCheckState = (limit: number): Promise<AudioCheckView> =>
  request('GET', `/api/audio-checks?limit=${limit}`);
export const startAudioCheck = (): Promise<{ runId: string }> =>
  request('POST', '/api/audio-checks', {});

export interface AuditFilters {
  readonly result?: string;
  readonly action?: string;
  readonly callId?: string;
  readonly mode?: string;
  readonly recordingId?: string;
  readonly userId?: string;
}

/** A page of the audit, newest first, with the names of people and calls by their ids. */
export function auditEntries(
  query: AuditFilters & { readonly before?: number },
  limit = 50,
): Promise<{
  entries: AuditEntryView[];
  names?: Record<string, string>;
  calls?: Record<string, AuditedCall>;
  next?: number;
}> {
  const known = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const parameters = new URLSearchParams(known.map(([name, value]) => [name, String(value)]));
  parameters.set('limit', String(limit));
  return request('GET', `/api/audit?${parameters.toString()}`);
}

type VerificationLine =
  | { progress: { checked: number; of: number } }
  | { ok: true; entries: number }
  /** A server of an earlier release has the message alone. */
  | { ok: false; fault: { text?: string; message: string } };

/** Has the server verify the whole chain. Reports progress, and finally the result. */
export async function verifyAudit(tell: (verification: Verification) => void): Promise<void> {
  const response = await authorizedFetch('/api/audit/verify');
  if (!response.ok) throw await problemOf(response);
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ? decoder.decode(value, { stream: true }) : '')).split('\n');
    rest = done ? '' : lines.pop()!;
    for (const line of lines.filter(Boolean))
      tell(verificationOf(JSON.parse(line) as VerificationLine));
    if (done) return;
  }
}

function verificationOf(line: VerificationLine): Verification {
  if ('progress' in line) return { status: 'running', ...line.progress };
  return line.ok
    ? { status: 'intact', entries: line.entries }
    : { status: 'broken', message: line.fault.text ?? line.fault.message };
}
