import type { Mode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import {
  COURSES,
  courseKey,
  coursesFor,
  wrongAnswers,
  type Course,
} from '../../domain/practice/courses.ts';
import type { Clock, CoachingRulesSource, Ids, NoticeAcknowledgements } from '../../ports/index.ts';
import { actEntry } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface CourseDeps {
  /** Where completions are stored, by the key of the course. */
  readonly acknowledgements: NoticeAcknowledgements;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A course of a person, and when they finished it. */
export interface OwnCourse {
  readonly course: Course;
  readonly finishedAt?: string;
}

/** The courses that concern this person, each with when they finished it. */
export async function ownCourses(
  { acknowledgements }: Pick<CourseDeps, 'acknowledgements'>,
  person: Person,
): Promise<OwnCourse[]> {
  const finished = await acknowledgements.of(person);
  return coursesFor(person).map((course) => {
    const at = finished.find(({ key }) => key === courseKey(course))?.at;
    return { course, ...(at && { finishedAt: at }) };
  });
}

/**
 * Checks the answers to a course's questions. The course is finished once all are right; otherwise
 * the positions of the wrong ones are returned.
 */
export async function answerCourse(
  deps: CourseDeps,
  person: Person,
  { code, answers }: { readonly code: string; readonly answers: readonly number[] },
): Promise<Result<{ readonly wrong: readonly number[]; readonly courses: readonly OwnCourse[] }>> {
  const own = (await ownCourses(deps, person)).find(({ course }) => course.code === code);
  if (!own) return { refusal: refusal('not_found') };
  const wrong = wrongAnswers(own.course, answers);
  if (wrong.length === 0 && !own.finishedAt) {
    const key = courseKey(own.course);
    await deps.acknowledgements.add(
      person,
      { key, at: deps.clock.now() },
      actEntry(deps, person, { action: 'CourseFinished', details: { key } }),
    );
  }
  return { ok: { wrong, courses: await ownCourses(deps, person) } };
}

/** Whether the org wants the supervisors' course before this mode, and this person has not done it. */
export async function lacksCourse(
  {
    acknowledgements,
    coachingRules,
  }: Pick<CourseDeps, 'acknowledgements'> & { readonly coachingRules: CoachingRulesSource },
  person: Person,
  { mode }: { readonly mode: Mode },
): Promise<boolean> {
  if (!coachingRules.of(person.orgId).courseBefore.includes(mode)) return false;
  const key = courseKey(COURSES.find(({ code }) => code === 'supervisor')!);
  return !(await acknowledgements.of(person)).some((one) => one.key === key);
}
