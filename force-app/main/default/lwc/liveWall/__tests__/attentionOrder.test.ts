import LiveWall from 'c/liveWall';
import { aCall } from 'test/builders';
import { find, findAll, frame, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const call = (callId: string, name: string, answeredAt: string) =>
  aCall({
    callId,
    rep: { userId: name, name, present: true, onHold: false },
    answeredAt,
    interventions: [],
  });
const CALLS = [
  call('a', 'Ravi Patel', '2026-11-20T10:00:00Z'),
  call('b', 'Lena Brandt', '2026-11-20T09:00:00Z'),
  call('c', 'Jo Kim', '2026-11-20T09:30:00Z'),
];

const attention = (callId: string, parts: { part: string; points: number }[]) => ({
  callId,
  score: parts.reduce((sum, { points }) => sum + points, 0),
  parts,
  alerts: [],
});

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
});

async function shown(): Promise<HTMLElement> {
  const element = await show('c-live-wall', LiveWall, {});
  await server.snapshot({ calls: CALLS });
  await settled();
  return element;
}

const order = (wall: HTMLElement) =>
  findAll(wall, '[role=gridcell].rep').map((each) => each.textContent);

describe('the order of the wall', () => {
  it('has first what needs most attention, says why, and moves a call whose score has changed', async () => {
    server.on('GET /api/attention', {
      calls: [
        attention('c', [{ part: 'alerts', points: 40 }]),
        attention('a', [{ part: 'newRep', points: 10 }]),
      ],
      mutes: [],
      follows: [],
    });
    const wall = await shown();
    expect(order(wall)).toEqual(['Jo Kim', 'Ravi Patel', 'Lena Brandt']);
    expect(textOf(find(wall, '.row[data-call-id=c] .attention'))).toBe('40 alerts +40');
    expect(textOf(find(wall, '.row[data-call-id=a] .attention'))).toBe('10 new rep +10');
    expect(textOf(find(wall, '.row[data-call-id=b] .attention'))).toBe('');
    await expect(wall).toBeAccessible();
    await server.sends(
      'attention',
      attention('a', [
        { part: 'alerts', points: 60 },
        { part: 'newRep', points: 10 },
      ]),
    );
    await frame();
    expect(order(wall)).toEqual(['Ravi Patel', 'Jo Kim', 'Lena Brandt']);
  });

  it('moves no call by its score while somebody aims at a row', async () => {
    jest.useFakeTimers({
      doNotFake: ['requestAnimationFrame', 'queueMicrotask', 'setImmediate', 'nextTick'],
    });
    server.on('GET /api/attention', { calls: [], mutes: [], follows: [] });
    const wall = await shown();
    find(wall, 'c-live-wall-grid').dispatchEvent(new CustomEvent('pointermove'));
    await server.sends('attention', attention('a', [{ part: 'alerts', points: 60 }]));
    await frame();
    expect(order(wall)).toEqual(['Lena Brandt', 'Jo Kim', 'Ravi Patel']);
    jest.advanceTimersByTime(3_000);
    await settled();
    expect(order(wall)).toEqual(['Ravi Patel', 'Lena Brandt', 'Jo Kim']);
    jest.useRealTimers();
  });

  it('has a minus sign before a score below zero', async () => {
    server.on('GET /api/attention', {
      calls: [attention('c', [{ part: 'supervised', points: -60 }])],
      mutes: [],
    });
    const wall = await shown();
    expect(findAll(wall, '.score').map((each) => each.textContent)).toEqual(['−60']);
  });

  it('says nothing of the attention to a call that has ended', async () => {
    server.on('GET /api/attention', {
      calls: [attention('c', [{ part: 'alerts', points: 40 }])],
      mutes: [],
    });
    const wall = await shown();
    expect(findAll(wall, '.score').map((each) => each.textContent)).toEqual(['40']);
    await server.sends('call', { ...CALLS[2]!, status: 'ended' });
    await frame();
    expect(findAll(wall, '.score')).toEqual([]);
  });
});
