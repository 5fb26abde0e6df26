import CallAssistance from 'c/callAssistance';
import type { CallView, HelpView } from 'c/callModel';
import { DANA, ownCall, WORDS } from 'test/builders';
import { click, findAll, show, textOf, type } from 'test/dom';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/SessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', {
    ...WORDS,
    helpReasons: [{ code: 'pricing', label: 'Pricing or discount' }],
  });
});
const shown = (more: Partial<CallView> = {}) =>
  show('c-call-assistance', CallAssistance, { call: ownCall(more) });
const help = (more: Partial<HelpView> = {}): HelpView => ({
  helpRequestId: 'h1',
  status: 'open',
  reasonCode: 'pricing',
  reasonLabel: 'Pricing or discount',
  at: '2026-11-20T10:00:30.000Z',
  ...more,
});

describe('a rep who is assisted', () => {
  it('asks for help from wherever they are', async () => {
    server.on('POST /api/calls/call-1/help', {}, 201);
    const element = await shown();
    await click(element, '[data-action=help]');
    await type(element, 'select', 'pricing');
    await click(element, '[data-action=request]');
    expect(server.posted('/api/calls/call-1/help')).toMatchObject([{ reasonCode: 'pricing' }]);
  });

  it('is told at once that nobody is there, or that nobody may come', async () => {
    expect(textOf(await shown({ help: help({ reach: 'available' }) }))).toContain(
      'Help requested: Pricing or discount. Your supervisors can see it.',
    );
    expect(textOf(await shown({ help: help({ reach: 'away' }) }))).toContain(
      'No supervisor is online right now.',
    );
    const nobody = await shown({ help: help({ reach: 'nobody' }) });
    expect(textOf(nobody)).toContain(
      'Help requested: Pricing or discount. No one is allowed to join this call right now.',
    );
    await expect(nobody).toBeAccessible();
  });

  it('is told that nobody could come, and may ask again', async () => {
    const element = await shown({ helpExpiredAt: '2026-11-20T10:05:30.000Z' });
    expect(textOf(element)).toContain('No one could come in time. You can ask again.');
    expect(findAll(element, '[data-action=help]')).toHaveLength(1);
  });

  it('reads what a supervisor writes, and says so', async () => {
    server.on('POST /api/calls/call-1/text-whispers/t1/seen', undefined, 204);
    const element = await shown({
      textWhispers: [
        {
          textWhisperId: 't1',
          from: { userId: DANA, name: 'Dana Whitfield' },
          text: 'Offer the second year.',
          at: '2026-11-20T10:00:30.000Z',
        },
      ],
    });
    expect(textOf(element)).toContain('Offer the second year.');
    await click(element, '[data-action=seen]');
    expect(server.asked.at(-1)).toMatchObject({
      path: '/api/calls/call-1/text-whispers/t1/seen',
    });
  });
});
