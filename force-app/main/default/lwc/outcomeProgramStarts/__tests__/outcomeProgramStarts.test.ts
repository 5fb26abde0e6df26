import OutcomeProgramStarts from 'c/outcomeProgramStarts';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({
    __esModule: true,
    default: () => Promise.resolve(jest.requireActual('test/apex').aSession()),
  }),
  { virtual: true },
);

const TEAMS = {
  teams: [
    { managerUserId: '005D', name: 'Dana' },
    { managerUserId: '005M', name: 'Maya', startsOn: '2026-10-05' },
  ],
};
const shown = async (teams: object = TEAMS) => {
  const server = new FakeServer().on('GET /api/outcomes/program-starts', teams);
  const element = await show('c-outcome-program-starts', OutcomeProgramStarts, {});
  await settled();
  return { element, server };
};
const stated = ({ asked }: FakeServer, team: string) =>
  asked
    .filter(
      ({ method, path }) => method === 'PUT' && path === `/api/outcomes/program-starts/${team}`,
    )
    .map(({ body }) => body);
const fieldOf = (element: HTMLElement, team: string) =>
  find<HTMLInputElement>(element, `input[data-team="${team}"]`);
/** What Chrome does at each key that makes the day of the field another one. */
const put = async (element: HTMLElement, team: string, day: string) => {
  const field = fieldOf(element, team);
  field.value = day;
  field.dispatchEvent(new CustomEvent('change'));
  await settled();
};
const choose = async (element: HTMLElement, team: string, day: string) => {
  await put(element, team, day);
  await click(element, `[data-action=state][data-team="${team}"]`);
  await settled();
};

describe('when the program of each team began', () => {
  it('is shown for each team', async () => {
    const { element } = await shown();
    expect(findAll(element, 'label').map((label) => textOf(label))).toEqual([
      'Team of Dana',
      'Team of Maya',
    ]);
    expect(findAll<HTMLInputElement>(element, 'input').map(({ value }) => value)).toEqual([
      '',
      '2026-10-05',
    ]);
    await expect(element).toBeAccessible();
  });

  it('is stated, and taken back by an empty day; the page is told', async () => {
    const { element, server } = await shown();
    let told = 0;
    element.addEventListener('stated', () => (told += 1));
    server.on('PUT /api/outcomes/program-starts/005D', {
      teams: [{ ...TEAMS.teams[0], startsOn: '2026-11-02' }, TEAMS.teams[1]],
    });
    await choose(element, '005D', '2026-11-02');
    expect(stated(server, '005D')).toEqual([{ startsOn: '2026-11-02' }]);
    expect(textOf(find(element, '[data-id=saved]'))).toBe('Saved: Team of Dana.');
    server.on('PUT /api/outcomes/program-starts/005M', { teams: [TEAMS.teams[0]] });
    await choose(element, '005M', '');
    expect(stated(server, '005M')).toEqual([{ startsOn: null }]);
    expect(told).toBe(2);
  });

  it('is not stated while it is typed, and the field keeps the focus', async () => {
    const { element, server } = await shown();
    const field = fieldOf(element, '005M');
    field.focus();
    for (const day of ['0002-10-05', '0020-10-05', '0202-10-05', '', '2026-11-05'])
      await put(element, '005M', day);
    expect(server.asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    expect([field.disabled, field.value]).toEqual([false, '2026-11-05']);
    expect(element.shadowRoot!.activeElement).toBe(field);
  });

  it('is not taken back by a day that is typed in part', async () => {
    const { element, server } = await shown();
    const field = fieldOf(element, '005M');
    let reported = 0;
    field.reportValidity = () => {
      reported += 1;
      return false;
    };
    await choose(element, '005M', '');
    expect(server.asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    expect(reported).toBe(1);
  });

  it('is stated once, for a second click meanwhile, and other fields keep what is in them', async () => {
    const { element, server } = await shown();
    server.on('PUT /api/outcomes/program-starts/005D', {
      teams: [{ ...TEAMS.teams[0], startsOn: '2026-11-02' }, TEAMS.teams[1]],
    });
    const answer = server.holds('PUT /api/outcomes/program-starts/005D');
    await put(element, '005M', '2026-11-09');
    const button = find(element, '[data-action=state][data-team="005D"]');
    button.focus();
    await choose(element, '005D', '2026-11-02');
    button.click();
    await settled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    answer();
    await settled();
    expect(stated(server, '005D')).toHaveLength(1);
    expect(findAll<HTMLInputElement>(element, 'input').map(({ value }) => value)).toEqual([
      '2026-11-02',
      '2026-11-09',
    ]);
    expect(element.shadowRoot!.activeElement).toBe(button);
    await expect(element).toBeAccessible();
  });

  it('is read again by one click after a failure, and with another question', async () => {
    const server = new FakeServer().on('GET /api/outcomes/program-starts', TEAMS);
    server.refuses('GET /api/outcomes/program-starts', 503, {
      code: 'network',
      message: 'The server is away.',
    });
    const element = await show('c-outcome-program-starts', OutcomeProgramStarts, {});
    await settled();
    expect(textOf(element)).toContain('The server is away.');
    await expect(element).toBeAccessible();
    server.on('GET /api/outcomes/program-starts', TEAMS);
    await click(element, '[data-action=retry-starts]');
    await settled();
    expect(findAll(element, 'input')).toHaveLength(2);
    server.on('GET /api/outcomes/program-starts', { teams: [] });
    Object.assign(element, { question: { from: '2026-10-01', to: '2026-10-31' } });
    await settled();
    expect(textOf(element)).toContain('No team has taken calls yet.');
  });

  it('that is refused says why, and nothing is said to be saved', async () => {
    const { element, server } = await shown();
    server.refuses('PUT /api/outcomes/program-starts/005D', 422, {
      code: 'program_start_invalid',
      message: 'Pick a day from 2000-01-01 to 2027-12-01.',
    });
    await choose(element, '005D', '1999-01-01');
    expect(textOf(element)).toContain('Pick a day from 2000-01-01');
    expect(textOf(find(element, '[data-id=saved]'))).toBe('');
  });

  it('says that no team has calls', async () => {
    const { element } = await shown({ teams: [] });
    expect(textOf(element)).toContain('No team has taken calls yet.');
  });
});
