import AdminPolicy from 'c/adminPolicy';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

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

const POLICY = {
  version: 'v7',
  since: '2026-11-20T10:00:00Z',
  rules: [{ name: 'Managers', words: 'Managers may do all on their own team.' }],
};
const shown = async () => {
  const element = await show('c-admin-policy', AdminPolicy, {});
  await settled();
  return element;
};

describe('the policy page', () => {
  it('shows the rules in force with their version (D26, G31)', async () => {
    new FakeServer().on('GET /api/policy', POLICY);
    const element = await shown();
    expect(textOf(element)).toContain('Version v7, since');
    expect(textOf(element)).toContain('Managers may do all on their own team.');
    await expect(element).toBeAccessible();
  });

  it('says whom reps can call, how often and when, and where that is changed', async () => {
    const dialing = [
      'Reps can call numbers in these countries: Germany and United States.',
      'A rep can place up to 60 calls a minute, 200 an hour and 600 a day.',
    ];
    new FakeServer().on('GET /api/policy', { ...POLICY, dialing });
    const element = await shown();
    const section = find(element, '[data-section=dialing]');
    for (const line of dialing) expect(section.textContent).toContain(line);
    expect(section.textContent).toContain('Dealside Setting');
    await expect(element).toBeAccessible();
  });

  it('says for how long what was said is kept, and where that is changed', async () => {
    const retention = ['Transcripts are kept for 30 days.'];
    new FakeServer().on('GET /api/policy', { ...POLICY, retention });
    const section = find(await shown(), '[data-section=retention]');
    expect(section.textContent).toContain(retention[0]);
    expect(section.textContent).toContain('Keep Transcripts: Days');
    await expect(section).toBeAccessible();
  });

  it('says what is on file about consent in this version (D26)', async () => {
    const consent = {
      settings: ['Your legitimate interest is on file: DPIA 7 (Ada Byron, since 2026-01-01).'],
      places: ['Germany: The customer must agree. § 201 StGB'],
    };
    new FakeServer().on('GET /api/policy', { ...POLICY, consent: { words: consent } });
    const section = find(await shown(), '[data-section=consent]');
    expect(section.textContent).toContain(consent.settings[0]);
    expect(textOf(find(section, 'summary'))).toBe('Your own entries (1)');
    expect(textOf(find(section, 'details'))).toContain('Germany: The customer must agree.');
    await expect(section).toBeAccessible();
  });

  it('says loudly that a newer policy is not used, and why', async () => {
    const refused = {
      version: 'v8',
      seenAt: '2026-11-20T11:00:00Z',
      faults: [{ rule: 'Night', field: 'Hours__c', code: 'x', message: 'ends before it begins' }],
    };
    new FakeServer().on('GET /api/policy', { ...POLICY, refused });
    const element = await shown();
    expect(find(element, '[role=alert]').textContent).toContain(
      'Night, Hours__c: ends before it begins',
    );
    await expect(element).toBeAccessible();
  });

  it('asks Salesforce on demand', async () => {
    const server = new FakeServer()
      .on('GET /api/policy', POLICY)
      .on('POST /api/policy/refresh', { ...POLICY, version: 'v9' });
    const element = await shown();
    await click(element, '[data-action=refresh]');
    await settled();
    expect(server.posted('/api/policy/refresh')).toHaveLength(1);
    expect(textOf(element)).toContain('Version v9');
  });

  it('says that without rules nobody may join', async () => {
    new FakeServer().on('GET /api/policy', { ...POLICY, version: 'none', rules: [] });
    expect(textOf(await shown())).toContain('No policy in effect');
  });

  it('is loading until the server answers', async () => {
    globalThis.fetch = (() => new Promise(() => undefined)) as typeof fetch;
    expect(findAll(await shown(), 'lightning-spinner')).toHaveLength(1);
  });
});
