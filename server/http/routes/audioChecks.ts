import { z } from 'zod';
import { runAudioCheckNow, type AudioCheckDeps } from '../../commands/audioCheck/runAudioCheck.ts';
import { describeFinding, type CarrierHealth } from '../../domain/audioCheck/audioCheck.ts';
import type { Language } from '../../domain/call/language.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import type { AudioCheckRun } from '../../ports/index.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';

export interface AudioCheckRouteDeps extends AdminGate {
  readonly audioCheck: AudioCheckDeps;
}

const audioChecksQuery = z.object({
  limit: z.coerce.number().int().min(1).max(10_000).default(50),
});

/** Carrier health, the latest runs of the audio check, and a run on demand. */
export const audioCheckRoutes =
  (deps: AudioCheckRouteDeps): Routes =>
  (router) => {
    const { authenticate, audioCheck } = deps;

    router.get('/api/audio-checks', async (ctx) => {
      const { locale } = await authenticate(ctx);
      const language = languageOf(locale);
      const { limit } = valid(audioChecksQuery, ctx.query);
      const [carrierHealth, runs, total] = await Promise.all([
        audioCheck.runs.carrierHealth(),
        audioCheck.runs.recent(limit),
        audioCheck.runs.count(),
      ]);
      ctx.body = {
        carrier: carrierHealthView(carrierHealth, language),
        runs: runs.map((run) => runView(run, language)),
        total,
      };
    });

    router.post('/api/audio-checks', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'RunAudioCheck');
      const { runId } = orRefuse(await runAudioCheckNow(audioCheck, admin));
      ctx.status = 202;
      ctx.body = { runId };
    });
  };

function carrierHealthView(carrierHealth: CarrierHealth, language: Language) {
  return carrierHealth.status === 'healthy'
    ? carrierHealth
    : {
        status: carrierHealth.status,
        since: carrierHealth.since,
        findings: carrierHealth.findings.map((finding) => describeFinding(finding, language)),
      };
}

const runView = ({ findings, ...run }: AudioCheckRun, language: Language) => ({
  ...run,
  ...(findings && {
    findings: findings.map((one) => ({ ...one, text: describeFinding(one, language) })),
  }),
});
