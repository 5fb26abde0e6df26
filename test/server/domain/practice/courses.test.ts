import assert from 'node:assert/strict';
import {
  answerCourse,
  lacksCourse,
  ownCourses,
} from '../../../../server/commands/people/courses.ts';
import { DEFAULT_COACHING_RULES } from '../../../../server/domain/call/coachingRules.ts';
import { LANGUAGES } from '../../../../server/domain/call/language.ts';
import { NO_CONSENT_SETTINGS } from '../../../../server/domain/consent/decide.ts';
import { COURSES, coursesFor, wrongAnswers } from '../../../../server/domain/practice/courses.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import { at, person, rep, supervisedCall } from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy } from '../../../support/samplePolicy.ts';

const rights = COURSES[0]!.questions.map(({ right }) => right);

function school() {
  const kept: { key: string; at: string }[] = [];
  const audited: string[] = [];
  let nth = 0;
  return {
    audited,
    acknowledgements: {
      of: async () => kept,
      add: async (_who: unknown, one: { key: string; at: string }, entry: { action: string }) => {
        kept.push(one);
        audited.push(entry.action);
      },
    },
    clock: { now: () => at(0) },
    ids: { next: () => `id-${(nth += 1)}` },
    coachingRules: { of: () => ({ ...DEFAULT_COACHING_RULES, courseBefore: ['barge'] as const }) },
  };
}

describe('the short courses', () => {
  it('have a text in each language, and a right choice for each question', () => {
    for (const { title, sections, questions } of COURSES) {
      for (const language of LANGUAGES) {
        assert.ok(title[language]);
        for (const section of sections) assert.ok(section[language].text.length > 40);
      }
      for (const { choices, right } of questions) assert.ok(choices[right]);
    }
  });

  it('concern supervisors and reps, each theirs (G28, V25)', () => {
    assert.deepEqual(
      coursesFor(person()).map(({ code }) => code),
      ['supervisor'],
    );
    assert.deepEqual(
      coursesFor(rep()).map(({ code }) => code),
      ['rep'],
    );
  });

  it('are finished once when all is right, on the audit, and name what is wrong before (G28)', async () => {
    const deps = school();
    const answer = (answers: readonly number[]) =>
      answerCourse(deps, person(), { code: 'supervisor', answers });
    const wrong = await answer([9, ...rights.slice(1)]);
    assert.deepEqual('ok' in wrong && wrong.ok.wrong, [0]);
    assert.deepEqual(deps.audited, []);
    await answer(rights);
    const again = await answer(rights);
    assert.equal('ok' in again && again.ok.courses[0]?.finishedAt, at(0));
    assert.deepEqual(deps.audited, ['CourseFinished']);
    assert.equal((await ownCourses(deps as never, person()))[0]?.finishedAt, at(0));
    assert.deepEqual(wrongAnswers(COURSES[0]!, []).length, rights.length);
  });

  it('stand before a mode only where the org says so, until they are finished (V28)', async () => {
    const deps = school();
    const lacks = (mode: 'barge' | 'whisper') => lacksCourse(deps, person(), { mode });
    assert.deepEqual([await lacks('barge'), await lacks('whisper')], [true, false]);
    await answerCourse(deps, person(), { code: 'supervisor', answers: rights });
    assert.equal(await lacks('barge'), false);
  });

  it('keep nobody from monitor', () => {
    const change = (mode: 'barge' | 'monitor') =>
      decideModeChange(
        supervisedCall({ mode: mode === 'monitor' ? 'whisper' : 'monitor' }),
        {
          interventionId: 'i1',
          supervisor: person(),
          policy,
          consent: NO_CONSENT_SETTINGS,
          mode,
          requestId: 'r',
          reasonCode: 'large_deal',
          lacksCourse: true,
        },
        at(60),
      );
    const barge = change('barge');
    assert.ok('refusal' in barge && barge.refusal.code === 'course_first');
    assert.ok('events' in change('monitor'));
  });
});
