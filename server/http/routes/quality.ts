import {
  givenScores,
  transcribedCalls,
  type QualityFeedDeps,
  type TranscribedCall,
} from '../../commands/words/qualityFeed.ts';
import type { GivenScore } from '../../domain/supervision/givenScores.ts';
import type { Score } from '../../domain/supervision/scorecard.ts';
import { qualityOpenApi } from '../quality/openApi.ts';
import { feedPlaceOf, qualityQuery } from '../quality/query.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { lineView } from '../views/wordsViews.ts';

export interface QualityRouteDeps {
  readonly authenticate: Authenticate;
  readonly quality: QualityFeedDeps;
}

/**
 * Transcripts and scores for other programs, such as quality management, page by page. They contain
 * what the user of the session is allowed to see.
 */
export const qualityRoutes =
  ({ authenticate, quality }: QualityRouteDeps): Routes =>
  (router) => {
    router.get('/api/quality/calls', async (ctx) => {
      const person = await authenticate(ctx);
      const page = await transcribedCalls(quality, person, asked(ctx.query));
      ctx.body = {
        calls: page.items.map(callOf),
        next: feedPlaceOf(page.next),
        areMore: page.areMore,
      };
    });

    router.get('/api/quality/scores', async (ctx) => {
      const person = await authenticate(ctx);
      const page = await givenScores(quality, person, asked(ctx.query));
      ctx.body = {
        scores: page.items.map(scoreOf),
        next: feedPlaceOf(page.next),
        areMore: page.areMore,
      };
    });

    router.get('/api/quality/openapi.json', async (ctx) => {
      await authenticate(ctx);
      ctx.body = qualityOpenApi();
    });
  };

function asked(query: unknown) {
  const { since, after, limit } = valid(qualityQuery, query);
  return { after: after ?? { at: since ?? new Date(0).toISOString(), id: '' }, limit };
}

const callOf = ({ call, lines }: TranscribedCall) => ({
  callId: call.callId,
  direction: call.direction,
  startedAt: call.startedAt,
  ...(call.status !== 'ringing' && { answeredAt: call.answeredAt }),
  ...(call.status === 'ended' && { endedAt: call.endedAt }),
  rep: { userId: call.rep.userId, name: call.rep.name },
  opportunityId: call.opportunity?.opportunityId,
  queueIds: call.rep.queueIds ?? [],
  isTranscribed: call.transcribes === true,
  lines: lines.map(lineView),
});

const scoreOf = ({ scoreId: _scoreId, ...given }: GivenScore) =>
  given.kind === 'debrief'
    ? { ...given, self: resultOf(given.self), supervisor: resultOf(given.supervisor) }
    : { ...given, score: resultOf(given.score) };

const resultOf = ({ byUserId, at, percent, failed, answers }: Score) => ({
  byUserId,
  at,
  percent,
  failed,
  answers,
});
