import { ratingOf } from '../../domain/survey/survey.ts';
import type {
  AnswerPlace,
  Clock,
  CrmSurveys,
  CrmUsage,
  RatingMark,
  Ratings,
} from '../../ports/index.ts';

interface ReadRatingsDeps {
  readonly ratings: Pick<Ratings, 'mark' | 'firstCallAt' | 'store'>;
  readonly surveys: CrmSurveys;
  readonly crm: Pick<CrmUsage, 'usage'>;
  readonly clock: Clock;
}

/** As many as the CRM answers in one page. */
const ANSWERS_PER_ROUND = 2_000;
/** How long before the answer that was read last others may still be written. */
const LATE_MS = 10 * 60_000;
/** Ratings wait once this share of the daily request limit is used. */
const HELD_FROM = 0.8;

/**
 * Reads the answers of an org's survey that were given, changed or deleted since the last round.
 * One request for up to 2,000. Returns whether more are left. Throws CrmProblem and CrmUnavailable.
 */
export async function readRatings(
  { ratings, surveys, crm, clock }: ReadRatingsDeps,
  orgId: string,
): Promise<{ readonly isMoreLeft: boolean }> {
  const reading = await surveys.of(orgId);
  if (reading.status !== 'read') return { isMoreLeft: false };
  const usage = crm.usage(orgId);
  if (usage && usage.used / usage.limit >= HELD_FROM) return { isMoreLeft: false };
  const { survey } = reading;
  const mark = await ratings.mark(orgId, survey);
  const after = mark ? placeAfter(mark) : await placeOfFirst(ratings, orgId);
  if (!after) return { isMoreLeft: false };
  const answers = await surveys.answers(orgId, survey, { after, limit: ANSWERS_PER_ROUND });
  const isCaughtUp = answers.length < ANSWERS_PER_ROUND;
  await ratings.store(orgId, survey, {
    ratings: answers.map((answer) => ratingOf(answer, survey)),
    mark: { ...(answers.at(-1) ?? mark ?? after), isCaughtUp, readAt: clock.now() },
  });
  return { isMoreLeft: !isCaughtUp };
}

/** Answers written during the last round can have an earlier time. */
function placeAfter({ changedAt, answerId, isCaughtUp }: RatingMark): AnswerPlace {
  return isCaughtUp
    ? { changedAt: new Date(Date.parse(changedAt) - LATE_MS).toISOString(), answerId: '' }
    : { changedAt, answerId };
}

/** Nobody says anything of a call before it. */
async function placeOfFirst(
  ratings: Pick<Ratings, 'firstCallAt'>,
  orgId: string,
): Promise<AnswerPlace | undefined> {
  const changedAt = await ratings.firstCallAt(orgId);
  return changedAt === undefined ? undefined : { changedAt, answerId: '' };
}
