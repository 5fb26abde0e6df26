import InterventionHabit from 'c/interventionHabit';
import { show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const shown = async (joined: number, barged: number) => {
  new FakeServer().on('GET /api/me/barges', { joined, barged, days: 30 });
  const element = await show('c-intervention-habit', InterventionHabit, {});
  await settled();
  await expect(element).toBeAccessible();
  return textOf(element);
};

describe('a supervisor who barges often', () => {
  it('is told so, and asked whether a whisper would do (P10)', async () => {
    expect(await shown(9, 6)).toBe(
      'You barged into 6 of the 9 calls you joined in the last 30 days. Would a whisper do?',
    );
  });

  it('is told nothing where it is seldom, or too few calls to say', async () => {
    expect(await shown(20, 6)).toBe('');
    expect(await shown(4, 4)).toBe('');
  });
});
