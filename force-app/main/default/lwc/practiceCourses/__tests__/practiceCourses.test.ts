import PracticeCourses from 'c/practiceCourses';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const COURSE = {
  code: 'supervisor',
  title: 'Step in without taking over',
  sections: [{ title: 'Hand back', text: 'Then be silent.' }],
  questions: [{ text: 'What now?', choices: ['Stay', 'Hand back'] }],
};
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/me/courses', { courses: [COURSE] });
});
const shown = async () => {
  const element = await show('c-practice-courses', PracticeCourses, {});
  await settled();
  return element;
};
const choose = async (element: HTMLElement, choice: number) => {
  const input = findAll<HTMLInputElement>(element, 'input[type=radio]')[choice]!;
  input.dispatchEvent(new CustomEvent('change'));
  await settled();
};

describe('a course', () => {
  it('is listed with whether it is finished, and opens with its texts and questions', async () => {
    const element = await shown();
    expect(textOf(element)).toContain('Step in without taking over');
    expect(textOf(element)).not.toContain('Then be silent.');
    await click(element, '[data-action=toggle-course]');
    expect(textOf(element)).toContain('Hand back Then be silent.');
    expect(find<HTMLInputElement>(element, '[data-action=answer-course]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('names what was answered wrongly, and is finished when all is right (G28, V25)', async () => {
    server.on('POST /api/me/courses', { wrong: [0], courses: [COURSE] });
    const element = await shown();
    await click(element, '[data-action=toggle-course]');
    await choose(element, 0);
    await click(element, '[data-action=answer-course]');
    await settled();
    expect(textOf(element)).toContain('Read it again');
    server.on('POST /api/me/courses', {
      wrong: [],
      courses: [{ ...COURSE, finishedAt: '2026-11-20T10:00:00.000Z' }],
    });
    await choose(element, 1);
    await click(element, '[data-action=answer-course]');
    await settled();
    expect(textOf(element)).toContain('Finished');
    expect(server.asked.at(-1)!.body).toEqual({ code: 'supervisor', answers: [1] });
  });

  it('is nothing for who has none', async () => {
    server.on('GET /api/me/courses', { courses: [] });
    expect(textOf(await shown())).toBe('');
  });
});
