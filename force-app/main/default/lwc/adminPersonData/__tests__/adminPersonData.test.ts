import AdminPersonData from 'c/adminPersonData';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const serving = () =>
  new FakeServer().on('GET /api/policy/questions', {
    people: [{ userId: '005M', name: 'Maya Okafor', roles: ['supervisor'] }],
    calls: [],
  });
const shown = async () => {
  const element = await show('c-admin-person-data', AdminPersonData, {});
  await settled();
  return element;
};
async function change(element: HTMLElement, field: string, value: string): Promise<void> {
  const input = find<HTMLInputElement>(element, `[data-field=${field}]`);
  input.value = value;
  input.dispatchEvent(new Event('change'));
  await settled();
}
const bodyOf = (server: FakeServer) => server.asked.at(-1)!.body;

describe('people in the setup', () => {
  it('have their PIN reset and their passkeys removed', async () => {
    const server = serving();
    server.on('POST /api/pin/reset', undefined, 204).on('POST /api/passkeys/reset', undefined, 204);
    const element = await shown();
    expect(find<HTMLButtonElement>(element, '[data-action=reset-pin]').disabled).toBe(true);
    await change(element, 'person', '005M');
    await click(element, '[data-action=reset-pin]');
    await settled();
    expect(bodyOf(server)).toEqual({ userId: '005M' });
    expect(textOf(element)).toContain('The PIN of Maya Okafor is reset.');
    await click(element, '[data-action=reset-passkeys]');
    await settled();
    expect(textOf(element)).toContain('The passkeys of Maya Okafor are removed.');
    await expect(element).toBeAccessible();
  });

  it('get a file of what is kept about a customer, by their number', async () => {
    const server = serving().on('POST /api/people/export', { calls: [], audit: [] });
    const element = await shown();
    await change(element, 'phone', '+1 (415) 555-0142');
    await change(element, 'reference', 'DSR-1');
    await click(element, '[data-action=export-person]');
    await settled();
    expect(bodyOf(server)).toEqual({ person: { phone: '+14155550142' }, reference: 'DSR-1' });
    expect(find<HTMLAnchorElement>(element, 'a[download]').download).toBe('dealside-person.json');
  });

  it('are asked for a number with its country code', async () => {
    const server = serving();
    const element = await shown();
    await change(element, 'phone', '415 555 0142');
    await click(element, '[data-action=export-person]');
    await settled();
    expect(textOf(find(element, '[role=alert]'))).toBe(
      'Enter the number with its country code, such as +1 415 555 0142.',
    );
    expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('are erased only after the word was typed', async () => {
    const server = serving().on('POST /api/people/erase', {
      calls: 3,
      auditFields: 7,
      elsewhere: ['Salesforce'],
    });
    const element = await shown();
    await change(element, 'person', '005M');
    await click(element, '[data-action=erase]');
    await click(element, '[data-action=erase-for-good]');
    await settled();
    expect(textOf(element)).toContain('Type erase to confirm.');
    expect(server.asked.some(({ path }) => path === '/api/people/erase')).toBe(false);
    await type(element, '[data-field=word]', 'erase');
    await click(element, '[data-action=erase-for-good]');
    await settled();
    expect(bodyOf(server)).toEqual({ person: { userId: '005M' }, confirm: 'erase' });
    expect(textOf(element)).toContain('Erased. Calls: 3. Fields of the audit: 7.');
    expect(findAll(element, '[data-field=word]')).toHaveLength(0);
  });

  it('are not erased by what was typed for somebody else, or before it was canceled', async () => {
    const server = serving().refuses('POST /api/people/erase', 502, {
      code: 'server',
      message: 'The storage does not answer.',
    });
    const element = await shown();
    await change(element, 'person', '005M');
    await click(element, '[data-action=erase]');
    await type(element, '[data-field=word]', 'erase');
    await click(element, '[data-action=erase-for-good]');
    await settled();
    expect(textOf(element)).toContain('The storage does not answer.');
    await change(element, 'person', '');
    expect(textOf(element)).not.toContain('The storage does not answer.');
    expect(findAll(element, '[data-field=word]')).toHaveLength(0);
    await change(element, 'phone', '+14155550142');
    await click(element, '[data-action=erase]');
    expect(find<HTMLInputElement>(element, '[data-field=word]').value).toBe('');
    await type(element, '[data-field=word]', 'erase');
    await click(element, '[data-action=cancel]');
    await click(element, '[data-action=erase]');
    await click(element, '[data-action=erase-for-good]');
    await settled();
    expect(textOf(element)).toContain('Type erase to confirm.');
    await click(element, '[data-action=cancel]');
    expect(textOf(element)).not.toContain('Type erase to confirm.');
    expect(server.posted('/api/people/erase')).toHaveLength(1);
  });

  it('are not erased by a number that was entered before a person was chosen', async () => {
    const server = serving();
    const element = await shown();
    await change(element, 'phone', '+14155550142');
    await change(element, 'person', '005M');
    await change(element, 'person', '');
    await click(element, '[data-action=export-person]');
    expect(textOf(element)).toContain('Select a person or enter a number.');
    expect(server.posted('/api/people/export')).toHaveLength(0);
  });

  it('must be named', async () => {
    serving();
    const element = await shown();
    await click(element, '[data-action=export-person]');
    expect(textOf(element)).toContain('Select a person or enter a number.');
  });
});
