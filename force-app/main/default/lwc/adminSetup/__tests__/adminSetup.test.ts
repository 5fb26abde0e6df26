import run from '@salesforce/apex/DealsideInstallCheck.run';
import AdminSetup from 'c/adminSetup';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideInstallCheck.run',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
jest.mock(
  '@salesforce/apex/DealsidePolicyExport.asJson',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Administer',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const foundInSalesforce = run as unknown as jest.Mock;
const check = (name: string, status: string) => ({
  check: name,
  status,
  title: `Title of ${name}`,
  text: `Text of ${name}.`,
});
const serving = (...checks: object[]) =>
  new FakeServer()
    .on('GET /api/setup', { checkedAt: '2026-11-20T10:00:00Z', checks })
    .on('GET /api/setup/usage', {
      from: '2026-11-01',
      to: '2026-11-20',
      calls: 1200,
      minutes: 5400,
      modes: { monitor: 30, barge: 2 },
      limits: { DailyApiRequests: { used: 100, limit: 1000 }, Unnamed: { used: 1, limit: 2 } },
    })
    .on('GET /api/policy/questions', { people: [], calls: [] });
const shown = async () => {
  const element = await show('c-admin-setup', AdminSetup, {});
  await settled();
  return element;
};
const statusOf = (element: HTMLElement, name: string) =>
  find(element, `[data-check=${name}]`).dataset.status;

describe('the page Dealside Setup', () => {
  afterEach(() => {
    delete (document as { featurePolicy?: object }).featurePolicy;
  });

  it('shows each check, green or with what to do, and the usage', async () => {
    serving(check('policy', 'ok'), check('sync', 'todo'));
    const element = await shown();
    expect(statusOf(element, 'policy')).toBe('ok');
    expect(statusOf(element, 'sync')).toBe('todo');
    const text = textOf(element);
    expect(text).toContain('1 item needs your attention.');
    expect(text).toContain('Text of sync.');
    expect(text).toMatch(/Minutes of talk this month\s*5,400/);
    expect(text).toMatch(/API requests in 24 hours\s*100 of 1,000/);
    expect(text).not.toContain('Unnamed');
    await expect(element).toBeAccessible();
  });

  it('offers the way to what is wrong, and not to what is right', async () => {
    serving(check('policy', 'ok'), check('sync', 'todo'));
    const element = await shown();
    expect(findAll(element, '[data-action=open-tab]')).toHaveLength(1);
  });

  it('says that Salesforce keeps the microphone from the softphone', async () => {
    Object.assign(document, { featurePolicy: { allowsFeature: () => false } });
    serving();
    const element = await shown();
    expect(statusOf(element, 'microphone')).toBe('todo');
    expect(textOf(element)).toContain('Allow microphone access');
  });

  it('says that the microphone is free, or that the browser does not say', async () => {
    serving();
    expect(statusOf(await shown(), 'microphone')).toBe('unknown');
    Object.assign(document, { featurePolicy: { allowsFeature: () => true } });
    expect(statusOf(await shown(), 'microphone')).toBe('ok');
  });

  it('starts an audio check, and looks again', async () => {
    const server = serving(check('audio_check', 'todo'));
    server.on('POST /api/audio-checks', { runId: 'run-1' }, 202);
    const element = await shown();
    await click(element, '[data-action=run-check]');
    await settled();
    expect(textOf(element)).toContain('The audio check is running.');
    expect(server.asked.filter(({ path }) => path === '/api/setup')).toHaveLength(2);
  });

  it('has calls ring here once that is confirmed, says how many numbers, and looks again', async () => {
    const server = serving({ ...check('phone_numbers', 'todo'), code: 'elsewhere' });
    server.on('POST /api/setup/phone-numbers', { changed: 1 });
    const element = await shown();
    await click(element, '[data-action=open]');
    await click(element, '[data-action=run-check]');
    await settled();
    expect(textOf(element)).toContain('Changed 1 phone number.');
    expect(server.asked.filter(({ path }) => path === '/api/setup')).toHaveLength(2);
  });

  it('shows what Salesforce finds by itself where the server does not answer', async () => {
    foundInSalesforce.mockResolvedValue(['Setup: set Server URL.']);
    serving().refuses('GET /api/setup', 503, { code: 'crm_unavailable', message: 'Not now.' });
    const element = await shown();
    await settled();
    expect(textOf(element)).toContain('Setup: set Server URL.');
    expect(textOf(element)).toContain('Not now.');
  });
});
