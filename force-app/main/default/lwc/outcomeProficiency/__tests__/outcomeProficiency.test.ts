import type { OutcomesQuestion, Proficiency } from 'c/outcomeApi';
import OutcomeProficiency from 'c/outcomeProficiency';
import { findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({
    __esModule: true,
    default: () => Promise.resolve(jest.requireActual('test/apex').aSession()),
  }),
  { virtual: true },
);

const MEASURED: Proficiency = {
  status: 'measured',
  experienced: { share: 0.42, n: 1200 },
  before: { reps: 9, reached: 7, medianWeeks: 16 },
  since: { reps: 4, reached: 1 },
};
const QUESTION: OutcomesQuestion = { from: '2026-11-01', to: '2026-11-28', mode: 'barge' };
const shown = async (answer: object) => {
  new FakeServer().on('GET /api/outcomes/proficiency', answer);
  const element = await show('c-outcome-proficiency', OutcomeProficiency, { question: QUESTION });
  await settled();
  return element;
};

describe('the time to proficiency', () => {
  it('is shown before and since supervisors began, with the n and the warning (D15)', async () => {
    const element = await shown(MEASURED);
    expect(textOf(element)).toContain('42.0% of 1,200 calls');
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Began before supervisors joined 9 7 16',
      'Began since then 4 1 Not known yet',
    ]);
    expect(textOf(element)).toContain('This is no effect');
    await expect(element).toBeAccessible();
  });

  it('says that teams are not known while Salesforce does not answer', async () => {
    expect(textOf(await shown({ ...MEASURED, teamsUnknown: true }))).toContain(
      'Reps are compared by the first use instead.',
    );
    expect(textOf(await shown(MEASURED))).not.toContain('first use instead');
  });

  it('is not shown of few calls', async () => {
    const element = await shown({ status: 'too_few' });
    expect(textOf(element)).toContain('too few calls of experienced reps');
    expect(findAll(element, 'tbody tr')).toHaveLength(0);
  });
});
