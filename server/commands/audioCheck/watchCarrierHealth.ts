import type { Active, Call, Intervention } from '../../domain/call/call.ts';
import { HEALTHY, type AudioCheckVerdict, type CarrierHealth } from '../../domain/audioCheck/audioCheck.ts';
import { unhealthyRefusal } from '../../domain/supervision/supervise.ts';
import { silenceSteps } from '../../domain/carrier/switchSteps.ts';
import type { AudioCheckRuns, Store } from '../../ports/index.ts';
import { applyToCall, type CallDeps } from '../transact/applyToCall.ts';
import { attemptAtCarrier } from '../transact/forIntervention.ts';
import { followUp } from '../carrier/recordFact.ts';
import { runSteps } from '../carrier/runSteps.ts';

/** What the audio check said last, known without asking; tells when it changes, on whichever instance it was found out. */
export function watchCarrierHealth(runs: Pick<AudioCheckRuns, 'carrierHealth'>, onChange: () => void): { current(): CarrierHealth; refresh(): Promise<void> } {
  let current: CarrierHealth = HEALTHY;
  return {
    current: () => current,
    async refresh() {
      const before = current;
      current = await runs.carrierHealth();
      if (before.status !== current.status) onChange();
    },
  };
}

export interface SilenceWhispersDeps extends CallDeps {
  readonly store: Pick<Store, 'changeCall' | 'loadCall' | 'openCallIds'>;
}

/** When a whisper was found to reach the customer, every whisper that goes on falls to silence. */
export async function silenceLeakingWhispers(deps: SilenceWhispersDeps, verdict: AudioCheckVerdict): Promise<void> {
  if (verdict.status !== 'failed' || !verdict.findings.some(({ kind, mode }) => kind === 'leak' && mode === 'whisper')) return;
  for (const callId of await deps.store.openCallIds()) {
    const call = await deps.store.loadCall(callId);
    for (const intervention of call?.interventions ?? []) if (isWhispering(intervention)) await silence(deps, call!, intervention, verdict);
  }
}

async function silence(deps: SilenceWhispersDeps, call: Call, intervention: Intervention & Active, verdict: Extract<AudioCheckVerdict, { status: 'failed' }>): Promise<void> {
  const { interventionId } = intervention;
  const problem = await attemptAtCarrier(call, () => runSteps(deps, call, silenceSteps(call, intervention)));
  if (problem) deps.log.error({ callId: call.callId, interventionId, problem: problem.kind }, 'a whisper that may leak could not be silenced');
  const { code, wording, values } = unhealthyRefusal({ status: 'unhealthy', since: deps.clock.now(), findings: verdict.findings });
  const applied = await applyToCall(deps, call.callId, (current, at) =>
    current.interventions.some((one) => one.interventionId === interventionId && one.status === 'active')
      ? [{ type: 'ModeFailed', interventionId, mode: 'whisper', problem: { code, wording, values, at }, at }]
      : [], undefined, { kind: 'system' });
  if (applied && applied !== 'repeated') await followUp(deps, applied);
}

const isWhispering = (i: Intervention): i is Intervention & Active => i.status === 'active' && (i.mode === 'whisper' || i.pending?.mode === 'whisper');
