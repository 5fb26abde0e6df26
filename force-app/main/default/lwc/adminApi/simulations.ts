import type { Mode } from 'c/callModel';
import { request } from 'c/dealsideSession';
import type { PolicyFault, RuleInWords } from './adminApi';

/** A mode, or listening unseen, which is asked for as such. */
export type Way = Mode | 'unseen';
export const WAYS: readonly Way[] = ['monitor', 'whisper', 'barge', 'takeover', 'unseen'];

export interface Holiday { calendar: string; date: string }

/** A rule as it is written: whatever its fields hold until it is checked. */
export type DraftRule = Record<string, unknown> & { name?: unknown };
export interface Draft { rules: readonly DraftRule[]; holidays: readonly Holiday[] }

export type Checked =
  | { valid: true; version: string; rules: RuleInWords[] }
  | { valid: false; faults: PolicyFault[] };

export interface PolicyVersion { version: string; since: string }

export interface HourCount { weekday: string; hour: number; calls: number; uncovered: number }
export interface TeamCount { managerId?: string; manager?: string; calls: number; uncovered: number }

/** What a policy would have made of the calls of a period. */
export interface Coverage {
  version: string;
  joinable: Record<Way, number>;
  uncovered: number;
  hours: readonly HourCount[];
  teams: readonly TeamCount[];
  /** Calls on which consent kept out whom the policy would have let in. */
  barred?: { calls: number; by: readonly { rule: string; calls: number }[] };
}

export interface PolicyDifferenceView {
  added: readonly string[];
  removed: readonly string[];
  changed: readonly { rule: string; fields: readonly string[] }[];
  holidaysAdded: readonly Holiday[];
  holidaysRemoved: readonly Holiday[];
}

export interface SimulationResult {
  calls: number;
  people: number;
  before: Coverage;
  after: Coverage;
  difference: {
    policy: PolicyDifferenceView;
    callsGained: number;
    callsLost: number;
    people: readonly { userId: string; name: string; way: Way; before: number; after: number }[];
  };
}

export interface SimulationRun {
  simulationId: string;
  status: 'running' | 'done' | 'cancelled' | 'failed';
  done: number;
  total: number;
  progress: number;
  from: string;
  to: string;
  askedAt: string;
  /** Versions of the two policies. */
  before: string;
  after: string;
  result?: SimulationResult;
  problem?: string;
}

export interface SimulatedCall {
  callId: string;
  answeredAt: string;
  repName: string;
  who: readonly { userId: string; name: string; before: readonly Way[]; after: readonly Way[] }[];
}

export interface SimulatedCallPage { calls: readonly SimulatedCall[]; next?: { answeredAt: string; callId: string } }

export interface SimulationAsked { from: string; to: string; policy?: Draft; version?: string }

const RUNS = '/api/policy/simulations';
const run = (simulationId: string): string => `${RUNS}/${encodeURIComponent(simulationId)}`;

export const policyVersions = (): Promise<{ versions: PolicyVersion[] }> => request('GET', '/api/policy/versions');
export const policyOfVersion = (version: string): Promise<{ rules: RuleInWords[]; holidays: Holiday[] }> =>
  request('GET', `/api/policy/versions/${encodeURIComponent(version)}`);
export const checkDraft = (draft: Draft): Promise<Checked> => request('POST', '/api/policy/validate', draft);

export const simulations = (): Promise<{ simulations: SimulationRun[] }> => request('GET', RUNS);
export const simulation = (simulationId: string): Promise<SimulationRun> => request('GET', run(simulationId));
export const startSimulation = (asked: SimulationAsked): Promise<SimulationRun> => request('POST', RUNS, asked);
export const cancelSimulation = (simulationId: string): Promise<void> => request('DELETE', run(simulationId));

/** A page of the calls of a run, oldest first. */
export function simulatedCalls(simulationId: string, after?: SimulatedCallPage['next']): Promise<SimulatedCallPage> {
  const query = after ? `?${new URLSearchParams({ afterAt: after.answeredAt, afterId: after.callId }).toString()}` : '';
  return request('GET', `${run(simulationId)}/calls${query}`);
}

/** A policy that was read, as a draft to change: without what only explains it. */
export const draftOf = ({ rules, holidays }: { rules: readonly object[]; holidays?: readonly Holiday[] }): Draft => ({
  rules: rules.map((rule) => {
    const { words: _words, ...written } = rule as Record<string, unknown>;
    return written;
  }),
  holidays: holidays ?? [],
});
