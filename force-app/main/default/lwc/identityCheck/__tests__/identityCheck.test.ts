import IdentityCheck from 'c/identityCheck';
import { click, eventDetails, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
const shown = (code: string) =>
  show('c-identity-check', IdentityCheck, { refusal: { code, message: 'This needs a proof.' } });
async function enter(element: HTMLElement, pin: string): Promise<void> {
  await type(element, 'input[type=password]', pin);
  await click(element, '[data-action=prove]');
  await settled();
}

describe('an identity check', () => {
  it('fires that the person proved it, once the PIN is right', async () => {
    server.on('POST /api/pin/prove', {});
    const element = await shown('pin_required');
    const proved = eventDetails(element, 'proved');
    await expect(element).toBeAccessible();
    await enter(element, '493817');
    expect(server.posted('/api/pin/prove')).toEqual([{ pin: '493817' }]);
    expect(proved).toHaveLength(1);
  });

  it('says why a PIN did not count, and takes another', async () => {
    server.refuses('POST /api/pin/prove', 403, {
      code: 'pin_wrong',
      message: 'That PIN is wrong.',
    });
    const element = await shown('pin_required');
    const proved = eventDetails(element, 'proved');
    await enter(element, '111111');
    expect(textOf(element)).toContain('That PIN is wrong.');
    expect(proved).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('has a PIN chosen where there is none', async () => {
    server.on('PUT /api/pin', undefined, 204);
    const element = await shown('pin_not_set');
    await enter(element, '493817');
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toContain('PUT /api/pin');
  });

  it('asks for nothing where no proof would help', async () => {
    expect(findAll(await shown('out_of_scope'), 'c-identity-prompt')).toHaveLength(0);
  });

  it('fires that it was canceled, and what comes later does not count', async () => {
    server.on('POST /api/pin/prove', {});
    const element = await shown('pin_required');
    const [proved, canceled] = [eventDetails(element, 'proved'), eventDetails(element, 'cancel')];
    await type(element, 'input[type=password]', '493817');
    find(element, '[data-action=prove]').click();
    find(element, '[data-action=cancel-prove]').click();
    await settled();
    expect([proved.length, canceled.length]).toEqual([0, 1]);
  });
});
