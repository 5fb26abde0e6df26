import RepSupervisionNotice from 'c/repSupervisionNotice';
import { aNotice, DANA, ownCall } from 'test/builders';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Take_Calls',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

let server: FakeServer;

async function shown(notices: unknown[] = []): Promise<HTMLElement> {
  server = new FakeServer();
  const element = await show('c-rep-supervision-notice', RepSupervisionNotice, {});
  await server.snapshot({ calls: [ownCall()], notices });
  return element;
}

const barged = aNotice({
  noticeId: 'notice-2',
  mode: 'barge',
  at: '2026-11-20T10:05:00Z',
  reason: 'Large deal',
  text: 'Maya Okafor has joined. Reason: Large deal.',
});

describe('a rep alone on the call', () => {
  it('sees nothing', async () => {
    const element = await shown();
    expect(textOf(element)).toBe('');
    await expect(element).toBeAccessible();
  });
});

describe('a rep whose call a supervisor joined (D23)', () => {
  it('reads who, in which role and mode, and since when', async () => {
    const element = await shown([aNotice()]);
    expect(find(element, 'article').textContent).toContain(
      "Maya Okafor is listening. Maya Okafor can't be heard.",
    );
    expect(textOf(find(element, 'article'))).toMatch(
      /Maya Okafor, Sales manager Monitor since \d+:00/,
    );
    await expect(element).toBeAccessible();
  });

  it('hears it politely from a screen reader', async () => {
    const element = await shown([aNotice(), barged]);
    expect(find(element, '[aria-live=polite]').textContent).toBe(
      'Maya Okafor has joined. Reason: Large deal.',
    );
  });

  it('sees the latest mode, and the earlier ones as history', async () => {
    const element = await shown([aNotice(), barged]);
    expect(findAll(element, 'article')).toHaveLength(1);
    expect(findAll(element, 'li').map((each) => textOf(each))).toEqual([
      expect.stringContaining('Maya Okafor Monitor'),
    ]);
    await expect(element).toBeAccessible();
  });

  it('sees each supervisor who is there', async () => {
    const other = aNotice({
      noticeId: 'notice-3',
      interventionId: 'intervention-2',
      supervisor: { userId: DANA, name: 'Dana Whitfield', role: 'Manager' },
    });
    const element = await shown([aNotice(), other]);
    expect(findAll(element, 'article')).toHaveLength(2);
  });

  it('reads until when an earlier mode was, not that the supervisor left', async () => {
    const element = await shown([aNotice({ endedAt: '2026-11-20T10:05:00Z' }), barged]);
    expect(textOf(find(element, 'li'))).toMatch(/Maya Okafor Monitor until \d+:05/);
    expect(textOf(element)).not.toContain('left');
  });

  it('sees when the supervisor has left', async () => {
    const element = await shown([aNotice({ endedAt: '2026-11-20T10:09:00Z', hasLeft: true })]);
    expect(findAll(element, 'article')).toHaveLength(0);
    expect(textOf(find(element, 'li'))).toMatch(/Monitor left \d+:09/);
  });
});

describe('acknowledging (P12)', () => {
  it('is one action, and shown once the server says so', async () => {
    const element = await shown([aNotice()]);
    server.on('POST /api/notices/notice-1/acknowledge', undefined, 204);
    await click(element, 'lightning-button');
    expect(server.posted('/api/notices/notice-1/acknowledge')).toHaveLength(1);
    await server.sends('notice', aNotice({ acknowledgedAt: '2026-11-20T10:01:00Z' }));
    expect(textOf(element)).toContain('Seen');
    expect(findAll(element, 'lightning-button')).toHaveLength(0);
  });

  it('says so when it failed', async () => {
    const element = await shown([aNotice()]);
    server.goDown();
    await click(element, 'lightning-button');
    await settled();
    expect(find(element, '[role=alert]').textContent).toContain("Can't reach the Dealside server.");
    await expect(element).toBeAccessible();
  });
});
