import { createReadings } from '../../commands/words/readTranscript.ts';
import type { Routes } from '../../http/routes.ts';
import { alertRuleRoutes } from '../../http/routes/alertRules.ts';
import { cueRoutes } from '../../http/routes/cues.ts';
import { qualityRoutes } from '../../http/routes/quality.ts';
import { wordRoutes } from '../../http/routes/words.ts';
import type { WebParts } from '../webParts.ts';
import type { Words } from '../words.ts';

/** The routes of transcripts, alerts and cards, and of their rules. */
export function wordsRoutes(parts: WebParts & { readonly words: Words }): readonly Routes[] {
  const { authenticate, viewing, store, clock, ids, policies, words } = parts;
  const admin = { authenticate, store, clock, ids };
  const common = { store, clock, ids, policies };
  const readings = createReadings();
  return [
    alertRuleRoutes({
      ...admin,
      alertRules: words.alertRules,
      backtest: words.backtest,
      reading: { ...common, readings },
    }),
    cueRoutes({ ...admin, ...words.cues }),
    wordRoutes({
      authenticate,
      viewing,
      store,
      clock,
      reading: { ...common, linesOf: words.linesOf, readings },
      summonses: common,
      ...words.words,
    }),
    qualityRoutes({
      authenticate,
      quality: {
        ...common,
        qualityFeed: parts.qualityFeed,
        calibrations: parts.calibrations,
        transcripts: words.transcripts,
      },
    }),
  ];
}
