import type { Call } from '../../domain/call/call.ts';
import { interventionsVisibleTo } from '../../domain/call/covert.ts';
import type { Person } from '../../domain/call/people.ts';
import { practiceOf } from '../../domain/call/purpose.ts';
import { scenarioOf } from '../../domain/practice/scenarios.ts';
import type { CalibrationScore } from '../../domain/supervision/calibration.ts';
import { languageOf } from '../../domain/texts/texts.ts';

/**
 * A practice call in the reader's language: what its scenario asks, and the rep's review. Undefined
 * for other calls, and if the scenario no longer exists.
 */
export function practiceView(call: Call, person: Person, scores: readonly CalibrationScore[] = []) {
  const practice = practiceOf(call);
  const scenario = scenarioOf(practice?.scenario ?? '');
  if (!practice || !scenario) return undefined;
  const language = languageOf(person.locale);
  const { review } = practice;
  const joined = interventionsVisibleTo(call, person).filter(
    (one) => one.status !== 'joining' && one.modeHistory.length > 0,
  );
  return {
    callId: call.callId,
    status: call.status,
    title: scenario.title[language],
    startedAt: call.startedAt,
    rep: { userId: call.rep.userId, name: call.rep.name },
    isYours: call.rep.userId === person.userId,
    /** The names of supervisors who joined, without duplicates. */
    supervisors: [...new Set(joined.map(({ supervisor }) => supervisor.name))],
    reviewedAt: review?.at,
    /**
     * Supervisors' scores for the rep. Scorers see each other's elsewhere, after giving their own.
     */
    scores: scores.map(({ scorer, score: { percent, failed } }) => ({
      name: scorer.name,
      percent,
      failed,
    })),
    checklist: scenario.checklist.map(({ code, text }) => ({
      code,
      text: text[language],
      isTicked: review?.ticked.includes(code) ?? false,
    })),
  };
}
