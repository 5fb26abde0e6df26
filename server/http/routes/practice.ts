import { placePractice, type PlacePracticeDeps } from '../../commands/calls/placePractice.ts';
import { reviewPractice } from '../../commands/calls/practice.ts';
import type { DecideOnDeps } from '../../commands/transact/decideOn.ts';
import type { Person } from '../../domain/call/people.ts';
import { SCENARIOS } from '../../domain/practice/scenarios.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import type { Calibrations, Store } from '../../ports/index.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { placePracticeBody, reviewPracticeBody, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { callAnswer } from '../views/callAnswer.ts';
import { practiceView } from '../views/practiceViews.ts';
import { isShownTo, type ViewContext } from '../views/presenters.ts';
import { connectionFor } from '../views/repCallViews.ts';

export interface PracticeRouteDeps {
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
  readonly store: Pick<Store, 'findPracticeCalls'>;
  readonly practice: PlacePracticeDeps & DecideOnDeps;
  readonly calibrations: Pick<Calibrations, 'ofEach'>;
}

/** The most practice calls that are listed; the response also has the total. */
const LISTED = 50;

/** Practice calls: listing scenarios, starting a call, and reviewing past calls. */
export const practiceRoutes =
  ({ authenticate, viewing, store, practice, calibrations }: PracticeRouteDeps): Routes =>
  (router) => {
    const answerOf = callAnswer(viewing);
    router.get('/api/practice', async (ctx) => {
      const person = await authenticate.known(ctx);
      const language = languageOf(person.locale);
      const { calls, total } = await store.findPracticeCalls({
        orgId: person.orgId,
        userId: person.userId,
        ofEverybody: person.seesAllCalls,
        limit: LISTED,
      });
      const view = viewing(person);
      const own = calls.filter(({ rep }) => rep.userId === person.userId);
      const scores = await calibrations.ofEach(
        person.orgId,
        own.map(({ callId }) => callId),
      );
      ctx.body = {
        scenarios: person.roles.includes('rep')
          ? SCENARIOS.map(({ code, title, brief }) => ({
              code,
              title: title[language],
              brief: brief[language],
            }))
          : [],
        calls: calls
          .filter((call) => isShownTo(person, call, view))
          .flatMap((call) => practiceView(call, person, scores.get(call.callId)) ?? []),
        total,
      };
    });

    router.post('/api/practice', async (ctx) => {
      const person = await authenticate(ctx);
      const request = valid(placePracticeBody, ctx.request.body);
      const call = orRefuse(await placePractice(practice, person, request));
      ctx.status = 201;
      ctx.body = { ...answerOf(call, person), connect: connectionFor(call) };
    });

    router.put('/api/practice/:callId', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { ticked } = valid(reviewPracticeBody, ctx.request.body);
      const call = orRefuse(
        await reviewPractice(practice, person, { callId: ctx.params.callId!, ticked }),
      );
      ctx.body = { call: practiceView(call, person) };
    });
  };
