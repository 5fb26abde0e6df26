import assert from 'node:assert/strict';
import { gathered } from '../../../../server/store/database/gathered.ts';

describe('questions that come at once', () => {
  const asked: string[][] = [];
  let answer = async (questions: readonly string[]): Promise<string[]> =>
    questions.map((question) => question.toUpperCase());
  const ask = gathered(async (questions: readonly string[]) => {
    asked.push([...questions]);
    return answer(questions);
  });
  beforeEach(() => {
    asked.length = 0;
    answer = async (questions) => questions.map((question) => question.toUpperCase());
  });

  it('wait for nobody while nothing is under way, and go together while two are', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask));
    assert.deepEqual(answers, ['A', 'B', 'C', 'D', 'E']);
    assert.deepEqual(asked, [['a'], ['b'], ['c', 'd', 'e']]);
  });

  it('are never answered by what was read before they were asked', async () => {
    const reading = Promise.withResolvers<string[]>();
    const read = answer;
    answer = () => reading.promise;
    const [first, second] = [ask('a'), ask('a')];
    answer = read;
    const later = ask('b');
    reading.resolve(['old']);
    assert.deepEqual(await Promise.all([first, second, later]), ['old', 'old', 'B']);
  });

  it('do not harm each other: what fails together is asked one by one', async () => {
    answer = async (questions) => {
      if (questions.includes('bad')) throw new Error('refused');
      return questions.map((question) => question.toUpperCase());
    };
    const settled = await Promise.allSettled(['a', 'b', 'c', 'bad', 'd'].map(ask));
    assert.deepEqual(
      settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))),
      ['A', 'B', 'C', 'Error: refused', 'D'],
    );
  });
});
