import AdminSimulator from 'c/adminSimulator';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';
import { aResult, aRun, RULE, WORDS_AFTER, WORDS_BEFORE } from 'test/simulation';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Administer',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const RUNS = '/api/policy/simulations';
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/policy', {
      version: 'v7',
      rules: [{ ...RULE, words: WORDS_BEFORE }],
      holidays: [],
    })
    .on('GET /api/policy/versions', {
      versions: [
        { version: 'v7', since: '2026-11-01T00:00:00Z' },
        { version: 'v6', since: '2026-10-01T00:00:00Z' },
      ],
    })
    .on('GET /api/policy/versions/v7', {
      version: 'v7',
      rules: [{ ...RULE, words: WORDS_BEFORE }],
      holidays: [],
    })
    .on(`GET ${RUNS}`, { simulations: [] })
    .on(`POST ${RUNS}`, aRun(), 202)
    .on(`GET ${RUNS}/run-1`, aRun());
});
const shown = async () => {
  const element = await show('c-admin-simulator', AdminSimulator, {});
  await settled();
  return element;
};
const press = async (element: HTMLElement, action: string) => {
  await click(element, `[data-action=${action}]`);
  await settled();
};
/** Lets a second pass, and answers the requests that were sent then. */
const aSecond = async () => {
  jest.advanceTimersByTime(1000);
  await settled();
};

describe('the simulator', () => {
  it('runs the policy in force when nothing is changed', async () => {
    const element = await shown();
    await press(element, 'run');
    const [asked] = server.posted(RUNS) as { from: string; to: string }[];
    expect(Object.keys(asked!)).toEqual(['from', 'to']);
    expect(asked!.from < asked!.to).toBe(true);
  });

  it('shows how far a run is, and offers nothing else meanwhile', async () => {
    const element = await shown();
    await press(element, 'run');
    expect(find(element, '[role=progressbar]').getAttribute('aria-valuenow')).toBe('30');
    expect(textOf(element)).toContain('120 of 400 calls');
    expect(find<HTMLButtonElement>(element, '[data-action=run]').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('draws what the run found: numbers, hours, teams, rules in words', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const element = await shown();
    await press(element, 'run');
    server.on(
      `GET ${RUNS}/run-1`,
      aRun({ status: 'done', progress: 1, done: 400, after: 'v7', result: aResult() }),
    );
    await aSecond();
    await settled();
    const text = textOf(element);
    expect(text).toContain('Two policies compared. Calls: 400. People: 6.');
    expect(textOf(find(element, '[data-row=uncovered]'))).toMatch(
      /No rule lets anyone monitor \d+ \d+ \+\d+/,
    );
    expect(findAll(element, 'c-admin-coverage-heatmap')).toHaveLength(2);
    expect(findAll(element, '.cell_4').length).toBeGreaterThan(0);
    expect(text).toContain("Tomás Rivera's team");
    expect(text).toContain('changed: Days and hours');
    expect(text).toContain(WORDS_BEFORE);
    expect(find<HTMLButtonElement>(element, '[data-action=run]').disabled).toBe(false);
  });

  it('shows who could have joined which call, under both policies', async () => {
    server
      .on(`GET ${RUNS}`, { simulations: [aRun()] })
      .on(`GET ${RUNS}/run-1`, aRun({ status: 'done', result: aResult() }));
    const who = [
      { userId: '005M', name: 'Maya Okafor', before: ['monitor', 'whisper'], after: ['monitor'] },
    ];
    server.on(`GET ${RUNS}/run-1/calls`, {
      calls: [
        { callId: 'c1', answeredAt: '2026-10-02T10:00:00Z', repName: 'Ravi Patel', who },
        { callId: 'c2', answeredAt: '2026-10-02T11:00:00Z', repName: 'Lena Brandt', who: [] },
      ],
    });
    const element = await shown();
    await press(element, 'show-calls');
    expect(textOf(element)).toContain('Maya Okafor: Monitor, Whisper, then Monitor');
    expect(textOf(element)).toContain('No one');
    await expect(find(element, 'c-admin-simulated-calls')).toBeAccessible();
  });

  it('goes on with a run that is under way, and cancels it', async () => {
    server.on(`GET ${RUNS}`, { simulations: [aRun()] });
    const element = await shown();
    expect(findAll(element, '[role=progressbar]')).toHaveLength(1);
    server
      .on(`DELETE ${RUNS}/run-1`, undefined, 204)
      .on(`GET ${RUNS}/run-1`, aRun({ status: 'cancelled' }));
    await press(element, 'cancel-run');
    expect(server.asked.some(({ method }) => method === 'DELETE')).toBe(true);
    expect(textOf(element)).toContain('The run was canceled.');
    expect(find<HTMLButtonElement>(element, '[data-action=run]').disabled).toBe(false);
  });

  it('says why a run failed, and why one was not begun', async () => {
    server.on(
      `GET ${RUNS}/run-1`,
      aRun({ status: 'failed', problem: 'Salesforce did not say who uses Dealside.' }),
    );
    const element = await shown();
    await press(element, 'run');
    expect(textOf(element)).toContain('The run failed. Run it again.');
    server.refuses(`POST ${RUNS}`, 409, {
      code: 'simulation_running',
      message: 'Another simulation is running.',
    });
    await press(element, 'run');
    expect(textOf(element)).toContain('Another simulation is running.');
  });

  it('says that no call was answered in the period', async () => {
    const result = { ...aResult(), calls: 0 };
    server.on(`GET ${RUNS}/run-1`, aRun({ status: 'done', result }));
    const element = await shown();
    await press(element, 'run');
    expect(textOf(element)).toContain('No calls were answered in this period');
  });

  it('asks nothing for a period that ends before it begins', async () => {
    const element = await shown();
    await type(element, 'input[type=date]', '2999-01-01');
    await press(element, 'run');
    expect(textOf(element)).toContain('a start date before the end date');
    expect(server.posted(RUNS)).toEqual([]);
  });

  it('tries a changed rule once it is without fault, and names every fault until then', async () => {
    const element = await shown();
    await type(element, '[data-path="hours.from"]', '8 o’clock');
    server.on('POST /api/policy/validate', {
      valid: false,
      faults: [
        {
          rule: 'managers',
          field: 'hours.from',
          code: 'not_a_time',
          message: '"8 o’clock" is not a time such as 08:00.',
        },
        {
          rule: 'managers',
          field: 'hours.days',
          code: 'missing',
          message: 'This field is missing.',
        },
      ],
    });
    await press(element, 'run');
    expect(server.posted(RUNS)).toEqual([]);
    expect(textOf(find(element, '[data-field="hours.from"]'))).toContain('is not a time');
    expect(textOf(find(element, '[data-field="hours.days"]'))).toContain('This field is missing.');
    expect(textOf(element)).toContain('managers, hours.from: "8 o’clock" is not a time');
    await expect(element).toBeAccessible();
    await type(element, '[data-path="hours.from"]', '08:00');
    server.on('POST /api/policy/validate', {
      valid: true,
      version: 'x',
      rules: [{ name: 'managers', words: WORDS_AFTER }],
    });
    server.on(`GET ${RUNS}/run-1`, aRun({ status: 'done', result: aResult() }));
    await press(element, 'run');
    await settled();
    expect(server.posted(RUNS)).toEqual([
      expect.objectContaining({
        policy: { rules: [{ ...RULE, hours: { from: '08:00' } }], holidays: [] },
      }),
    ]);
    expect(textOf(element)).toContain(WORDS_AFTER);
  });

  it('warns of a rule whose role nobody has, until the draft is changed', async () => {
    server.on('POST /api/policy/validate', {
      valid: true,
      version: 'x',
      rules: [],
      warnings: [
        {
          rule: 'managers',
          field: 'role',
          code: 'unheld_role',
          message: 'No active user has the role manager.',
        },
      ],
    });
    const element = await shown();
    await type(element, '[data-path=role]', 'manager');
    await press(element, 'check');
    expect(textOf(element)).toContain('managers, role: No active user has the role manager.');
    await expect(element).toBeAccessible();
    await type(element, '[data-path=role]', 'supervisor');
    expect(textOf(element)).not.toContain('No active user');
  });

  it('starts from a version that was in force once', async () => {
    server.on('GET /api/policy/versions/v6', {
      version: 'v6',
      rules: [{ ...RULE, name: 'older', words: 'x' }],
      holidays: [],
    });
    const element = await shown();
    await type(element, '[id^=version]', 'v6');
    await settled();
    expect(find<HTMLInputElement>(element, '[data-path=name]').value).toBe('older');
    await press(element, 'run');
    expect(server.posted(RUNS)).toEqual([expect.objectContaining({ version: 'v6' })]);
  });

  it('says that the server cannot be reached', async () => {
    server.goDown();
    const element = await shown();
    expect(textOf(element)).toContain("Can't reach the Dealside server");
    await expect(element).toBeAccessible();
  });
});
