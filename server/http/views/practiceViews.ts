import type { Call } from '../../domain/call/call.ts';
import { interventionsVisibleTo } from '../../domain/call/covert.ts';
import type { Person } from '../../domain/call/people.ts';
import { practiceOf } from '../../domain/call/purpose.ts';
import { scenarioOf } from '../../domain/practice/scenarios.ts';
import type { CalibrationScore } from '../../domain/supervision/calibration.ts';
import { languageOf } from '../../domain/texts/texts.ts';

/**
 * A practice call in the reader's language: what it asked, and what the rep says of it. Undefined
 * of another call, and of a scenario that there is no more.
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
    /** Who joined, each once. */
    supervisors: [...new Set(joined.map(({ supervisor }) => supervisor.name))],
    reviewedAt: review?.at,
    /** What supervisors gave the rep; those who score see each other's elsewhere, after their own. */
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
