import AdminSalesforceSync from 'c/adminSalesforceSync';
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

const REJECTED = {
  messageId: '7',
  topic: 'crm.intervention',
  payload: { callId: 'call-1', interventionId: 'i-1' },
  deadLetteredAt: '2026-11-03T09:00:00Z',
  problem: 'Dealside may not write Call Intervention. Check Permission Sets.',
};
const serving = (backlog: object, messages: object[]) =>
  new FakeServer().on('GET /api/crm/backlog', backlog).on('GET /api/crm/dead-letters', {
    messages,
    calls: { 'call-1': { rep: 'Lena Brandt', customer: 'Clara Hoffmann' } },
  });
const shown = async () => {
  const element = await show('c-admin-salesforce-sync', AdminSalesforceSync, {});
  await settled();
  return element;
};

describe('the page of what waits for Salesforce', () => {
  it('says that nothing waits and nothing was rejected', async () => {
    serving({ waiting: 0, deadLetters: 0 }, []);
    const element = await shown();
    expect(textOf(element)).toContain('Nothing waits. Salesforce has every record.');
    expect(textOf(element)).toContain('Salesforce has rejected nothing');
    await expect(element).toBeAccessible();
  });

  it('shows what was rejected with its reason, and has it tried again', async () => {
    const server = serving({ waiting: 0, deadLetters: 1 }, [REJECTED]);
    server.on('POST /api/crm/dead-letters/7/retry', { messageId: '7' });
    const element = await shown();
    const [write] = findAll(element, 'c-admin-rejected-write');
    expect(textOf(write!)).toContain('Intervention record');
    expect(textOf(write!)).toContain(REJECTED.problem);
    expect(find<HTMLElement & { label: string }>(write!, '[data-action=audit]').label).toBe(
      'Lena Brandt with Clara Hoffmann',
    );
    await expect(element).toBeAccessible();
    serving({ waiting: 1, deadLetters: 0, oldestAt: '2026-11-03T09:01:00Z' }, []).on(
      'POST /api/crm/dead-letters/7/retry',
      { messageId: '7' },
    );
    await click(element, '[data-action="retry-write"]');
    await settled();
    expect(textOf(element)).toContain('Dealside is trying again.');
    expect(textOf(element)).toContain('1 record waits for Salesforce');
    expect(findAll(element, 'c-admin-rejected-write')).toHaveLength(0);
  });

  it('shows by itself what has been delivered since', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      serving({ waiting: 1, deadLetters: 0, oldestAt: '2026-11-03T09:01:00Z' }, []);
      const element = await shown();
      expect(textOf(element)).toContain('1 record waits for Salesforce');
      serving({ waiting: 0, deadLetters: 0 }, []);
      jest.advanceTimersByTime(10_000);
      await settled();
      expect(textOf(element)).toContain('Nothing waits.');
    } finally {
      jest.useRealTimers();
    }
  });

  it('says how many of the rejected it shows', async () => {
    serving({ waiting: 0, deadLetters: 1_200 }, [REJECTED]);
    expect(textOf(await shown())).toContain('The oldest 1 of 1,200 are shown.');
  });
});
