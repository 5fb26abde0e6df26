import {
  scoreForCalibration,
  showCalibration,
  type Calibration,
  type CalibrationDeps,
} from '../../commands/supervision/calibrate.ts';
import type { Person } from '../../domain/call/people.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { scoreBody } from './debriefs.ts';

export interface CalibrationRouteDeps {
  readonly authenticate: Authenticate;
  readonly calibration: CalibrationDeps;
}

/** Several managers score one ended call, each blind; then they see how far apart they are. */
export const calibrationRoutes =
  ({ authenticate, calibration }: CalibrationRouteDeps): Routes =>
  (router) => {
    router.get('/api/calls/:callId/calibration', async (ctx) => {
      const person = await authenticate.known(ctx);
      ctx.body = view(
        orRefuse(await showCalibration(calibration, person, { callId: ctx.params.callId! })),
        person,
      );
    });

    router.post('/api/calls/:callId/calibration', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { answers } = valid(scoreBody, ctx.request.body);
      const callId = ctx.params.callId!;
      ctx.body = view(
        orRefuse(await scoreForCalibration(calibration, person, { callId, answers })),
        person,
      );
    });
  };

function view({ items, scores, spread }: Calibration, { userId, locale }: Person) {
  const isGerman = languageOf(locale) === 'de';
  return {
    items: items.map(({ germanLabel, label, ...item }) => ({
      ...item,
      label: (isGerman && germanLabel) || label,
    })),
    isGiven: scores.some(({ scorer }) => scorer.userId === userId),
    scores: scores.map(({ scorer, score }) => ({
      name: scorer.name,
      isYours: scorer.userId === userId,
      percent: score.percent,
      failed: score.failed,
    })),
    spread,
  };
}
