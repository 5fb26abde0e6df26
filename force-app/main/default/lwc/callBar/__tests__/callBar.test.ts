import CallBar from 'c/callBar';
import { aCall, anIntervention, WORDS } from 'test/builders';
import { check, click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const MODE = '/api/interventions/intervention-1/mode';
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', WORDS);
});

const shown = (mode: 'monitor' | 'whisper' | 'barge' = 'monitor', more: object = {}) =>
  show('c-call-bar', CallBar, {
    call: aCall({ interventions: [anIntervention(mode, { modeSince: new Date().toISOString() })] }),
    isDocked: true,
    ...more,
  });

describe('the call bar', () => {
  it('has who is on the call, the mode with who hears and since when, the modes, and the way out', async () => {
    const element = await shown('whisper');
    expect(textOf(element)).toContain('Ravi Patel with Marcus Hale');
    expect(textOf(element)).toContain('Now: Whisper, only Ravi Patel hears you');
    expect(find(element, 'time').textContent).toBe('0:00');
    expect(findAll(element, 'input[type=radio]')).toHaveLength(4);
    expect(findAll(element, '[data-action=leave]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('switches, and says what the server refuses', async () => {
    server.on(
      `POST ${MODE}`,
      { error: { code: 'rep_on_hold', message: 'The rep is on hold.' } },
      409,
    );
    const element = await shown();
    await check(element, 'input[value=whisper]');
    await settled();
    expect(server.posted(MODE)).toMatchObject([{ mode: 'whisper' }]);
    expect(textOf(element)).toContain('The rep is on hold.');
  });

  it('acts on a key that was pressed elsewhere', async () => {
    const element = await shown();
    element.press('w');
    await settled();
    expect(server.posted(MODE)).toMatchObject([{ mode: 'whisper' }]);
  });

  it('writes to the rep, and leaves', async () => {
    const element = await shown();
    await type(element, 'input[id^=text]', 'Ask about the term.');
    await click(element, '[data-action=send-text]');
    await settled();
    expect(server.posted('/api/calls/call-1/text-whispers')).toMatchObject([
      { text: 'Ask about the term.' },
    ]);
    await click(element, '[data-action=leave]');
    await settled();
    expect(server.posted('/api/interventions/intervention-1/leave')).toHaveLength(1);
  });

  it('has left where the intervention has ended meanwhile, without a word', async () => {
    server.refuses('POST /api/interventions/intervention-1/leave', 409, {
      code: 'intervention_ended',
      message: "You're no longer on this call.",
    });
    const element = await shown();
    await click(element, '[data-action=leave]');
    await settled();
    expect(textOf(element)).not.toContain("You're no longer on this call.");
  });

  it('keeps what was written when it could not be sent, and sends it by the same button', async () => {
    const LINES = '/api/calls/call-1/text-whispers';
    const element = await shown();
    server.refuses(`POST ${LINES}`, 500, { code: 'internal', message: 'Something went wrong.' });
    await type(element, 'input[id^=text]', 'Ask about the term.');
    await click(element, '[data-action=send-text]');
    await settled();
    expect(textOf(element)).toContain('Something went wrong.');
    expect(find<HTMLInputElement>(element, 'input[id^=text]').value).toBe('Ask about the term.');
    server.on(`POST ${LINES}`, {}, 201);
    await click(element, '[data-action=send-text]');
    await settled();
    expect(server.posted(LINES).at(-1)).toMatchObject({ text: 'Ask about the term.' });
    expect(find<HTMLInputElement>(element, 'input[id^=text]').value).toBe('');
    expect(textOf(element)).not.toContain('Something went wrong.');
  });

  it('does not repeat on a page, where the call is beside it, who is on it', async () => {
    const element = await shown('monitor', { isDocked: false });
    expect(textOf(element)).not.toContain('Ravi Patel with Marcus Hale');
  });
});
