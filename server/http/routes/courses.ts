import { z } from 'zod';
import {
  answerCourse,
  ownCourses,
  type CourseDeps,
  type OwnCourse,
} from '../../commands/people/courses.ts';
import type { Language } from '../../domain/call/language.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';

export interface CourseRouteDeps {
  readonly authenticate: Authenticate;
  readonly courses: CourseDeps;
}

const answersBody = z.object({
  code: z.string().max(20),
  answers: z.array(z.number().int().min(0).max(9)).max(20),
});

/** The short courses assigned to a person, and their answers to the questions. */
export const courseRoutes =
  ({ authenticate, courses }: CourseRouteDeps): Routes =>
  (router) => {
    router.get('/api/me/courses', async (ctx) => {
      const person = await authenticate.known(ctx);
      const language = languageOf(person.locale);
      const own = await ownCourses(courses, person);
      ctx.body = { courses: own.map((one) => view(one, language)) };
    });

    router.post('/api/me/courses', async (ctx) => {
      const person = await authenticate.known(ctx);
      const given = valid(answersBody, ctx.request.body);
      const answered = orRefuse(await answerCourse(courses, person, given));
      const language = languageOf(person.locale);
      ctx.body = {
        wrong: answered.wrong,
        courses: answered.courses.map((one) => view(one, language)),
      };
    });
  };

/** A course without its correct answers. */
const view = ({ course, finishedAt }: OwnCourse, language: Language) => ({
  code: course.code,
  title: course.title[language],
  sections: course.sections.map((section) => section[language]),
  questions: course.questions.map(({ text, choices }) => ({
    text: text[language],
    choices: choices.map((choice) => choice[language]),
  })),
  finishedAt,
});
