import AdminCues from 'c/adminCues';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const CARD = {
  name: 'Card_Stall_EN',
  kind: 'card',
  label: 'Wants to think about it',
  text: 'Put a date on the next talk.',
  language: 'en',
  priority: 10,
  interrupts: true,
};
const ITEM = {
  name: 'Item_Next_Step_EN',
  kind: 'checklist',
  label: 'Next step',
  text: 'Agreed on a next step',
  language: 'en',
  priority: 50,
  interrupts: false,
  mark: 'critical',
};
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/cues', { cues: [CARD, ITEM], faults: [] });
});
const shown = async () => {
  const element = await show('c-admin-cues', AdminCues, {});
  await settled();
  return element;
};

describe('cards and checklists on the page of an administrator', () => {
  it('are listed as they are in force', async () => {
    const element = await shown();
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Wants to think about it Card Put a date on the next talk. English 10 Interrupts',
      'Next step Checklist item Agreed on a next step English 50 Critical',
    ]);
    await expect(element).toBeAccessible();
  });

  it('name the faults of records that are left out', async () => {
    server.on('POST /api/cues/refresh', {
      cues: [CARD],
      faults: [{ cue: 'Mine', field: 'phrases', code: 'unreadable_phrase', value: '{x}' }],
    });
    const element = await shown();
    await click(element, '[data-action=refresh-cues]');
    await settled();
    expect(textOf(element)).toContain(
      "Mine, Phrases, one a line: “{x}” can't be read. Correct the phrase.",
    );
  });

  it('are tried on a sentence', async () => {
    server.on('POST /api/cues/try', {
      found: [{ name: CARD.name, kind: 'card', label: CARD.label, words: ['think', 'about'] }],
    });
    const element = await shown();
    const button = find<HTMLButtonElement>(element, '[data-action=try-cues]');
    expect(button.disabled).toBe(true);
    await type(element, 'input[name=sentence]', 'I will think about it');
    expect(button.disabled).toBe(false);
    await click(element, '[data-action=try-cues]');
    await settled();
    expect(textOf(element)).toContain('Wants to think about it: “think … about”');
    await type(element, 'input[name=sentence]', 'Another one');
    expect(textOf(element)).not.toContain('“think … about”');
  });

  it('say why they are not there', async () => {
    server.refuses('GET /api/cues', 403, { code: 'not_an_admin', message: 'Only administrators.' });
    expect(textOf(await shown())).toContain('Only administrators.');
  });
});
