import { runAudioCheckNow, type AudioCheckDeps } from '../../commands/audioCheck/runAudioCheck.ts';
import { describeFinding, type CarrierHealth } from '../../domain/audioCheck/audioCheck.ts';
import type { AudioCheckRun } from '../../ports/index.ts';
import { asAdmin, type AdminGate } from '../adminGate.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';

export interface AudioCheckRouteDeps extends AdminGate {
  readonly audioCheck: AudioCheckDeps;
}

const SHOWN_RUNS = 50;

/** Carrier health, the latest runs of the audio check, and a run on demand. */
export const audioCheckRoutes = (deps: AudioCheckRouteDeps): Routes => (router) => {
  const { authenticate, audioCheck } = deps;

  router.get('/api/audio-checks', async (ctx) => {
    await authenticate(ctx);
    const [carrierHealth, runs] = await Promise.all([audioCheck.runs.carrierHealth(), audioCheck.runs.recent(SHOWN_RUNS)]);
    ctx.body = { carrier: carrierHealthView(carrierHealth), runs: runs.map(runView) };
  });

  router.post('/api/audio-checks', async (ctx) => {
    const admin = await asAdmin(ctx, deps, 'RunAudioCheck');
    const { runId } = orRefuse(await runAudioCheckNow(audioCheck, admin));
    ctx.status = 202;
    ctx.body = { runId };
  });
};

function carrierHealthView(carrierHealth: CarrierHealth) {
  return carrierHealth.status === 'healthy' ? carrierHealth : { status: carrierHealth.status, since: carrierHealth.since, findings: carrierHealth.findings.map(describeFinding) };
}

const runView = ({ findings, ...run }: AudioCheckRun) => ({ ...run, ...(findings && { findings: findings.map((one) => ({ ...one, text: describeFinding(one) })) }) });
