import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import type { ChainedEntry } from '../../server/domain/audit/chain.ts';
import { clockAhead } from '../support/clockAhead.ts';
import { writeRule } from '../support/policyRules.ts';
import { leaveAs, liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { plugIn, type Credential } from './support/authenticator.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';
import { closeToasts, toast } from './support/toasts.ts';

interface Room {
  readonly friendlyName: string;
  readonly participants: readonly { readonly label: string }[];
}

/** A call, as somebody sees it to whom a covert rule applies. */
interface Seen {
  readonly you: { readonly covert?: { readonly allowed: boolean; readonly endsOn?: string } };
}

const RULE = 'Covert_Investigation';
const INES = 'Ines Duarte';
const DAY_MS = 86_400_000;
const QUARTER_MS = 15 * 60_000;
const FORWARD_MS = 2 * QUARTER_MS;
const IN_A_WEEK = new Date(Date.now() + 7 * DAY_MS).toISOString().slice(0, 10);
const ENDED = 'The permission to monitor covertly has ended.';
const REGISTER = ['Register a passkey to continue', 'Register passkey'] as const;
const USE = ['Confirm with your passkey to continue', 'Use passkey'] as const;

/**
 * Where the next quarter of an hour but one begins a day, so that it does not come while the test
 * gets there; east of all reps, for whom no day is over earlier: its name, the day that ends there,
 * and when.
 */
function nextMidnight(): { zone: string; lastDay: string; midnight: string } {
  const at = Math.ceil((Date.now() + 1) / QUARTER_MS) * QUARTER_MS + QUARTER_MS;
  const aheadMs = (DAY_MS - (at % DAY_MS)) % DAY_MS;
  return {
    zone: `+${new Date(aheadMs).toISOString().slice(11, 16)}`,
    lastDay: new Date(at + aheadMs - 1).toISOString().slice(0, 10),
    midnight: new Date(at).toISOString(),
  };
}

/** One scripted day: each step begins where the one before ended. */
describe('an investigator whose covert rule demands a passkey', () => {
  let world: World;
  let ines: Seat;
  let lena: Seat;
  let callId: string;
  let jos: string;
  /** On the authenticator that each tab for a passkey gets. */
  const credentials: Credential[] = [];
  let tabs = 0;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true, env: clockAhead(FORWARD_MS) });
    await write({
      Active__c: true,
      Covert_Owner__c: 'Head of Compliance',
      Covert_Purpose__c: 'Case 42',
      Covert_Ends_On__c: IN_A_WEEK,
      Needs_Passkey__c: true,
    });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    jos = await liveCallOf(world, 'jo', 'Larkspur');
    [lena, ines] = await Promise.all([
      openSeat(),
      openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate }),
    ]);
    await Promise.all([open(lena, 'lena'), open(ines, 'ines')]);
  });
  after(async () => {
    await Promise.all([lena?.close(), ines?.close()]);
    await world?.stop();
  });

  async function write(fields: object): Promise<void> {
    await writeRule(world, RULE, fields);
    const { body } = await world.as('ada').ask<{ refused?: object }>('POST', '/api/policy/refresh');
    assert.equal(body.refused, undefined);
  }
  /** The page of the deal that Lena's call is about. */
  async function open({ page }: Seat, alias: string): Promise<void> {
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const deal = deals.find(({ Name }) => Name.startsWith('Brightwater'))!.Id;
    await page.goto(`${world.orgUrl}/as/${alias}/lightning/r/Opportunity/${deal}/view`);
    await page.frameLocator('iframe').locator('.phone-dot').waitFor({ state: 'attached' });
  }
  /** By a link of the app, which keeps what is in the utility bar. */
  const goHome = () => ines.page.locator('.page-nav a[href$="/page/home"]').first().click();
  const confirmation = () => ines.page.locator('c-call-covert [role="dialog"]');

  async function confirms(): Promise<void> {
    for (const fact of ['Monitor Lena Brandt covertly?', 'Case 42', 'Head of Compliance'])
      await confirmation().getByText(fact).waitFor();
    await confirmation().locator('[data-action="covert-confirm"]').click();
    await confirmation().waitFor({ state: 'detached' });
  }

  /** Answers what is asked about the passkey, in the tab that it is asked in. */
  async function proves([prompt, button]: typeof REGISTER | typeof USE): Promise<void> {
    await ines.page.getByRole('dialog', { name: prompt }).waitFor();
    assert.equal(await isMonitored(), false);
    const [tab] = await Promise.all([
      ines.page.context().waitForEvent('page'),
      ines.page.locator('a[data-action=prove]').click(),
    ]);
    const { cdp, authenticatorId } = await plugIn(tab);
    cdp.on('WebAuthn.credentialAdded', ({ credential }) => credentials.push(credential));
    tabs += 1;
    // An authenticator counts, and one that has counted less than before is taken for a copy.
    for (const credential of credentials)
      await cdp.send('WebAuthn.addCredential', {
        authenticatorId,
        credential: { ...credential, signCount: credential.signCount + tabs },
      });
    await tab.getByRole('button', { name: button }).click();
    await until('the tab is closed', () => tab.isClosed());
  }

  async function isMonitored(): Promise<boolean> {
    const rooms = await world.carrierControl<Room[]>('GET', 'conferences');
    return rooms.some(
      ({ friendlyName, participants }) =>
        friendlyName === callId && participants.some(({ label }) => label.startsWith('supervisor')),
    );
  }

  const monitors = () =>
    softphoneFrame(ines.page)
      .locator('[data-confirmed-mode="monitor"]')
      .waitFor({ state: 'attached' });

  async function leaves(): Promise<void> {
    await ines.page.locator('.page-utility-panel [data-action="leave"]').click();
    await until('Ines is off the call', async () => !(await isMonitored()));
  }

  /** What Lena's page and softphone say once they have said of somebody who came later. */
  async function lenaSeesMayaAlone(): Promise<void> {
    const maya = world.as('maya');
    const item = lena.page.locator('.page-utility-button').first();
    const interventionId = await superviseAs(world, maya, callId);
    await item.getByText('Monitor: Maya Okafor').waitFor();
    await softphoneFrame(lena.page).getByText('Maya Okafor').first().waitFor();
    for (const where of [lena.page, softphoneFrame(lena.page)])
      assert.equal(await where.getByText(INES).count(), 0);
    await leaveAs(maya, callId, interventionId);
    await item.getByText('Dealside Phone').waitFor();
  }

  const audited = async (): Promise<readonly ChainedEntry[]> =>
    (
      await world
        .as('ada')
        .ask<{ entries: ChainedEntry[] }>('GET', `/api/audit?callId=${callId}&limit=500`)
    ).body.entries;

  it('joins from the deal: confirms for what, registers a passkey and uses it (G1)', async () => {
    await ines.page.locator('[data-action="covert"]').click();
    await confirms();
    await proves(REGISTER);
    await proves(USE);
    await monitors();
    await ines.page.locator('c-call-supervisor-panel').getByText('You monitor covertly').waitFor();
  });

  it('is named nowhere on the rep’s page and softphone, which name who comes openly (G1)', async () => {
    await lenaSeesMayaAlone();
    await leaves();
  });

  it('joins from the live wall: confirms, and is asked for the passkey once it holds no longer (G1)', async () => {
    await world.database('update "Passkey" set "provedUntil" = now()');
    await goHome();
    await ines.page.locator(`[data-action="join"][data-call-id="${callId}"]`).click();
    await confirms();
    await proves(USE);
    await monitors();
    await lenaSeesMayaAlone();
  });

  it('is on the audit with each join, by the rule, and the refusals before the passkey (G1)', async () => {
    const inesId = await world.as('ines').userId();
    const byInes = (await audited()).filter(
      ({ actor }) => actor.kind === 'person' && actor.userId === inesId,
    );
    const joins = byInes.filter(({ action }) => action === 'InterventionRequested');
    assert.deepEqual(
      joins.map(({ details }) => details.policyRule),
      [RULE, RULE],
    );
    const refusals = byInes.flatMap(({ code }) => (code?.startsWith('passkey') ? [code] : []));
    assert.deepEqual([...new Set(refusals)].sort(), ['passkey_not_set', 'passkey_required']);
  });

  it('is taken off the call when the last day is past, and reads why on the open page (G1)', async () => {
    await ines.page.locator(`[data-action="join"][data-call-id="${jos}"]`).click();
    await confirmation().waitFor();
    await write({ Covert_Ends_On__c: '2026-01-31' });
    await toast(ines.page, "You were taken off Lena Brandt's call", ENDED);
    await until('Ines is off the call', async () => !(await isMonitored()));
    await softphoneFrame(ines.page).locator('[data-confirmed-mode]').waitFor({ state: 'detached' });
    const wall = ines.page.locator('c-live-wall');
    await wall
      .getByText('The rule that let you monitor covertly has ended. Its last day was Jan 31, 2026.')
      .waitFor();
    await until(
      'no call can be joined',
      async () => (await wall.locator('[data-action="join"]').count()) === 0,
    );
    await ines.page
      .locator('c-home-finished-calls')
      .getByText('The rule that let you monitor covertly has ended. Its last day was Jan 31, 2026.')
      .waitFor();
    assert.equal((await world.as('lena').call(callId)).body.status, 'live');
    const ends = (await audited()).filter(({ details }) => details.endReason === 'revoked');
    assert.deepEqual(
      ends.map(({ details }) => details.because),
      ['covert_rule_ended'],
    );
  });

  it('is refused another join that was asked before, with the reason (G1)', async () => {
    await confirmation().locator('[data-action="covert-confirm"]').click();
    await ines.page
      .locator('[data-code="covert_rule_ended"]', {
        hasText: ENDED,
      })
      .waitFor();
    assert.equal(await isMonitored(), false);
    await lenaSeesMayaAlone();
  });

  it('is taken off the call by the clock alone, at midnight after the last day where the rep is (G1)', async () => {
    await write({ Covert_Ends_On__c: IN_A_WEEK });
    await world.database('update "Passkey" set "provedUntil" = now()');
    await ines.page.locator(`[data-action="join"][data-call-id="${callId}"]`).click();
    await confirms();
    await proves(USE);
    await monitors();
    await closeToasts(ines.page);

    const { zone, lastDay, midnight } = nextMidnight();
    const users = await world.orgControl<{ Id: string; Username: string }[]>('records/User');
    const lenaId = users.find(({ Username }) => Username.startsWith('lena@'))!.Id;
    await world.orgControl(`update/User/${lenaId}`, { TimeZoneSidKey: zone });
    await write({ Covert_Ends_On__c: lastDay });
    const { covert } = (await world.as('ines').ask<Seen>('GET', `/api/calls/${callId}`)).body.you;
    assert.deepEqual([covert?.allowed, covert?.endsOn], [true, lastDay]);

    world.putClockForward();
    // No session is valid now. The live connection goes on without one; where a busy machine has
    // broken it, the page says so instead.
    const cutOff = ines.page.locator('c-live-wall c-live-connection-status', {
      hasText: 'Your Dealside session expired.',
    });
    await Promise.race([
      toast(ines.page, "You were taken off Lena Brandt's call", ENDED),
      cutOff.waitFor(),
    ]);
    await until('Ines is off the call', async () => !(await isMonitored()));
    const [end] = await world.database<{ at: Date; because: string }>(
      `select "at", "details" ->> 'because' as because from "AuditEntry"
       where "details" ->> 'endReason' = 'revoked' order by "position" desc limit 1`,
    );
    assert.equal(end!.because, 'covert_rule_ended');
    assert.ok(end!.at >= new Date(midnight), `at ${end!.at.toISOString()}, before ${midnight}`);
  });
});
