import { z } from 'zod';
import type { CueReader } from '../../domain/alerts/cueBoard.ts';
import { LANGUAGES } from '../../domain/call/language.ts';
import { SPEAKERS } from '../../domain/transcript/line.ts';
import type { CueSource } from '../../ports/index.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';
import { cueRecord } from '../views/cueViews.ts';

export interface CueRouteDeps extends AdminGate {
  readonly cues: CueSource;
  readonly readerOf: (orgId: string) => CueReader;
}

const tryBody = z.object({
  text: z.string().trim().min(1).max(1_000),
  speaker: z.enum(SPEAKERS),
  language: z.enum(LANGUAGES),
});

/** Cards and checklists: reading those in force, and trying them on a sentence. */
export const cueRoutes =
  (deps: CueRouteDeps): Routes =>
  (router) => {
    router.get('/api/cues', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadCues');
      ctx.body = standingView(await deps.cues.current(orgId));
    });

    router.post('/api/cues/refresh', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadCues');
      ctx.body = standingView(await deps.cues.renew(orgId));
    });

    router.post('/api/cues/try', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadCues');
      const { text, speaker, language } = valid(tryBody, ctx.request.body);
      ctx.body = {
        found: deps
          .readerOf(orgId)
          .find(text, speaker, language)
          .map(({ cue, words }) => ({ name: cue.name, kind: cue.kind, label: cue.label, words })),
      };
    });
  };

const standingView = ({ cues, faults }: ReturnType<CueSource['of']>) => ({
  cues: cues.map(cueRecord),
  faults,
});
