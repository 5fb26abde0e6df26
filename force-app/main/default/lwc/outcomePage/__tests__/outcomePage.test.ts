import type { Outcomes } from 'c/outcomeApi';
import OutcomePage from 'c/outcomePage';
import { CurrentPageReference } from 'lightning/navigation';
import { find, findAll, show, textOf, type } from 'test/dom';
import { navigations } from 'test/navigation';
import { EMPTY, OUTCOMES } from 'test/outcomes';
import { FakeServer, settled } from 'test/server';
import { LOOKS, share, WORTH } from 'test/worth';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const navigated = navigations(OutcomePage);
const shown = async (answer: Outcomes = OUTCOMES, choices: object = {}) => {
  const server = new FakeServer()
    .on('GET /api/outcomes', answer)
    .on('GET /api/outcomes/worth', WORTH)
    .on('GET /api/outcomes/deals', { mode: 'barge', looks: LOOKS })
    .on('GET /api/outcomes/proficiency', { status: 'too_few' })
    .on('GET /api/outcomes/first-days', { reps: [], total: 0, waiting: [] })
    .on('GET /api/outcomes/filters', {
      teams: [{ value: '005M', label: 'Maya' }],
      queues: [{ value: '00GQ', label: 'Renewals' }],
      reasons: [{ value: 'close_assist', label: 'Help to close' }],
      ...choices,
    })
    .on('GET /api/outcomes/program-starts', { teams: [] })
    .on('GET /api/outcomes/alerts', { rules: [] })
    .on('GET /api/outcomes/trust', { refused: 0, refusals: [] })
    .on('GET /api/outcomes/receipts', {
      answered: share(0, 0),
      said: { helped: share(0, 0), neutral: share(0, 0), hurt: share(0, 0) },
    })
    .on('GET /api/outcomes/calls', { calls: [] });
  const element = await show('c-outcome-page', OutcomePage, {});
  await settled();
  return { element, server };
};
const rowsOf = (element: HTMLElement, component: string) =>
  findAll(find(element, component), 'tbody tr').map((row) => textOf(row));

describe('the outcomes page', () => {
  it('says whose calls are counted, and how many are in each mode', async () => {
    const { element } = await shown();
    expect(textOf(element)).toContain('Answered calls of the reps you can supervise: 2.');
    expect(findAll(element, '.tile').map((tile) => textOf(tile))).toEqual([
      '1,200 Answered calls',
      '60 Monitor (5.0%)',
      '30 Whisper (2.5%)',
      '18 Barge (1.5%)',
      '2 Takeover (0.2%)',
      '12 Calls with a help request',
    ]);
    await expect(element).toBeAccessible();
  });

  it('compares people with what is usual for their tenure where that is chosen', async () => {
    const { element } = await shown();
    expect(rowsOf(element, '[data-of=reps]')[0]).toContain('Higher than the others');
    const choice = find<HTMLSelectElement>(element, '[data-filter=comparedBy]')!;
    choice.value = 'tenure';
    choice.dispatchEvent(new CustomEvent('change'));
    await settled();
    expect(rowsOf(element, '[data-of=reps]')).toEqual([
      expect.stringMatching(/^Jo 800 40 3 3[.]1%/),
      expect.stringMatching(/^Ravi 400 3 104 or more 0[.]9%/),
    ]);
    expect(textOf(find(element, '[data-id=tenure]')!)).toContain('Rates are adjusted');
    expect(textOf(element)).toContain("Tenure can't be taken into account");
    await expect(element).toBeAccessible();
  });

  it('says what stepping in was worth, by what was held out', async () => {
    const { element } = await shown();
    expect(textOf(find(element, 'c-outcome-worth'))).toContain('+10.0 points');
  });

  it('lets RevOps state when programs began, and asks again what is compared by it', async () => {
    const { element } = await shown();
    expect(findAll(element, 'c-outcome-program-starts')).toHaveLength(0);
    const { element: own, server } = await shown(OUTCOMES, { mayStateStarts: true });
    const asked = () =>
      server.asked.filter(({ path }) => path.startsWith('/api/outcomes/worth')).length;
    const before = asked();
    find(own, 'c-outcome-program-starts').dispatchEvent(new CustomEvent('stated'));
    await settled();
    expect(asked()).toBe(before + 1);
  });

  it('draws the rate over time, with the norm, and says what is outside of common variation (P20)', async () => {
    const { element } = await shown();
    const chart = find(element, 'c-outcome-rate-chart');
    expect(textOf(find(chart, 'figcaption'))).toBe(
      '1.5% on average: 18 of 1,200 calls. Outside of common variation: 1.',
    );
    expect(textOf(element)).toContain('The green band, 0.5% to 2.0%, is usual for sales teams.');
    expect(find(chart, 'svg').getAttribute('aria-label')).toContain('1.5% on average');
    expect(findAll(chart, '.mark_signal')).toHaveLength(1);
    expect(rowsOf(element, 'c-outcome-rate-chart')).toEqual([
      'Nov 2 600 6 1.0% 0.0% – 3.0% Common variation',
      'Nov 3 600 12 2.0% 0.0% – 1.9% Beyond three standard deviations',
    ]);
  });

  it('names only who differs, and has everybody in the table (P21, G26)', async () => {
    const { element } = await shown();
    const reps = find(element, 'c-outcome-funnel[data-of="reps"]');
    expect(textOf(find(reps, 'figcaption'))).toBe(
      '1.5% overall, people: 2. Different from the others: Jo. Look at the calls before you judge.',
    );
    expect(rowsOf(element, 'c-outcome-funnel[data-of="reps"]')).toEqual([
      'Jo 800 40 5.0% 4.5% 0.4% – 3.0% Higher than the others',
      'Ravi 400 3 0.8% 1.0% 0.4% – 3.0% Not different',
    ]);
    expect(textOf(find(element, 'c-outcome-funnel[data-of="supervisors"]'))).toContain(
      'No one differs from the others',
    );
    expect(textOf(find(element, '[data-id="others"]'))).toContain(
      'Other supervisors who joined these calls: 2.',
    );
  });

  it('shows how interventions ended with n and range, warns of comparing, and says what is not known', async () => {
    const { element } = await shown();
    expect(textOf(element)).toContain("these shares don't show what joining causes");
    expect(rowsOf(element, '[data-of="modes"]')).toEqual([
      'Monitor 60 0 Not known yet Not known yet',
      'Barge 18 10 6 (60.0%) 31.0% – 83.0%',
    ]);
    expect(rowsOf(element, '[data-of="reasons"]')).toEqual([
      'Help to close 12 10 6 (60.0%) 31.0% – 83.0%',
      'No reason given 6 0 Not known yet Not known yet',
    ]);
  });

  it('asks again for another mode, direction or period', async () => {
    const { element, server } = await shown();
    await type(element, '[data-filter="mode"]', 'whisper');
    await type(element, '[data-filter="direction"]', 'inbound');
    await settled();
    const { mode, direction } = lastQuery(server, '/api/outcomes');
    expect([mode, direction]).toEqual(['whisper', 'inbound']);
  });

  const lastQuery = (server: FakeServer, path: string) =>
    Object.fromEntries(server.asked.filter((one) => one.path === path).at(-1)!.query);

  it('asks for the team, queue and reason that are chosen, and says what a reason counts', async () => {
    const { element, server } = await shown();
    expect(textOf(find(element, '[data-filter="team"]'))).toBe('All Team of Maya');
    expect(textOf(find(element, '[data-filter="queueId"]'))).toBe('All Renewals');
    await type(element, '[data-filter="team"]', '005M');
    await type(element, '[data-filter="queueId"]', '00GQ');
    await type(element, '[data-filter="reasonCode"]', 'close_assist');
    await settled();
    for (const path of ['/api/outcomes', '/api/outcomes/worth', '/api/outcomes/deals'])
      expect(lastQuery(server, path)).toMatchObject({
        team: '005M',
        queueId: '00GQ',
        reasonCode: 'close_assist',
        mode: 'barge',
      });
    expect(textOf(element)).toContain('modes count the interventions that had it');
  });

  it('shows what the address asks for, and keeps in it what is chosen', async () => {
    const { element, server } = await shown();
    (CurrentPageReference as unknown as { emit(page: object): void }).emit({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Dealside_Outcomes' },
      state: { c__days: '365', c__mode: 'whisper', c__team: '005M', c__direction: 'sideways' },
    });
    await settled();
    const query = lastQuery(server, '/api/outcomes');
    expect([query.mode, query.team, query.direction]).toEqual(['whisper', '005M', undefined]);
    await type(element, '[data-filter="queueId"]', '00GQ');
    await settled();
    expect(navigated.mock.calls.at(-1)).toMatchObject([
      { state: { c__days: '365', c__mode: 'whisper', c__team: '005M', c__queue: '00GQ' } },
      true,
    ]);
  });

  it('leads from each number to the calls behind it', async () => {
    const { element, server } = await shown();
    const opened = async (selector: string, within?: string) => {
      const root = within ? find(element, within) : element;
      find(root, selector).dispatchEvent(new CustomEvent('click'));
      await settled();
      const { from, to, ...behind } = lastQuery(server, '/api/outcomes/calls');
      return {
        behind,
        period: [from, to],
        heading: textOf(find(find(element, 'c-outcome-calls'), 'h2')),
      };
    };
    expect((await opened('[data-key="barge"]')).behind).toEqual({ mode: 'barge' });
    expect((await opened('[data-key="help"]')).behind).toEqual({ askedForHelp: 'true' });
    expect((await opened('[data-key="answered"]')).behind).toEqual({});
    const point = await opened('circle', 'c-outcome-rate-chart');
    expect([point.behind, point.period]).toEqual([{ mode: 'barge' }, ['2026-11-02', '2026-11-02']]);
    expect(point.heading).toBe('Calls behind: Nov 2, Barge');
    const inTable = (of: string, column: string) => opened(`button[data-column="${column}"]`, of);
    expect((await inTable('c-outcome-funnel[data-of="reps"]', 'events')).behind).toEqual({
      mode: 'barge',
      repUserId: 'j',
    });
    expect((await opened('circle', 'c-outcome-funnel[data-of="supervisors"]')).behind).toEqual({
      mode: 'barge',
      supervisorUserId: 'm',
    });
    expect((await inTable('[data-of="reasons"]', 'saved')).behind).toEqual({
      mode: 'barge',
      reasonCode: 'close_assist',
      outcome: 'saved',
    });
    const shownArm = await inTable('[data-of="arms"]', 'drawn');
    expect([shownArm.behind, shownArm.period[0]]).toEqual([{ arm: 'shown' }, '2026-09-01']);
    expect((await inTable('[data-of="deals"]', 'known')).behind).toEqual({
      mode: 'barge',
      isOnDeal: 'true',
    });
    find(element, '[data-action="close-calls"]').dispatchEvent(new CustomEvent('click'));
    await settled();
    expect(findAll(element, 'c-outcome-calls')).toHaveLength(0);
  });

  it('keeps the calls behind a number in its address, and shows those that an address names', async () => {
    const { element, server } = await shown();
    const page = { type: 'standard__navItemPage', attributes: { apiName: 'Dealside_Outcomes' } };
    const go = async (state: Record<string, string>) => {
      (CurrentPageReference as unknown as { emit(page: object): void }).emit({ ...page, state });
      await settled();
    };
    await go({ c__days: '365' });
    find(element, '[data-key="whisper"]').dispatchEvent(new CustomEvent('click'));
    await settled();
    const [{ state }] = navigated.mock.calls.at(-1) as [{ state: Record<string, string> }];
    expect(state.c__days).toBe('365');
    await go({ c__days: '365' });
    expect(findAll(element, 'c-outcome-calls')).toHaveLength(0);
    await go(state);
    expect(lastQuery(server, '/api/outcomes/calls')).toMatchObject({ mode: 'whisper' });
    expect(textOf(find(element, 'c-outcome-calls'))).toContain('Whisper');
    await go({ c__days: '365', c__calls: '{"what":"x","behind":{"mode":["barge"]}}' });
    expect(findAll(element, 'c-outcome-calls')).toHaveLength(0);
  });

  it('has what it shows as a file from the server, for what is chosen', async () => {
    const { element, server } = await shown();
    server.onFile('GET /api/outcomes/file', 'table,name');
    await type(element, '[data-filter="mode"]', 'whisper');
    await settled();
    const link = find<HTMLAnchorElement>(element, '[data-id="file"]');
    const clicked = jest.spyOn(link, 'click').mockImplementation(() => undefined);
    for (const format of ['csv', 'parquet']) {
      find(element, `[data-action="${format}"]`).dispatchEvent(new CustomEvent('click'));
      await settled();
      const query = lastQuery(server, '/api/outcomes/file');
      expect([query.mode, query.format]).toEqual(['whisper', format]);
      expect(link.download).toMatch(new RegExp(`^dealside-outcomes-whisper-.*\\.${format}$`));
      expect(atob(link.href.split(',')[1]!)).toBe('table,name');
    }
    expect(clicked).toHaveBeenCalledTimes(2);
  });

  it('says that there are no calls, and why', async () => {
    const { element } = await shown(EMPTY);
    expect(textOf(element)).toContain('No answered calls in this period');
    expect(textOf(element)).toContain('Your reps had no answered calls.');
    expect(findAll(element, 'svg')).toHaveLength(0);
  });

  it('says that it is behind while days are counted again', async () => {
    const { element } = await shown({ ...OUTCOMES, daysDue: 2 });
    expect(textOf(element)).toContain('being counted again');
  });

  it('shows calls as soon as they are counted, and does not say until then that there are none', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const { element, server } = await shown({ ...EMPTY, daysDue: 2 });
    expect(textOf(element)).toContain('Counting calls');
    expect(textOf(element)).not.toContain('No answered calls');
    server.on('GET /api/outcomes', OUTCOMES);
    jest.advanceTimersByTime(5_000);
    await settled();
    expect(textOf(element)).toContain('1,200');
    const { length } = server.asked;
    jest.advanceTimersByTime(60_000);
    await settled();
    expect(server.asked).toHaveLength(length);
  });

  it('shows the refusal to somebody who may not see outcomes', async () => {
    new FakeServer().refuses('GET /api/outcomes', 403, {
      code: 'outcomes_not_permitted',
      message: 'You cannot see the outcomes of other people’s calls.',
    });
    const element = await show('c-outcome-page', OutcomePage, {});
    await settled();
    expect(textOf(element)).toContain('You cannot see the outcomes');
  });
});
