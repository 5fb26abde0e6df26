import { refuseAudited } from '../../commands/transact/auditEntries.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { outcomesReport, type OutcomesReport } from '../../domain/outcomes/report.ts';
import { outcomesScope, readsOutcomesOf } from '../../domain/outcomes/scope.ts';
import { periodOf } from '../../domain/outcomes/totals.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { labelIn, type Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import type {
  CallDays,
  Clock,
  CountedReps,
  Directory,
  Ids,
  Policies,
  Store,
} from '../../ports/index.ts';
import type { Authenticate } from '../authenticate.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { outcomesQuery, valid } from '../schemas.ts';

export interface OutcomesRouteDeps {
  readonly authenticate: Authenticate;
  readonly callDays: Pick<CallDays, 'reps' | 'periods' | 'interventions' | 'due'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly policies: Policies;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What interventions were worth, of the calls that the reader may know of. */
export const outcomesRoutes =
  (deps: OutcomesRouteDeps): Routes =>
  (router) => {
    const { authenticate, callDays, directory, policies } = deps;

    router.get('/api/outcomes', async (ctx) => {
      const person = await authenticate(ctx);
      const { mode, ...asked } = valid(outcomesQuery, ctx.query);
      const { orgId } = person;
      const policy = await policies.inForce(orgId);
      const vocabulary = vocabularyOf(policy);
      const scope = outcomesScope(policy, person);
      if (scope === 'nobody') {
        const { refusal: why } = await refuseAudited(
          deps,
          person,
          { action: 'ReadOutcomes' },
          refusal('outcomes_not_permitted'),
        );
        throw new Refused(why);
      }
      const question = { orgId, ...asked };
      const everybody = await callDays.reps(question);
      const isRead = await Promise.all(
        everybody.map(async ({ userId }) => {
          if (scope === 'everybody') return true;
          const rep = await directory.person(orgId, userId);
          return rep !== undefined && readsOutcomesOf(policy, person, rep);
        }),
      );
      const reps = everybody.filter((_, index) => isRead[index]);
      const whose: CountedReps = scope === 'everybody' ? 'all' : reps.map(({ userId }) => userId);
      const by = periodOf(question);
      const [periods, interventions, daysDue] = await Promise.all([
        callDays.periods(question, by, whose),
        callDays.interventions(question, whose),
        callDays.due(orgId),
      ]);
      const counted = { from: asked.from, periods, reps, interventions };
      ctx.body = {
        ...asked,
        by,
        scope,
        daysDue,
        ...presentOutcomes(outcomesReport(counted, mode, vocabulary), vocabulary, person.locale),
      };
    });
  };

/** Reasons in the reader's language. */
const presentOutcomes = (
  { byReason, ...report }: OutcomesReport,
  vocabulary: Vocabulary,
  locale: string | undefined,
) => ({
  ...report,
  byReason: byReason.map(({ reasonCode, ...share }) => ({
    ...share,
    ...(reasonCode && {
      reasonCode,
      label: labelIn(vocabulary.reasons, reasonCode, locale),
    }),
  })),
});
