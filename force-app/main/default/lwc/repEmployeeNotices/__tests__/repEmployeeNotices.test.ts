import RepEmployeeNotices from 'c/repEmployeeNotices';
import { click, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const NOTICE = {
  name: 'US_NY',
  text: 'Your calls may be monitored.',
  effectiveOn: '2026-01-01',
  blocks: true,
};

describe('a rep where a law wants them to be told', () => {
  it('reads the notice and acknowledges it, once', async () => {
    const acknowledged = { ...NOTICE, acknowledgedAt: '2026-11-20T10:00:00.000Z' };
    const server = new FakeServer()
      .on('GET /api/me/employee-notices', { notices: [NOTICE] })
      .on('POST /api/me/employee-notices', { notices: [acknowledged] });
    const element = await show('c-rep-employee-notices', RepEmployeeNotices, {});
    await settled();
    expect(textOf(element)).toContain('Your calls may be monitored.');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=acknowledge]');
    await settled();
    expect(server.posted('/api/me/employee-notices')).toEqual([{ name: 'US_NY' }]);
    expect(textOf(element)).toContain('You acknowledged this on Nov 20, 2026.');
    expect(findAll(element, '[data-action=acknowledge]')).toHaveLength(0);
  });

  it('sees nothing where no law does', async () => {
    new FakeServer().on('GET /api/me/employee-notices', { notices: [] });
    const element = await show('c-rep-employee-notices', RepEmployeeNotices, {});
    await settled();
    expect(textOf(element)).toBe('');
  });
});
