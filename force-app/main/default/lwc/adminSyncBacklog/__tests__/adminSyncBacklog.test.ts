import type { SyncBacklog } from 'c/adminApi';
import AdminSyncBacklog from 'c/adminSyncBacklog';
import { findAll, show, textOf } from 'test/dom';

const shown = (backlog: SyncBacklog) => show('c-admin-sync-backlog', AdminSyncBacklog, { backlog });
const facts = async (backlog: SyncBacklog) =>
  findAll(await shown(backlog), '[data-fact]').map((fact) => textOf(fact));

describe('what waits for Salesforce', () => {
  it('says how many wait, since when, and that the use of the org is not known', async () => {
    const [waiting, limit] = await facts({
      waiting: 1_500,
      deadLetters: 0,
      oldestAt: '2026-11-03T09:00:00Z',
    });
    expect(waiting).toMatch(/^1,500 records wait for Salesforce, the oldest since Nov 3/);
    expect(limit).toBe("Salesforce hasn't said yet how many API requests your org has used.");
  });

  it('says how much of it reading may use and has used, and when it is slowed', async () => {
    const reads = { used: 1_200, budget: 20_000, isSlowed: false };
    const limit = { used: 5_000, limit: 100_000, held: [] };
    const said = async (isSlowed: boolean) =>
      (
        await facts({
          waiting: 0,
          deadLetters: 0,
          apiLimit: { ...limit, reads: { ...reads, isSlowed } },
        })
      )[2];
    expect(await said(false)).toBe(
      'Of these, looking for changes of people and policy: 1,200 of 20,000 allowed',
    );
    expect(await said(true)).toMatch(/looked for less often/);
  });

  it('says which calls of reps are kept, and where that is changed', async () => {
    const [, , kept] = await facts({ waiting: 0, deadLetters: 0, keptCalls: 'opportunity' });
    expect(kept).toMatch(/when they are on an opportunity.*Log Rep Calls/);
    expect(await facts({ waiting: 0, deadLetters: 0 })).toHaveLength(2);
  });

  it('names what the integration user lacks, with the way to give it', async () => {
    const element = await shown({
      waiting: 0,
      deadLetters: 0,
      accessGaps: ['users', 'skills'],
    });
    const gaps = findAll(element, '[data-gap]').map((gap) => textOf(gap));
    expect(gaps[0]).toMatch(/turn on View All Users/);
    expect(gaps[1]).toMatch(/Dealside Integration Skills/);
    expect(
      findAll(await shown({ waiting: 0, deadLetters: 0, accessGaps: [] }), '[data-gap]'),
    ).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('says how much of the daily limit is used, and what waits for tomorrow', async () => {
    const element = await shown({
      waiting: 0,
      deadLetters: 0,
      apiLimit: { used: 85_000, limit: 100_000, held: ['crm.checkpoint', 'crm.acknowledgement'] },
    });
    expect(findAll(element, '[data-fact]').map((fact) => textOf(fact))).toEqual([
      'Nothing waits. Salesforce has every record.',
      'API requests of your org in the last 24 hours: 85,000 of 100,000 (85%)',
      'The daily API limit is near. Until there is room, these wait: Audit checkpoint, Acknowledgment of monitoring.',
    ]);
    await expect(element).toBeAccessible();
  });
});
