import RepPolicy from 'c/repPolicy';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Take_Calls',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const shown = async () => {
  const element = await show('c-rep-policy', RepPolicy, {});
  await settled();
  return element;
};

describe('who may join my calls', () => {
  it('is told in words, rule by rule (R13)', async () => {
    new FakeServer().on('GET /api/policy/mine', {
      policyVersion: 'v7',
      covert: 'Nobody may listen covertly.',
      rules: [
        { rule: 'a', words: 'Your managers may monitor.' },
        { rule: 'b', words: 'Quality analysts may listen.' },
      ],
    });
    const element = await shown();
    expect(findAll(element, 'li').map((each) => each.textContent)).toEqual([
      'Your managers may monitor.',
      'Quality analysts may listen.',
    ]);
    expect(textOf(element)).toContain('Nobody may listen covertly. Policy v7');
    await expect(element).toBeAccessible();
  });

  it('is acknowledged once by version, and asked for anew when it has changed (P12)', async () => {
    const mine = {
      policyVersion: 'v7',
      covert: '',
      rules: [{ rule: 'a', words: 'Managers may.' }],
    };
    const server = new FakeServer().on('GET /api/policy/mine', {
      ...mine,
      text: { version: 't2', formerAt: '2026-10-01T12:00:00Z' },
    });
    const element = await shown();
    expect(textOf(element)).toContain(
      'These rules have changed since you read them on Oct 1, 2026.',
    );
    await expect(element).toBeAccessible();
    server.on('POST /api/policy/mine/acknowledge', {
      text: { version: 't2', acknowledgedAt: '2026-11-20T12:00:00Z' },
    });
    await click(element, '[data-action=acknowledge-policy]');
    await settled();
    expect(server.posted('/api/policy/mine/acknowledge')).toEqual([{ version: 't2' }]);
    expect(textOf(element)).toContain('You confirmed on Nov 20, 2026 that you have read this.');
    expect(findAll(element, '[data-action=acknowledge-policy]')).toHaveLength(0);
  });

  it('says that no rule is in force', async () => {
    new FakeServer().on('GET /api/policy/mine', { policyVersion: 'none', covert: '', rules: [] });
    expect(textOf(await shown())).toContain('No one can join your calls');
  });

  it('says what went wrong, and asks again', async () => {
    const server = new FakeServer().refuses('GET /api/policy/mine', 503, {
      code: 'crm_unavailable',
      message: 'Salesforce did not answer.',
    });
    const element = await shown();
    expect(find(element, '[role=alert]').textContent).toContain('Salesforce did not answer.');
    await expect(element).toBeAccessible();
    server.on('GET /api/policy/mine', {
      policyVersion: 'v1',
      covert: '',
      rules: [{ rule: 'a', words: 'Your managers may monitor.' }],
    });
    await click(element, '[data-action=retry]');
    await settled();
    expect(textOf(element)).toContain('Your managers may monitor.');
  });
});
