import AdminUsage from 'c/adminUsage';
import { show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const USAGE = {
  from: '2026-11-01',
  to: '2026-11-20',
  calls: 1200,
  minutes: 5400,
  modes: { monitor: 30, barge: 2 },
};
const shown = async (limits?: object) => {
  new FakeServer().on('GET /api/setup/usage', { ...USAGE, ...(limits && { limits }) });
  const element = await show('c-admin-usage', AdminUsage, {});
  await settled();
  return element;
};

describe('usage in the setup', () => {
  it('says calls, minutes and the limits of the org', async () => {
    const element = await shown({ DailyApiRequests: { used: 100, limit: 1000 } });
    const text = textOf(element);
    expect(text).toMatch(/Answered calls this month\s*1,200/);
    expect(text).toMatch(/Supervised calls this month\s*32/);
    expect(text).toMatch(/API requests in 24 hours\s*100 of 1,000/);
    await expect(element).toBeAccessible();
  });

  it('says so where Salesforce does not tell its limits', async () => {
    expect(textOf(await shown())).toContain("Salesforce didn't say its limits.");
  });
});
