import type { CallView } from 'c/callModel';
import LiveWallGrid from 'c/liveWallGrid';
import { aCall, anIntervention } from 'test/builders';
import { click, find, findAll, press, show, eventDetails } from 'test/dom';
import { settled } from 'test/server';

const CALLS = Array.from({ length: 300 }, (_, i) =>
  aCall({
    callId: `call-${i}`,
    rep: { userId: `u${i}`, name: `Rep ${i}`, present: true, onHold: false },
  }),
);

type Grid = HTMLElement & { calls: readonly CallView[]; joiningId?: string };

const shown = (calls: readonly CallView[] = CALLS): Promise<Grid> =>
  show('c-live-wall-grid', LiveWallGrid, {
    calls,
    viewerId: '005',
  } as Partial<Grid>) as Promise<Grid>;
const rows = (grid: Grid) => findAll(grid, '.row');
const indexes = (grid: Grid) => rows(grid).map((row) => Number(row.dataset.index));
const active = (grid: Grid) => find(grid, '.row[tabindex="0"]').dataset.callId;
const focused = (grid: Grid) =>
  (grid.shadowRoot!.activeElement as HTMLElement | null)?.dataset.callId;

async function focusFirst(grid: Grid): Promise<HTMLElement> {
  const row = rows(grid)[0]!;
  row.focus();
  await settled();
  return row;
}

describe('a grid of three hundred calls', () => {
  it('renders only what can be seen, and says how many there are', async () => {
    const grid = await shown();
    expect(rows(grid).length).toBeLessThan(30);
    expect(find(grid, '[role=grid]').getAttribute('aria-rowcount')).toBe('301');
    expect(rows(grid)[4]!.getAttribute('aria-rowindex')).toBe('6');
    await expect(grid).toBeAccessible();
  });

  it('renders other rows when it is scrolled, and keeps the active one', async () => {
    const grid = await shown();
    const body = find(grid, '.body');
    body.scrollTop = 56 * 150;
    body.dispatchEvent(new CustomEvent('scroll'));
    await settled();
    expect(indexes(grid)).toEqual([0, ...Array.from({ length: 28 }, (_, i) => 142 + i)]);
  });

  it('is walked with the arrow keys, and scrolls along', async () => {
    const grid = await shown();
    await focusFirst(grid);
    for (let step = 0; step < 40; step += 1)
      await press('ArrowDown', find(grid, '.row[tabindex="0"]'));
    expect([active(grid), focused(grid)]).toEqual(['call-40', 'call-40']);
    expect(find(grid, '.body').scrollTop).toBe(56 * 41 - 600);
    await press('End', find(grid, '.row[tabindex="0"]'));
    expect(focused(grid)).toBe('call-299');
    await press('Home', find(grid, '.row[tabindex="0"]'));
    expect(focused(grid)).toBe('call-0');
  });

  it('keeps the focus while rows come and go around the one that has it', async () => {
    const grid = await shown();
    const body = find(grid, '.body');
    const scrollTo = async (index: number) => {
      body.scrollTop = 56 * index;
      body.dispatchEvent(new CustomEvent('scroll'));
      await settled();
    };
    await focusFirst(grid);
    await press('End', find(grid, '.row[tabindex="0"]'));
    await press('PageUp', find(grid, '.row[tabindex="0"]'));
    const where: (string | undefined)[] = [];
    for (const index of [250, 283, 290, 0, 270, 296, 288]) {
      await scrollTo(index);
      where.push(focused(grid));
    }
    expect(where).toEqual(Array(7).fill(active(grid)));
    expect(active(grid)).toBe('call-290');
  });

  it('has one stop for the Tab key', async () => {
    const grid = await shown();
    expect(findAll(grid, '.row[tabindex="0"]')).toHaveLength(1);
    expect(findAll(grid, '[role=gridcell] button:not([tabindex="-1"])')).toHaveLength(0);
  });

  it('joins the active call with Enter, and opens the deal when there is nothing to join', async () => {
    const mine = aCall({
      callId: 'mine',
      interventions: [anIntervention('monitor', { supervisor: { userId: '005', name: 'Maya' } })],
    });
    const grid = await shown([CALLS[0]!, mine]);
    const [joined, opened] = [
      eventDetails<{ callId: string }>(grid, 'join'),
      eventDetails<{ opportunityId: string }>(grid, 'opendeal'),
    ];
    await press('Enter', await focusFirst(grid));
    await press('ArrowDown', find(grid, '.row[tabindex="0"]'));
    await press('Enter', find(grid, '.row[tabindex="0"]'));
    expect([joined, opened]).toEqual([
      [{ callId: 'call-0' }],
      [{ opportunityId: mine.opportunity!.opportunityId }],
    ]);
  });

  it('leads into a row with the right arrow and back with the left', async () => {
    const grid = await shown();
    const row = await focusFirst(grid);
    const joined = eventDetails(grid, 'join');
    const inside = () => grid.shadowRoot!.activeElement as HTMLElement | null;
    await press('ArrowRight', row);
    expect(inside()?.dataset.action).toBe('open-deal');
    await press('ArrowRight', inside()!);
    expect(inside()?.dataset.action).toBe('join');
    await press('Enter', inside()!);
    await press('Escape', inside()!);
    expect(inside()).toBe(row);
    expect(joined).toEqual([]);
  });

  it('follows the active call when others come before it', async () => {
    const grid = await shown();
    await press('ArrowDown', await focusFirst(grid));
    grid.calls = [aCall({ callId: 'new' }), ...CALLS];
    await settled();
    expect([active(grid), focused(grid)]).toEqual(['call-1', 'call-1']);
  });

  it('hands the focus to the neighbor when the active call ends', async () => {
    const grid = await shown();
    await press('ArrowDown', await focusFirst(grid));
    grid.calls = CALLS.filter(({ callId }) => callId !== 'call-1');
    await settled();
    expect([active(grid), focused(grid)]).toEqual(['call-2', 'call-2']);
  });

  it('does not take the focus from elsewhere when a call ends', async () => {
    const grid = await shown();
    grid.calls = CALLS.slice(1);
    await settled();
    expect(focused(grid)).toBeUndefined();
  });

  it('tells which column to sort by', async () => {
    const grid = await shown();
    const sorts = eventDetails<{ column: string }>(grid, 'sort');
    await click(grid, '[data-column=amount]');
    expect(sorts).toEqual([{ column: 'amount' }]);
  });
});
