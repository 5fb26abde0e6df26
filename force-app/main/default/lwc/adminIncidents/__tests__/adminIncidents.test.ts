import AdminIncidents from 'c/adminIncidents';
import { click, find, findAll, press, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const STRANGER = {
  incidentId: 'org:stranger_leg:CA1',
  kind: 'stranger_leg',
  message: 'A participant nobody asked for was on Ravi Patel’s call.',
  callId: 'call-1',
  connectionId: 'CA1',
  raisedAt: '2026-11-20T10:00:00Z',
};
const BROKEN = {
  incidentId: 'org:chain:7',
  kind: 'chain_broken',
  message: 'Entry 7 was changed.',
  position: 7,
  raisedAt: '2026-11-20T11:00:00Z',
};
const RESOLVE = `/api/incidents/${encodeURIComponent(STRANGER.incidentId)}/resolve`;
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/incidents', { incidents: [BROKEN, STRANGER] })
    .on(`POST ${RESOLVE}`, undefined, 204);
});
const shown = async () => {
  const element = await show('c-admin-incidents', AdminIncidents, {});
  await settled();
  return element;
};
const resolve = async (element: HTMLElement, note: string) => {
  const item = findAll(element, 'c-admin-incident-row')[1]!;
  await click(item, '[data-action=acknowledge]');
  await type(item, 'textarea', note);
  await click(item, '[data-action=resolve]');
  await settled();
};

describe('the incidents', () => {
  it('say what contradicts what, where, and what to do (G47)', async () => {
    const [broken, stranger] = findAll(await shown(), 'c-admin-incident-row').map(textOf);
    expect(broken).toContain('Entry 7 was changed.');
    expect(broken).toContain('Export the audit now');
    expect(stranger).toContain('[Audit of this call] Details');
    expect(stranger).toContain('find out whose connection this is');
    await expect(await shown()).toBeAccessible();
  });

  it('are acknowledged with a reason, and then gone from the open ones', async () => {
    const element = await shown();
    server.on('GET /api/incidents', { incidents: [BROKEN] });
    await resolve(element, ' The carrier’s test call. ');
    expect(server.posted(RESOLVE)).toEqual([{ note: 'The carrier’s test call.' }]);
    expect(findAll(element, 'c-admin-incident-row')).toHaveLength(1);
  });

  it('are not acknowledged without one', async () => {
    const element = await shown();
    await resolve(element, ' ');
    expect(textOf(element)).toContain('Enter what you found');
    await expect(element).toBeAccessible();
    expect(server.posted(RESOLVE)).toEqual([]);
  });

  it('stay open when the form is left with Escape', async () => {
    const element = await shown();
    const item = findAll(element, 'c-admin-incident-row')[1]!;
    await click(item, '[data-action=acknowledge]');
    await press('Escape', find(item, 'textarea'));
    expect(findAll(item, '[data-action=resolve]')).toHaveLength(0);
    expect(findAll(item, '[data-action=acknowledge]')).toHaveLength(1);
  });

  it('that were settled meanwhile are told apart from those that could not be', async () => {
    server.refuses(`POST ${RESOLVE}`, 404, { code: 'not_found', message: 'There is none.' });
    const element = await shown();
    server.on('GET /api/incidents', { incidents: [BROKEN] });
    await resolve(element, 'Looked at.');
    expect(textOf(element)).toContain('This incident is already resolved.');
    expect(findAll(element, 'c-admin-incident-row')).toHaveLength(1);
  });

  it('that are settled say by whom and why, or that the phone network explained them', async () => {
    const element = await shown();
    server.on('GET /api/incidents', {
      incidents: [
        {
          ...STRANGER,
          resolvedAt: '2026-11-20T12:00:00Z',
          resolvedBy: '005A',
          resolutionNote: 'A test call.',
        },
        { ...BROKEN, resolvedAt: '2026-11-20T12:00:00Z', resolvedBy: 'system' },
      ],
    });
    await type(element, 'select', 'resolved');
    await settled();
    expect(textOf(element)).toMatch(/Resolved .* by 005A: A test call\./);
    expect(textOf(element)).toContain('by a later report from the phone network');
    expect(findAll(element, '[data-action=acknowledge]')).toHaveLength(0);
  });

  it('say how many there are when not all are listed', async () => {
    expect(textOf(await shown())).not.toContain('newest');
    server.on('GET /api/incidents', { incidents: [BROKEN, STRANGER], total: 312 });
    expect(textOf(await shown())).toContain('The newest 2 of 312 incidents');
  });

  it('are none where all is explained', async () => {
    server.on('GET /api/incidents', { incidents: [] });
    expect(textOf(await shown())).toContain('No open incidents');
  });

  it('could not be loaded, and are asked for again', async () => {
    server.refuses('GET /api/incidents', 500, { code: 'server', message: 'Something went wrong.' });
    const element = await shown();
    server.on('GET /api/incidents', { incidents: [BROKEN] });
    await click(element, '[data-action=retry]');
    await settled();
    expect(findAll(element, 'c-admin-incident-row')).toHaveLength(1);
  });
});
