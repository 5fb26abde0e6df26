import type { CallView } from 'c/callModel';
import LiveWall from 'c/liveWall';
import { aCall } from 'test/builders';
import { click, find, findAll, frame, show, type } from 'test/dom';
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

const COUNT = 2_000;
const BEGAN = Date.parse('2026-11-20T09:00:00Z');
const number = (i: number): string => String(i).padStart(4, '0');
const call = (i: number, more: Partial<CallView> = {}): CallView =>
  aCall({
    callId: `call-${number(i)}`,
    rep: { userId: `u${i}`, name: `Rep ${number(i)}`, present: true, onHold: false },
    answeredAt: new Date(BEGAN + i * 1000).toISOString(),
    ...more,
  });
const renamed = (i: number, accountName: string): CallView =>
  call(i, { customer: { name: 'Marcus Hale', accountName } });
const HELP = {
  helpRequestId: 'h',
  status: 'open' as const,
  reasonCode: 'pricing',
  reasonLabel: 'Pricing',
  at: '2026-11-20T10:00:00Z',
};
const CALLS = Array.from({ length: COUNT }, (_, i) => call(i));

let server: FakeServer;
let wall: HTMLElement;

const rows = () => findAll(wall, '.row');
const rowOf = (i: number) => find(wall, `.row[data-call-id=call-${number(i)}]`);

/**
 * Counts rendering by the texts that it writes, even if they stay the same. Each second writes only
 * the time of each row, which does not count as rendering.
 */
function watchDrawing(counts: 'drawings' | 'times too' = 'drawings') {
  const drawn = { times: 0, rows: new Set<string>(), summary: false };
  const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
  const observer = new MutationObserver((records) => {
    const elements = records
      .flatMap(({ target }) => elementOf(target) ?? [])
      .filter((element) => counts === 'times too' || !element.closest('time'));
    if (elements.length > 0) drawn.times += 1;
    for (const element of elements) {
      const row = element.closest<HTMLElement>('.row');
      if (row && row !== element) drawn.rows.add(row.dataset.callId!);
      if (element.closest('.summary')) drawn.summary = true;
    }
  });
  const options = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(wall.shadowRoot!, options);
  observer.observe(find(wall, 'c-live-wall-grid').shadowRoot!, options);
  return () => {
    const { times, rows: ids, summary } = drawn;
    return { times, rows: [...ids].sort(), summary };
  };
}

/** Holds frames back until the returned function is called. */
function holdFrames(): () => Promise<void> {
  const waiting: FrameRequestCallback[] = [];
  const request = jest
    .spyOn(globalThis, 'requestAnimationFrame')
    .mockImplementation((callback) => waiting.push(callback));
  return async () => {
    request.mockRestore();
    for (const callback of waiting) callback(performance.now());
    await settled();
  };
}

const NOTHING = { times: 0, rows: [], summary: false };

async function open(): Promise<void> {
  server = new FakeServer();
  wall = await show('c-live-wall', LiveWall, {});
  await server.snapshot({ calls: CALLS });
  // The first row is the longest call.
  await click(wall, '[data-column=rep]');
}

describe('of two thousand calls', () => {
  beforeEach(open);

  it('one that changes is drawn, and no other', async () => {
    const [before, drawn] = [rows(), watchDrawing()];
    await server.sends('call', renamed(3, 'Halcyon Logistics'));
    await frame();
    expect(rowOf(3).textContent).toContain('Halcyon Logistics');
    expect(drawn()).toEqual({ times: 1, rows: ['call-0003'], summary: false });
    expect(rows()).toEqual(before);
  });

  it('one that changes out of sight draws nothing', async () => {
    const drawn = watchDrawing();
    await server.sends('call', renamed(1_500, 'Halcyon Logistics'));
    await frame();
    expect(drawn()).toEqual(NOTHING);
  });

  it('fifty changes between two frames are drawn at once', async () => {
    const drawn = watchDrawing();
    const nextFrame = holdFrames();
    for (let n = 0; n < 50; n += 1)
      await server.sends('call', renamed(n % 10, `Account ${Math.floor(n / 10)}`));
    expect(drawn()).toEqual(NOTHING);
    await nextFrame();
    const ids = Array.from({ length: 10 }, (_, i) => `call-000${i}`);
    expect(drawn()).toEqual({ times: 1, rows: ids, summary: false });
    expect(rowOf(9).textContent).toContain('Account 4');
  });

  it('one that begins far below changes the count, and no row', async () => {
    const drawn = watchDrawing();
    await server.sends('call', call(COUNT));
    await frame();
    expect(find(wall, '.summary').textContent).toContain('2,001 live calls');
    expect(drawn()).toMatchObject({ rows: [], summary: true });
  });

  it('one that asks for help goes to the top, and the others stay the elements they were', async () => {
    const [before, drawn] = [rows(), watchDrawing()];
    await server.sends('call', call(1_234, { help: HELP }));
    await frame();
    expect(rows()[0]!.dataset.callId).toBe('call-1234');
    expect(rows().slice(1)).toEqual(before.slice(0, rows().length - 1));
    expect(drawn().rows).toEqual(['call-1234']);
  });

  it('one that goes draws none of the others', async () => {
    const [before, drawn] = [rows(), watchDrawing()];
    await server.sends('call', call(2, { rep: { ...call(2).rep, name: 'Rep 1999' } }));
    await frame();
    expect(rows()).toEqual(before.filter((row) => row !== before[2]).slice(0, rows().length));
    expect(drawn().rows).toEqual([]);
  });

  it('the filtered stay as they are while others change', async () => {
    await type(wall, 'input[type=search]', 'rep 123');
    const shown = () => find(wall, '.shown').textContent;
    expect(shown()).toBe('12 of 2,000 shown');
    const [before, drawn] = [rows(), watchDrawing()];
    for (let i = 500; i < 550; i += 1) await server.sends('call', renamed(i, 'Halcyon Logistics'));
    await frame();
    expect([rows(), shown()]).toEqual([before, '12 of 2,000 shown']);
    expect(drawn()).toEqual(NOTHING);
  });
});

describe('of two thousand calls, each second', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00Z') });
    return open();
  });
  afterEach(() => jest.useRealTimers());

  it('the times of those that can be seen are written, and no others', async () => {
    const times = () => findAll(wall, 'time').map(({ textContent }) => textContent);
    const [before, drawn] = [times(), watchDrawing('times too')];
    jest.advanceTimersByTime(1_000);
    await settled();
    const after = times();
    const inSight = Math.ceil(600 / 56) + 1;
    expect(after.map((text, i) => text !== before[i])).toEqual(before.map((_, i) => i < inSight));
    expect(before.length).toBeGreaterThan(inSight);
    expect(drawn().times).toBe(1);
  });
});
