import assert from 'node:assert/strict';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import type { Console } from '../support/console.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { plugIn, type Authenticator, type Credential } from './support/authenticator.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Link {
  url: string;
  expiresAt: string;
}
interface StepUp {
  passkey: { passkeys: { credentialId: string }[]; provedUntil?: string; holdsMinutes: number };
}

describe('a manager whose policy demands a passkey', () => {
  let world: World;
  let seat: Seat;
  let maya: Console;
  let callId: string;
  let authenticator: Authenticator;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    await setManagersRule(world, { Needs_Passkey__c: true });
    maya = world.as('maya');
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    seat = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
    authenticator = await plugIn(seat.page);
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const codeOf = async (asked: Promise<{ status: number; body: { error?: { code: string } } }>) => {
    const { status, body } = await asked;
    return body.error ? `${status} ${body.error.code}` : String(status);
  };
  const link = (purpose: string, who = maya) =>
    who.ask<Link>('POST', '/api/passkeys/link', { purpose });
  const stepUp = async () => (await maya.ask<StepUp>('GET', '/api/step-up')).body.passkey;
  const words = (page: Page) => page.locator('#words').textContent();

  async function expireProof(): Promise<void> {
    const database = new pg.Client({ connectionString: world.databaseUrl });
    await database.connect();
    await database.query('update "Passkey" set "provedUntil" = now()');
    await database.end();
  }

  async function openLink(url: string, page = seat.page): Promise<void> {
    await page.goto('about:blank');
    await page.goto(url);
    await until('the page has asked the server', async () => (await words(page)) !== 'One moment…');
  }
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(world.serverUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as {
        ceremonyId: string;
        status?: string;
        error?: { code: string };
      },
    };
  };

  it('can neither join nor prove anything before one is registered', async () => {
    assert.equal(await codeOf(maya.supervise(callId)), '403 passkey_not_set');
    assert.equal(await codeOf(link('prove')), '403 passkey_not_set');
  });

  it('registers one on our own page, whose link works once', async () => {
    const { url } = (await link('register')).body;
    assert.ok(url.startsWith(`${world.serverUrl}/passkey?language=en#`));
    await openLink(url);
    assert.equal(
      await seat.page.evaluate(() => location.hash),
      '',
      'the secret is not left in the address',
    );
    await seat.page.getByRole('button', { name: 'Register passkey' }).click();
    await until('the passkey is registered', async () =>
      (await words(seat.page))?.startsWith('Your passkey is registered'),
    );
    assert.equal((await stepUp()).passkeys.length, 1);
    await openLink(url);
    assert.match((await words(seat.page))!, /already used/);
  });

  it('is told in the language of Salesforce, and without words of the browser, that it failed', async () => {
    await openLink((await link('prove')).body.url.replace('language=en', 'language=de'));
    assert.equal(await seat.page.evaluate(() => document.documentElement.lang), 'de');
    await seat.page.route('**/passkey/end', (route) => route.abort());
    await seat.page.getByRole('button', { name: 'Passkey verwenden' }).click();
    await until('the page says that it failed', async () =>
      (await words(seat.page))?.startsWith('Der Passkey konnte nicht verwendet werden.'),
    );
    await seat.page.unroute('**/passkey/end');
    assert.equal((await stepUp()).provedUntil, undefined);
  });

  it('joins after using it, for the stated minutes (G48)', async () => {
    assert.equal(await codeOf(maya.supervise(callId)), '403 passkey_required');
    await openLink((await link('prove')).body.url);
    const before = Date.now();
    await seat.page.getByRole('button', { name: 'Use passkey' }).click();
    await until('the passkey is confirmed', async () =>
      (await words(seat.page))?.startsWith('Confirmed'),
    );
    const { provedUntil, holdsMinutes } = await stepUp();
    assert.equal(holdsMinutes, 10);
    const provedAt = Date.parse(provedUntil!) - 10 * 60_000;
    assert.ok(provedAt >= before && provedAt <= Date.now(), provedUntil);
    assert.equal(await codeOf(maya.supervise(callId)), '201');
  });

  it('cannot use an answer twice, nor for another challenge, nor for another person', async () => {
    const sent: { ceremonyId: string; response: { id: string } }[] = [];
    await seat.page.route('**/passkey/end', async (route) => {
      sent.push(route.request().postDataJSON() as (typeof sent)[number]);
      await route.continue();
    });
    await openLink((await link('prove')).body.url);
    await seat.page.getByRole('button', { name: 'Use passkey' }).click();
    await until('the passkey is confirmed', async () =>
      (await words(seat.page))?.startsWith('Confirmed'),
    );
    await seat.page.unroute('**/passkey/end');
    assert.deepEqual([(await post('/passkey/end', sent[0])).body.error?.code], ['link_used']);

    const secretOf = async (asked: Promise<{ body: Link }>) =>
      new URL((await asked).body.url).hash.slice(1);
    const begun = await post('/passkey/begin', { link: await secretOf(link('prove')) });
    assert.equal(
      (
        await post('/passkey/end', {
          ceremonyId: begun.body.ceremonyId,
          response: sent[0]!.response,
        })
      ).body.error?.code,
      'passkey_failed',
    );
    assert.equal(
      (
        await post('/passkey/end', {
          ceremonyId: begun.body.ceremonyId,
          response: sent[0]!.response,
        })
      ).body.error?.code,
      'link_used',
      'a challenge that failed is used up',
    );

    const dana = world.as('dana');
    assert.equal(await codeOf(link('prove', dana)), '403 passkey_not_set');
    assert.equal((await dana.ask<StepUp>('GET', '/api/step-up')).body.passkey.passkeys.length, 0);
  });

  it('is told in words when the person at the authenticator was not verified', async () => {
    await authenticator.cdp.send('WebAuthn.setUserVerified', {
      authenticatorId: authenticator.authenticatorId,
      isUserVerified: false,
    });
    await openLink((await link('prove')).body.url);
    await seat.page.getByRole('button', { name: 'Use passkey' }).click();
    await until('the page says so', async () =>
      /canceled|couldn't be verified/.test((await words(seat.page)) ?? ''),
    );
    await authenticator.cdp.send('WebAuthn.setUserVerified', {
      authenticatorId: authenticator.authenticatorId,
      isUserVerified: true,
    });
  });

  it('registers and uses one from a Lightning page, within Lightning Web Security', async () => {
    const dana = world.as('dana');
    const context = seat.page.context();
    const page = await context.newPage();
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Brightwater'))!.Id;
    await page.goto(`${world.orgUrl}/as/dana/lightning/r/Opportunity/${deal}/view`);
    await page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    await page.locator('[data-action=join]').first().click();

    const credentials: Credential[] = [];
    for (const [prompt, button] of [
      ['Register a passkey to continue', 'Register passkey'],
      ['Confirm with your passkey to continue', 'Use passkey'],
    ] as const) {
      await page.getByRole('dialog', { name: prompt }).waitFor();
      const [tab] = await Promise.all([
        context.waitForEvent('page'),
        page.locator('a[data-action=prove]').click(),
      ]);
      const { cdp, authenticatorId } = await plugIn(tab);
      cdp.on('WebAuthn.credentialAdded', ({ credential }) => credentials.push(credential));
      for (const credential of credentials)
        await cdp.send('WebAuthn.addCredential', { authenticatorId, credential });
      await tab.getByRole('button', { name: button }).waitFor();
      assert.equal(await tab.evaluate(() => window.opener as unknown), null);
      await tab.getByRole('button', { name: button }).click();
      await until('the tab is closed', () => tab.isClosed());
    }
    await softphoneFrame(page)
      .locator('[data-confirmed-mode="monitor"]')
      .waitFor({ state: 'attached' });
    const supervisors = async () =>
      (await dana.call(callId)).body.interventions.map(({ supervisor }) => supervisor.userId);
    const danaId = await dana.userId();
    await until('she is on the call', async () => (await supervisors()).includes(danaId));
    await page.close();
  });

  it('cannot add or remove one by a session alone, once the proof is over', async () => {
    const { passkeys } = await stepUp();
    await expireProof();
    assert.equal(await codeOf(link('register')), '403 passkey_required');
    assert.equal(
      await codeOf(maya.ask('DELETE', `/api/passkeys/${passkeys[0]!.credentialId}`)),
      '403 passkey_required',
    );
    assert.equal(
      await codeOf(
        world.as('tomas').ask('POST', '/api/passkeys/reset', { userId: await maya.userId() }),
      ),
      '403 not_an_admin',
    );
    assert.equal(
      await codeOf(
        world.as('ada').ask('POST', '/api/passkeys/reset', { userId: await maya.userId() }),
      ),
      '204',
    );
    assert.equal((await stepUp()).passkeys.length, 0);
    assert.equal(await codeOf(link('register')), '201');
  });

  it('meets a page that nobody can frame and that loads nothing from elsewhere', async () => {
    const answer = await fetch(`${world.serverUrl}/passkey`);
    const policy = answer.headers.get('content-security-policy')!;
    for (const directive of ["default-src 'none'", "frame-ancestors 'none'", "script-src 'self'"])
      assert.ok(policy.includes(directive), directive);
    assert.equal(answer.headers.get('x-frame-options'), 'DENY');
    assert.deepEqual(
      seat.consoleErrors.filter(
        (error) => !/the server responded with a status of (403|410)|net::ERR_FAILED/.test(error),
      ),
      [],
    );
  });
});
