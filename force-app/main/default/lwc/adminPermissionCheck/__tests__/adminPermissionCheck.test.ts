import AdminPermissionCheck from 'c/adminPermissionCheck';
import { click, findAll, show, textOf, type } from 'test/dom';
import { aPermissionExplanation } from 'test/permissions';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const QUESTIONS = {
  people: [{ userId: '005M', name: 'Maya Okafor', roles: ['supervisor'] }],
  calls: [
    {
      callId: 'call-1',
      status: 'live',
      startedAt: '2026-11-20T10:00:00Z',
      rep: { userId: '005R', name: 'Ravi Patel' },
    },
  ],
};
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/policy/questions', QUESTIONS)
    .on('GET /api/calls/call-1/permissions', aPermissionExplanation())
    .on('GET /api/calls/old/permissions', aPermissionExplanation({ callId: 'old' }));
});
const shown = async () => {
  const element = await show('c-admin-permission-check', AdminPermissionCheck, {});
  await settled();
  return element;
};
const ask = async (element: HTMLElement) => {
  await click(element, '[data-action=ask-why]');
  await settled();
};

describe('why, for administrators', () => {
  it('answers for a chosen person and a chosen call, with rule and version', async () => {
    const element = await shown();
    await type(element, '[id^=person]', '005M');
    await type(element, 'select[id^="call"]', 'call-1');
    await ask(element);
    expect(textOf(element)).toContain('Rule: office-hours');
    expect(textOf(element)).toContain('Policy version v7');
    await expect(element).toBeAccessible();
  });

  it('takes a call that is over by its id', async () => {
    const element = await shown();
    await type(element, '[id^=person]', '005M');
    await type(element, 'input', ' old ');
    await ask(element);
    expect(server.asked.at(-1)!.path).toBe('/api/calls/old/permissions');
  });

  it('says what is missing, and asks nothing', async () => {
    const element = await shown();
    await ask(element);
    expect(findAll(element, '[role=alert]').map((each) => each.textContent)).toEqual([
      'Select a person.',
      'Select a call, or enter its ID.',
    ]);
    expect(server.asked).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says why the server does not answer', async () => {
    server.refuses('GET /api/calls/call-1/permissions', 404, {
      code: 'call_not_found',
      message: 'There is no such call.',
    });
    const element = await shown();
    await type(element, '[id^=person]', '005M');
    await type(element, 'select[id^="call"]', 'call-1');
    await ask(element);
    expect(textOf(element)).toContain('There is no such call.');
  });
});
