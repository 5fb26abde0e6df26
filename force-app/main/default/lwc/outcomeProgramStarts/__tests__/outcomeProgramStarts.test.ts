import OutcomeProgramStarts from 'c/outcomeProgramStarts';
import { find, findAll, show, textOf } from 'test/dom';
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
const choose = async (element: HTMLElement, team: string, day: string) => {
  const input = find<HTMLInputElement>(element, `[data-team="${team}"]`);
  input.value = day;
  input.dispatchEvent(new CustomEvent('change'));
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
