import { MODE_NAME, MODES } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { request } from 'c/dealsideSession';
import type {
  Checked,
  Draft,
  Holiday,
  PolicyVersion,
  RuleInWords,
  SimulatedCallPage,
  SimulationAsked,
  SimulationRun,
  Way,
} from './views';

export const WAYS: readonly Way[] = [...MODES, 'covert'];

export const WAY_LABEL: Record<Way, string> = { ...MODE_NAME, covert: labels.simCovert };

const RUNS = '/api/policy/simulations';
const run = (simulationId: string): string => `${RUNS}/${encodeURIComponent(simulationId)}`;

export const policyVersions = (): Promise<{ versions: PolicyVersion[] }> =>
  request('GET', '/api/policy/versions');
export const policyOfVersion = (
  version: string,
): Promise<{ rules: RuleInWords[]; holidays: Holiday[] }> =>
  request('GET', `/api/policy/versions/${encodeURIComponent(version)}`);
export const checkDraft = (draft: Draft): Promise<Checked> =>
  request('POST', '/api/policy/validate', draft);

export const simulations = (): Promise<{ simulations: SimulationRun[] }> => request('GET', RUNS);
export const simulation = (simulationId: string): Promise<SimulationRun> =>
  request('GET', run(simulationId));
export const startSimulation = (asked: SimulationAsked): Promise<SimulationRun> =>
  request('POST', RUNS, asked);
export const cancelSimulation = (simulationId: string): Promise<void> =>
  request('DELETE', run(simulationId));

/** A page of the calls of a run, oldest first. */
export function simulatedCalls(
  simulationId: string,
  after?: SimulatedCallPage['next'],
): Promise<SimulatedCallPage> {
  const query = after
    ? `?${new URLSearchParams({ afterAt: after.answeredAt, afterId: after.callId }).toString()}`
    : '';
  return request('GET', `${run(simulationId)}/calls${query}`);
}

/** A draft copy of a policy, without the fields that only explain it. */
export const draftOf = ({
  rules,
  holidays,
}: {
  rules: readonly object[];
  holidays?: readonly Holiday[];
}): Draft => ({
  rules: rules.map((rule) => {
    const { words: _words, ...written } = rule as Record<string, unknown>;
    return written;
  }),
  holidays: holidays ?? [],
});
