import LiveWallReps from 'c/liveWallReps';
import { findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const shown = async (team?: object[]) => {
  const server = new FakeServer();
  if (team) server.on('GET /api/presence', { team });
  const element = await show('c-live-wall-reps', LiveWallReps, {});
  await settled();
  return element;
};
const rep = (name: string, status: string) => ({ userId: name, name, status, isAway: false });

describe('the reps of the wall', () => {
  it('are counted and named, who is free first (V1)', async () => {
    const element = await shown([rep('Ravi', 'busy'), rep('Lena', 'available'), rep('Jo', 'away')]);
    expect(findAll(element, 'summary .slds-badge')).toHaveLength(3);
    expect(findAll(element, 'li').map((each) => each.firstChild!.textContent)).toEqual([
      'Lena',
      'Ravi',
      'Jo',
    ]);
    await expect(element).toBeAccessible();
  });

  it('are counted also where there are too many to name', async () => {
    const server = new FakeServer();
    server.on('GET /api/presence', {
      team: [rep('Lena', 'available')],
      counts: { available: 1_200, busy: 800, away: 0 },
    });
    const element = await show('c-live-wall-reps', LiveWallReps, {});
    await settled();
    expect(textOf(element)).toBe(
      'Reps 1,200 Available 800 On a call Lena Available The first 1 of 2,000 reps',
    );
    await expect(element).toBeAccessible();
  });

  it('are said to finish a call, and how long they still do at most', async () => {
    const until = new Date(Date.now() + 30_500).toISOString();
    const element = await shown([{ ...rep('Lena', 'after_call'), until }]);
    expect(textOf(element)).toBe('Reps 1 After a call Lena After a call, 0:30 left');
    await expect(element).toBeAccessible();
  });

  it('are nobody, in as much room', async () => {
    expect(textOf(await shown([]))).toContain('No reps to show');
  });

  it('are said of only once they are known', async () => {
    globalThis.fetch = () => new Promise(() => undefined);
    const element = await show('c-live-wall-reps', LiveWallReps, {});
    await settled();
    expect(textOf(element)).toBe('Reps');
  });

  it('say why they are not known', async () => {
    new FakeServer().refuses('GET /api/presence', 503, {
      code: 'crm_unavailable',
      message: "Salesforce isn't responding.",
    });
    const element = await show('c-live-wall-reps', LiveWallReps, {});
    await settled();
    expect(textOf(element)).toBe("Reps Salesforce isn't responding.");
    await expect(element).toBeAccessible();
  });
});
