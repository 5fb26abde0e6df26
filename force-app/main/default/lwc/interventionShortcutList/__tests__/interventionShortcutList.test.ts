import InterventionShortcutList from 'c/interventionShortcutList';
import { forgetShortcuts, openShortcutList, shortcutFor } from 'c/interventionShortcuts';
import { click, find, findAll, press, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/SessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/me/shortcuts', {})
    .on('PUT /api/me/shortcuts', undefined, 204);
});
afterEach(() => forgetShortcuts());

const shown = async () => {
  const element = await show('c-intervention-shortcut-list', InterventionShortcutList, {});
  openShortcutList();
  await settled();
  return element;
};
const keyOf = (element: HTMLElement, shortcut: string) =>
  find<HTMLInputElement>(element, `[data-shortcut=${shortcut}]`);

describe('the list of keys', () => {
  it('opens when it is asked for, and has all keys of Dealside', async () => {
    const element = await show('c-intervention-shortcut-list', InterventionShortcutList, {});
    expect(findAll(element, '[role=dialog]')).toEqual([]);
    openShortcutList();
    await settled();
    expect(
      findAll<HTMLInputElement>(element, '[data-shortcut]')
        .map(({ value }) => value)
        .join(''),
    ).toBe('MWBTHL?');
    expect(textOf(element)).toContain('Move between calls ↑ ↓');
    await expect(element).toBeAccessible();
  });

  it("has the keys of a rep's own call, but for those that do something else", async () => {
    const element = await shown();
    expect(textOf(element)).toContain('On your own call Ask for help A Flag this moment F');
    await type(element, '[data-shortcut=barge]', 'a');
    expect(textOf(element)).toContain('On your own call Flag this moment F');
    await click(element, '[data-field=isOn]');
    expect(textOf(element)).not.toContain('On your own call');
  });

  it('has a key changed for this person, on the server', async () => {
    const element = await shown();
    await type(element, '[data-shortcut=barge]', '3');
    await click(element, '[data-action=save-shortcuts]');
    await settled();
    expect(server.asked.at(-1)).toMatchObject({
      method: 'PUT',
      body: { isOn: true, keys: { barge: '3', monitor: 'm', leave: 'l' } },
    });
    expect([shortcutFor('3'), shortcutFor('b')]).toEqual(['barge', undefined]);
    expect(findAll(element, '[role=dialog]')).toEqual([]);
  });

  it('has all single keys switched off (WCAG 2.1.4)', async () => {
    const element = await shown();
    await click(element, '[data-field=isOn]');
    await click(element, '[data-action=save-shortcuts]');
    await settled();
    expect(shortcutFor('m')).toBeUndefined();
  });

  it('keeps no key that does two things, and none that is missing', async () => {
    const element = await shown();
    await type(element, '[data-shortcut=barge]', 'w');
    await click(element, '[data-action=save-shortcuts]');
    expect(textOf(element)).toContain('Each key can do one thing only. W is used twice.');
    await type(element, '[data-shortcut=barge]', '');
    await click(element, '[data-action=save-shortcuts]');
    expect(textOf(element)).toContain('Enter one letter or digit for each.');
    expect(server.asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    await click(element, '[data-action=reset-shortcuts]');
    expect(keyOf(element, 'barge').value).toBe('B');
  });

  it('begins with what the person has chosen before, on whatever computer', async () => {
    server.on('GET /api/me/shortcuts', {
      shortcuts: {
        isOn: true,
        keys: {
          monitor: '1',
          whisper: '2',
          barge: '3',
          takeover: '4',
          handBack: '5',
          leave: '6',
          list: '7',
        },
      },
    });
    const element = await shown();
    expect(keyOf(element, 'takeover').value).toBe('4');
  });

  it('closes with Escape, and says so where the server cannot keep it', async () => {
    server.on('PUT /api/me/shortcuts', { error: { code: 'x', message: 'Not now.' } }, 503);
    const element = await shown();
    await click(element, '[data-action=save-shortcuts]');
    await settled();
    expect(textOf(element)).toContain('Not now.');
    await press('Escape', find(element, '[role=dialog]'));
    expect(findAll(element, '[role=dialog]')).toEqual([]);
  });
});
