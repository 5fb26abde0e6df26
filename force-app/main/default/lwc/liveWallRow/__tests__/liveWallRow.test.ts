import { WallLine } from 'c/liveWallLine';
import LiveWallRow from 'c/liveWallRow';
import type { AttentionView } from 'c/wordsApi';
import { aCall, anIntervention, MAYA } from 'test/builders';
import { eventDetails, show } from 'test/dom';

type Row = HTMLElement & { line: WallLine; joiningId?: string; showTime(now: number): void };

const shown = (call = aCall(), more: Partial<Row> = {}): Promise<Row> =>
  show('c-live-wall-row', LiveWallRow, {
    line: new WallLine(call, MAYA),
    ...more,
  } as Partial<Row>) as Promise<Row>;
const button = (row: Row, action: string) =>
  row.querySelector<HTMLButtonElement>(`[data-action=${action}]`);

describe('a row of the wall', () => {
  it('says who talks to whom about what, and that nobody supervises', async () => {
    const row = await shown();
    expect(row.textContent).toContain('Ravi Patel');
    expect(row.textContent).toContain('Brightwater roll-out');
    expect(row.textContent).toContain('Unsupervised');
  });

  it('is accessible in a grid', async () => {
    const [grid, row] = [document.createElement('div'), await shown()];
    grid.setAttribute('role', 'grid');
    row.setAttribute('role', 'row');
    document.body.appendChild(grid).appendChild(row);
    await expect(grid).toBeAccessible();
  });

  it('says that the rep was lost, and since when the customer waits', async () => {
    const row = await shown(
      aCall({
        repLoss: {
          since: '2026-11-21T10:05:00.000Z',
          until: '2026-11-21T10:05:45.000Z',
          rings: [],
          isAttended: false,
        },
      }),
    );
    expect(row.querySelector('.help')!.textContent).toMatch(
      /^Ravi Patel was disconnected at .*\. The customer is waiting\.$/,
    );
    expect(row.textContent).not.toContain('Unsupervised');
  });

  it('joins, and opens the deal', async () => {
    const row = await shown();
    const [joined, opened] = [eventDetails(row, 'join'), eventDetails(row, 'opendeal')];
    button(row, 'join')!.click();
    button(row, 'open-deal')!.click();
    expect([joined, opened]).toEqual([
      [{ callId: 'call-1' }],
      [{ opportunityId: aCall().opportunity!.opportunityId }],
    ]);
  });

  it('leads to what can be done about the alerts of its call, by a control of the row', async () => {
    const attention = {
      callId: 'call-1',
      score: 40,
      parts: [{ part: 'alerts', points: 40 }],
      alerts: [{ alertId: 'a1' }],
    } as unknown as AttentionView;
    const row = await shown(aCall(), { line: new WallLine(aCall(), MAYA, attention) });
    const asked = eventDetails(row, 'showalerts');
    expect(button(row, 'show-alerts')!.textContent).toMatch(/Show alerts:\s+alerts \+40/);
    button(row, 'show-alerts')!.click();
    expect(asked).toEqual([{ callId: 'call-1' }]);
    const quiet = { ...attention, alerts: [] };
    const without = await shown(aCall(), { line: new WallLine(aCall(), MAYA, quiet) });
    expect(button(without, 'show-alerts')).toBeNull();
  });

  it('waits while any call is being joined, and says so on that one', async () => {
    const [this_, other] = [
      await shown(aCall(), { joiningId: 'call-1' }),
      await shown(aCall(), { joiningId: 'call-2' }),
    ];
    expect([this_, other].map((row) => button(row, 'join')!.disabled)).toEqual([true, true]);
    expect(button(this_, 'join')!.textContent).not.toBe(button(other, 'join')!.textContent);
  });

  it('of a call one is on offers no join', async () => {
    const row = await shown(aCall({ interventions: [anIntervention('monitor')] }));
    expect(button(row, 'join')).toBeNull();
  });

  it('shows how long the call lasts, and after its end how long it did', async () => {
    const at = Date.parse(aCall().answeredAt!);
    const time = (row: Row) => row.querySelector('time')!;
    const live = await shown();
    live.showTime(at + 65_000);
    expect([time(live).textContent, time(live).dateTime]).toEqual(['1:05', 'PT65S']);
    const ended = await shown(
      aCall({ status: 'ended', endedAt: new Date(at + 5_000).toISOString() }),
    );
    ended.showTime(at + 65_000);
    expect(time(ended).textContent).toBe('0:05');
  });
});
