import { ratingOf, type Survey } from '../../domain/survey/survey.ts';
import type {
  AnswerPlace,
  Clock,
  CrmSurveys,
  CrmUsage,
  RatingMark,
  Ratings,
} from '../../ports/index.ts';

export interface ReadRatingsDeps {
  readonly ratings: Pick<Ratings, 'mark' | 'firstCallAt' | 'store'>;
  readonly surveys: CrmSurveys;
  readonly crm: Pick<CrmUsage, 'usage'>;
  readonly clock: Clock;
}

/** As many as the CRM answers in one page. */
const ANSWERS_PER_PAGE = 2_000;
/** 50,000 answers, which limits how long other orgs wait for a round. */
const PAGES_PER_ROUND = 25;
/** How long after an answer was changed it can become visible to others at the latest. */
const LATE_MS = 10 * 60_000;
/** Ratings wait once this share of the daily request limit is used. */
const HELD_FROM = 0.8;

/**
 * Reads the answers of an org's survey that were given, changed or deleted since the last round.
 * One request for each 2,000, 25 requests at most. Returns whether more are left. Throws CrmProblem
 * and CrmUnavailable.
 */
export async function readRatings(
  deps: ReadRatingsDeps,
  orgId: string,
): Promise<{ readonly isMoreLeft: boolean }> {
  const reading = await deps.surveys.of(orgId);
  if (reading.status !== 'read') return { isMoreLeft: false };
  const readAt = deps.clock.now();
  for (let page = 0; page < PAGES_PER_ROUND; page += 1)
    if (!(await readPage(deps, { orgId, survey: reading.survey, readAt })))
      return { isMoreLeft: false };
  return { isMoreLeft: true };
}

/** One page of a survey, in the round that began at `readAt`. */
interface Page {
  readonly orgId: string;
  readonly survey: Survey;
  readonly readAt: string;
}

/** Returns whether there may be another page. */
async function readPage(
  { ratings, surveys, crm }: ReadRatingsDeps,
  { orgId, survey, readAt }: Page,
): Promise<boolean> {
  const usage = crm.usage(orgId);
  if (usage && usage.used / usage.limit >= HELD_FROM) return false;
  const mark = await ratings.mark(orgId, survey);
  const after = mark ? placeAfter(mark) : await placeOfFirst(ratings, orgId);
  if (!after) return false;
  const answers = await surveys.answers(orgId, survey, { after, limit: ANSWERS_PER_PAGE });
  const isCaughtUp = answers.length < ANSWERS_PER_PAGE;
  await ratings.store(orgId, survey, {
    ratings: answers.map((answer) => ratingOf(answer, survey)),
    mark: {
      ...(answers.at(-1) ?? mark ?? after),
      isCaughtUp,
      // Pages that follow each other tell what was visible when the first of them was read.
      readAt: mark && !mark.isCaughtUp ? mark.readAt : readAt,
    },
  });
  return !isCaughtUp;
}

/**
 * Where the next page begins. Answers that were changed shortly before the last reading may have
 * become visible after it, so that time is read again.
 */
function placeAfter({ changedAt, answerId, isCaughtUp, readAt }: RatingMark): AnswerPlace {
  const changedAtMs = Date.parse(changedAt);
  return isCaughtUp && Date.parse(readAt) - changedAtMs <= LATE_MS
    ? { changedAt: new Date(changedAtMs - LATE_MS).toISOString(), answerId: '' }
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
