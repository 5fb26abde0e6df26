import type { Active, Call, Intervention } from '../domain/call.ts';
import { TRUSTED, type CanaryVerdict, type CarrierTrust } from '../domain/canary.ts';
import { distrusted } from '../domain/supervise.ts';
import { silenceSteps } from '../domain/switchSteps.ts';
import type { CanaryRuns, Store } from '../ports.ts';
import { applyToCall, type Following } from './applyToCall.ts';
import { attempt } from './onIntervention.ts';
import { settle } from './recordFact.ts';
import { takeSteps } from './takeSteps.ts';

/** What the canary said last, known without asking; tells when it changes, on whichever instance it was found out. */
export function followTrust(runs: Pick<CanaryRuns, 'trust'>, onChange: () => void): { current(): CarrierTrust; refresh(): Promise<void> } {
  let current: CarrierTrust = TRUSTED;
  return {
    current: () => current,
    async refresh() {
      const before = current;
      current = await runs.trust();
      if (before.status !== current.status) onChange();
    },
  };
}

export interface Silencing extends Following {
  readonly store: Pick<Store, 'changeCall' | 'loadCall' | 'openCallIds'>;
}

/** When a whisper was found to reach the customer, every whisper that goes on falls to silence. */
export async function silenceWhispers(deps: Silencing, verdict: CanaryVerdict): Promise<void> {
  if (verdict.status !== 'failed' || !verdict.findings.some(({ kind, mode }) => kind === 'leak' && mode === 'whisper')) return;
  for (const callId of await deps.store.openCallIds()) {
    const call = await deps.store.loadCall(callId);
    for (const intervention of call?.interventions ?? []) if (whispers(intervention)) await silence(deps, call!, intervention, verdict);
  }
}

async function silence(deps: Silencing, call: Call, intervention: Intervention & Active, verdict: Extract<CanaryVerdict, { status: 'failed' }>): Promise<void> {
  const { interventionId } = intervention;
  const problem = await attempt(call, () => takeSteps(deps, call, silenceSteps(call, intervention)));
  if (problem) deps.log.error({ callId: call.callId, interventionId, problem: problem.kind }, 'a whisper that may leak could not be silenced');
  const { code, message } = distrusted({ status: 'distrusted', since: deps.clock.now(), findings: verdict.findings });
  const applied = await applyToCall(deps, call.callId, (current, at) =>
    current.interventions.some((one) => one.interventionId === interventionId && one.status === 'active')
      ? [{ type: 'ModeFailed', interventionId, mode: 'whisper', problem: { code, message, at }, at }]
      : [], undefined, { kind: 'system' });
  if (applied && applied !== 'repeated') await settle(deps, applied);
}

const whispers = (i: Intervention): i is Intervention & Active => i.status === 'active' && (i.mode === 'whisper' || i.pending?.mode === 'whisper');
