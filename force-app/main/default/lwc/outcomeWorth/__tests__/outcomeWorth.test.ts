import type { Drill, HoldOut, Worth } from 'c/outcomeApi';
import OutcomeWorth from 'c/outcomeWorth';
import { find, findAll, show, textOf } from 'test/dom';
import { DRAWN, ESTIMATED, share, WORTH } from 'test/worth';

const shownWith = (over: Partial<Worth> = {}) =>
  show('c-outcome-worth', OutcomeWorth, { worth: { ...WORTH, ...over } });
const rowsOf = (shown: HTMLElement, of: string) =>
  findAll(shown, `c-ui-data-table[data-of="${of}"]`).flatMap((table) =>
    findAll(table, 'tbody tr').map((row) => textOf(row)),
  );
const verdictOf = async (holdOut: HoldOut) =>
  textOf(find(await shownWith({ holdOut }), '[data-id="verdict"]'));

describe('what stepping in was worth', () => {
  it('is said with the interval that holds at each look, and the groups’ n', async () => {
    const shown = await shownWith();
    expect(textOf(find(shown, '[data-id="verdict"]'))).toContain('+10.0 points');
    expect(textOf(find(shown, '[data-id="verdict"]'))).toContain('+1.0 points');
    expect(rowsOf(shown, 'arms')[0]).toContain('350');
    expect(rowsOf(shown, 'arms')[1]).toContain('180');
    expect(rowsOf(shown, 'effects')).toHaveLength(3);
    expect(textOf(shown)).toContain('all calls since the first of this share, on Sep 1, 2026');
    await expect(shown).toBeAccessible();
  });

  it('is not said where the arms are not what was drawn, and no share is shown', async () => {
    const holdOut: HoldOut = { ...DRAWN, status: 'mismatch', mismatch: 'sizes', pValue: 0.00001 };
    const shown = await shownWith({ holdOut });
    const verdict = find(shown, '[data-id="verdict"]');
    expect(verdict.getAttribute('role')).toBe('alert');
    expect(textOf(shown)).not.toContain('50.0%');
    expect(findAll(shown, 'c-outcome-intervals[data-of="hold-out"]')).toHaveLength(0);
  });

  it('is explained in each of the other states', async () => {
    const texts = [
      await verdictOf({ status: 'none', leftOut: 0 }),
      await verdictOf({ ...DRAWN, status: 'too_few', missing: 'calls', moreCalls: 1189 }),
      await verdictOf({ ...DRAWN, status: 'mismatch', mismatch: 'known', pValue: 0.0001 }),
      await verdictOf({ ...ESTIMATED, verdict: 'hurt' } as HoldOut),
      await verdictOf({ ...ESTIMATED, verdict: 'not_known' } as HoldOut),
    ];
    texts.push(await verdictOf({ ...DRAWN, status: 'too_few', missing: 'reps', moreCalls: 0 }));
    expect(new Set(texts).size).toBe(6);
    expect(texts[1]).toContain('1,189');
  });

  it('is compared only with the warning, the balance and the E-value', async () => {
    const shown = await shownWith();
    expect(find(shown, '[data-id="warning"]')).toBeTruthy();
    expect(textOf(find(shown, '[data-id="compared"]'))).toContain('+15.0 points');
    expect(textOf(shown)).toContain('2.4');
    expect(rowsOf(shown, 'balance')).toHaveLength(1);
    const { comparison } = WORTH;
    const unclear = await shownWith({
      comparison: { ...comparison, eValueOfInterval: 1 } as never,
    });
    expect(textOf(unclear)).toContain('its interval includes no difference anyway');
    const few = await shownWith({ comparison: { status: 'too_few', joined: 3, others: 8 } });
    expect(find(few, '[data-id="warning"]')).toBeTruthy();
    expect(rowsOf(few, 'balance')).toHaveLength(0);
  });

  it('is drawn before and after supervisors began', async () => {
    const shown = await shownWith();
    expect(rowsOf(shown, 'since')).toHaveLength(2);
    expect(textOf(find(shown, '[data-id="starts"]'))).toContain('began in this period: 4. With 2');
    const none = await shownWith({ since: { reps: 0, earlier: 0, effects: [] } });
    expect(rowsOf(none, 'since')).toHaveLength(0);
  });

  it('marks the start in the drawing, and says that it is the first use', async () => {
    const shown = await shownWith();
    const drawing = find(shown, 'c-outcome-intervals[data-of="since"]');
    expect(textOf(find(drawing, '[data-id="start"]'))).toBe('First use');
    expect(textOf(find(shown, '[data-id="starts"]'))).toContain('The start is the first such call');
  });

  it('compares teams by the stated start, and names those of the first use', async () => {
    const shown = await shownWith({
      since: {
        ...WORTH.since,
        teams: {
          started: 3,
          earlier: 1,
          byFirstUse: 2,
          repsWithoutTeam: 4,
          starts: [
            { name: 'Maya', startsOn: '2026-10-05' },
            { name: 'Dana', startsOn: '2026-11-02' },
          ],
        },
      },
    });
    const drawing = find(shown, 'c-outcome-intervals[data-of="since"]');
    expect(textOf(find(drawing, '[data-id="start"]'))).toBe('Program start');
    expect(textOf(find(shown, '[data-id="starts"]'))).toBe(
      'Teams that began in this period: 3, with 4 reps. 1 had begun before it, so these are in no comparison. Program start, as stated: Maya on Oct 5, 2026, Dana on Nov 2, 2026. Teams without a stated start, where the first such call ever counts: 2. Reps without a manager, who are in no comparison: 4.',
    );
    expect(textOf(find(shown, 'c-ui-data-table[data-of="since"]'))).toContain('Teams');
    await expect(shown).toBeAccessible();
    const none = await shownWith({
      since: {
        reps: 0,
        earlier: 0,
        effects: [],
        teams: { started: 1, earlier: 0, byFirstUse: 0, repsWithoutTeam: 0, starts: [] },
      },
    });
    expect(textOf(none)).toContain('too few teams began');
    expect(textOf(none)).not.toContain('first use instead');
    const unknown = await shownWith({ teamsUnknown: true });
    expect(textOf(unknown)).toContain('Reps are compared by the first use instead.');
  });

  it('says that notices are missing, where they are', async () => {
    const alerts = (shown: HTMLElement) => findAll(shown, '[role="alert"]').length;
    expect(alerts(await shownWith())).toBe(0);
    const trust = { noticesGiven: share(39, 40), acknowledged: share(30, 39) };
    const shown = await shownWith({ trust });
    expect(alerts(shown)).toBe(1);
    const drills: Drill[] = [];
    shown.addEventListener('drill', (event) => drills.push((event as CustomEvent<Drill>).detail));
    const row = findAll(find(shown, 'c-ui-data-table[data-of="way"]'), 'tbody tr').find((one) =>
      textOf(one).startsWith('Notices that were due and not given 1'),
    );
    find<HTMLButtonElement>(row!, 'button').click();
    expect(drills[0]!.behind).toEqual({ way: 'notice_missing' });
  });

  it('has how many reps were joined at least once, and how far interventions went', async () => {
    const rows = rowsOf(await shownWith(), 'way');
    expect(rows[0]).toContain('Reps who were joined at least once, of those with calls 95.0%');
    expect(rows[1]).toContain('Interventions that the customer heard (depth) 40.0%');
  });

  it('leaves out what a server of an earlier release does not say', async () => {
    const { customerHeard: _later, ...ladder } = WORTH.ladder;
    const rows = rowsOf(await shownWith({ coverage: undefined, ladder }), 'way');
    expect(rows[0]).toContain('Whisper');
    expect(rows).toHaveLength(rowsOf(await shownWith(), 'way').length - 2);
  });

  it('leads from what it took to the calls', async () => {
    const shown = await shownWith();
    const drills: Drill[] = [];
    shown.addEventListener('drill', (event) => drills.push((event as CustomEvent<Drill>).detail));
    for (const button of findAll<HTMLButtonElement>(
      find(shown, 'c-ui-data-table[data-of="cost"]'),
      'tbody button',
    ))
      button.click();
    expect(drills.map(({ behind }) => behind)).toEqual([
      { ofInterventions: 'true' },
      { ofInterventions: 'true', outcome: 'saved' },
    ]);
  });

  it('says what is not measured', async () => {
    const rows = rowsOf(await shownWith(), 'cost');
    expect(rows).toHaveLength(15);
    expect(rows[4]).toContain('6:50');
    expect(rows.slice(6, 13)).toEqual([
      'Of this, customer on hold 0:20',
      'Of this, customer on hold, with no one 0:31',
      'After a call with it, until the rep said how it went 0:45',
      'After a call that no one joined, until the rep said how it went Not measured',
      'Handle time (AHT) of a call with it 7:35',
      'Handle time (AHT) of a call that no one joined Not measured',
      'Refunds Not measured',
    ]);
    expect(rows[13]).toContain('−2.0 points (−4.0 points – 0.0 points)');
    expect(rowsOf(await shownWith(), 'way')[2]).toContain('80.0%');
    expect(rows[3]).toContain('15');
  });

  it('leads from the ladder, the comparison and the arms to their calls', async () => {
    const shown = await shownWith();
    const behind: unknown[] = [];
    shown.addEventListener('drill', (event) =>
      behind.push((event as CustomEvent<Drill>).detail.behind),
    );
    for (const table of ['way', 'compared', 'arms'])
      for (const button of findAll(find(shown, `c-ui-data-table[data-of="${table}"]`), 'button'))
        button.click();
    expect(behind).toEqual([
      { way: 'whisper_first' },
      { way: 'whisper_skipped' },
      { way: 'noticed' },
      { way: 'acknowledged' },
      { way: 'help_answered' },
      { mode: 'barge', isKnown: 'true' },
      { mode: 'nobody', isKnown: 'true' },
      { arm: 'shown', from: '2026-09-01' },
      { arm: 'held_out', from: '2026-09-01' },
    ]);
  });
});
