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
