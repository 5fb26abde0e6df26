import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { startOrgStage, type OrgStage } from '../support/orgStage.ts';
import { openSeat, type Seat } from './support/chromium.ts';

interface Pages {
  readonly platform: {
    inSandbox(source: string, namespace?: string): unknown;
    make(tag: string): HTMLElement;
  };
}

describe('the package’s components, within Lightning Web Security', () => {
  let org: OrgStage;
  let seat: Seat;

  before(async () => {
    await prepare();
    org = await startOrgStage();
    seat = await openSeat();
    await seat.page.goto(`${org.url}/as/maya/lightning/page/home`);
    await seat.page.locator('c-live-wall').waitFor({ state: 'attached' });
  });
  after(async () => {
    await seat?.close();
    await org?.stop();
  });

  /** What an expression is worth where components run, or what it throws. */
  const inSandbox = (source: string, namespace = 'c'): Promise<string> =>
    seat.page.evaluate(
      ([expression, key]) => {
        const { platform } = globalThis as unknown as Pages;
        try {
          return String(platform.inSandbox(expression!, key));
        } catch (error) {
          return `throws ${(error as Error).message}`;
        }
      },
      [source, namespace],
    );

  it('cannot open a window of the page’s own origin, as the passkey once did', async () => {
    assert.match(
      await inSandbox("window.open('', 'dealside-passkey', 'popup,width=420,height=520')"),
      /^throws .*Cannot open same-origin URL in a new browsing context/,
    );
  });

  it('gets no window of another origin to write to or to listen to', async () => {
    const [tab, got] = await Promise.all([
      seat.page.context().waitForEvent('page'),
      inSandbox(`window.open('${org.url.replace('localhost', '127.0.0.1')}/', 'elsewhere')`),
    ]);
    assert.equal(got, 'null');
    await tab.waitForURL(({ hostname }) => hostname === '127.0.0.1');
    assert.equal(await tab.evaluate(() => window.opener as unknown), null);
    await tab.close();
  });

  it('shares no global with the page or with another namespace', async () => {
    await inSandbox("(window.dealsideShared = 'mine')");
    assert.equal(await inSandbox('window.dealsideShared'), 'mine');
    assert.equal(await inSandbox('typeof window.dealsideShared', 'other'), 'undefined');
    assert.equal(await seat.page.evaluate(() => 'dealsideShared' in window), false);
  });

  it('cannot change what the page’s own code uses', async () => {
    await inSandbox("(Array.prototype.dealsideShared = 'mine')");
    assert.equal(await seat.page.evaluate(() => 'dealsideShared' in Array.prototype), false);
  });

  it('are those that the page shows', async () => {
    const shown = await seat.page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map(({ localName }) => localName)
        .filter((name) => name.startsWith('c-')),
    );
    assert.ok(shown.includes('c-live-wall'), shown.join(' '));
    const { constructor } = await seat.page.evaluate(() => {
      const { platform } = globalThis as unknown as Pages;
      const element = platform.make('c-ui-empty-state');
      return { constructor: element.localName };
    });
    assert.equal(constructor, 'c-ui-empty-state');
  });
});
