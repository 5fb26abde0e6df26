import {
  HEALTHY,
  unhealthyRefusal,
  type AudioCheckVerdict,
  type CarrierHealth,
} from '../../domain/audioCheck/audioCheck.ts';
import { activeIntervention, type ActiveIntervention, type Call } from '../../domain/call/call.ts';
import { isHeardByRepOnly } from '../../domain/call/modes.ts';
import { isWhispering, silenceSteps } from '../../domain/carrier/silence.ts';
import type { AudioCheckRuns, DueCalls } from '../../ports/index.ts';
import { attemptAtCarrier } from '../carrier/attempt.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { followUp } from '../carrier/followUp.ts';
import { runSteps } from '../carrier/runSteps.ts';
import { applyEvents } from '../transact/applyEvents.ts';

/**
 * The verdict of the last audio check, known without asking the database; `onChange` is called when
 * it changed, on whichever instance the check ran.
 */
export function watchCarrierHealth(
  runs: Pick<AudioCheckRuns, 'carrierHealth'>,
  onChange: () => void,
): { current(): CarrierHealth; refresh(): Promise<void> } {
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
  readonly dueCalls: Pick<DueCalls, 'supervisedCalls'>;
}

/**
 * When the audio check heard a whisper leak, every supervisor who whispers is silenced; not where
 * the check only warns.
 */
export async function silenceLeakingWhispers(
  deps: SilenceWhispersDeps,
  verdict: AudioCheckVerdict,
  health: CarrierHealth,
): Promise<void> {
  if (
    health.status !== 'unhealthy' ||
    verdict.status !== 'failed' ||
    !verdict.findings.some(({ kind, mode }) => kind === 'leak' && isHeardByRepOnly(mode))
  )
    return;
  for (const call of await deps.dueCalls.supervisedCalls())
    for (const intervention of call.interventions)
      if (isWhispering(intervention)) await silence(deps, call, { intervention, verdict });
}

async function silence(
  deps: SilenceWhispersDeps,
  call: Call,
  {
    intervention,
    verdict,
  }: {
    readonly intervention: ActiveIntervention;
    readonly verdict: Extract<AudioCheckVerdict, { status: 'failed' }>;
  },
): Promise<void> {
  const { interventionId } = intervention;
  const problem = await attemptAtCarrier(call, () =>
    runSteps(deps, call, silenceSteps(call, intervention)),
  );
  if (problem)
    deps.log.error(
      { callId: call.callId, interventionId, fault: problem.kind },
      'whisper that may leak not silenced',
    );
  const { code, wording, values } = unhealthyRefusal({
    status: 'unhealthy',
    since: deps.clock.now(),
    findings: verdict.findings,
  });
  const applied = await applyEvents(
    deps,
    { callId: call.callId, actor: { kind: 'system' } },
    (current, at) =>
      activeIntervention(current, interventionId)
        ? [
            {
              type: 'ModeFailed',
              interventionId,
              mode: 'whisper',
              problem: { code, wording, values, at },
              at,
            },
          ]
        : [],
  );
  if (applied.status === 'applied') await followUp(deps, applied);
}
