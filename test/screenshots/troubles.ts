import type { Page } from 'playwright-core';
import type { Seat } from '../browser/support/chromium.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import type { World } from '../support/world.ts';
import { capturePicture, captureScreen, showWholePage, WIDTH } from './pictures.ts';
import { ALL_SIZES, type Size } from './shot.ts';

const HEADING = "You were taken off Lena Brandt's call";

/**
 * What people read when something is wrong: a supervisor who loses a mode and then the
 * call, with the call bar before, and an administrator where an incident is open.
 */
export async function captureTroubles(world: World, seat: Seat): Promise<void> {
  await world.carrierControl('POST', 'scripts', {
    address: '*',
    script: { toneHz: 400, ringMs: 100 },
  });
  const callId = await liveCallOf(world, 'lena', 'Brightwater');
  for (const size of ALL_SIZES) await takeOff(world, seat, { callId, size });
  await raiseIncidents(world, callId);
  for (const size of ALL_SIZES) {
    await open(world, seat, { alias: 'ada', path: 'n/Dealside_Setup', size });
    await seat.page.locator('[data-check="incidents"][data-status="todo"]').waitFor();
    await take(seat, 'setup-incident', size);
    await open(world, seat, { alias: 'ada', path: 'n/Dealside_Audit', size });
    await seat.page.locator('c-admin-incident-row').first().waitFor();
    await take(seat, 'audit-incident', size);
  }
}

interface Visit {
  readonly alias: string;
  readonly path: string;
  readonly size: Size;
}

async function open({ orgUrl }: World, { page }: Seat, { alias, path, size }: Visit) {
  await page.setViewportSize({ width: WIDTH[size], height: 900 });
  const theme = size === 'dark' ? '?theme=slds2-dark' : '';
  await page.goto(`${orgUrl}/as/${alias}/lightning/${path}${theme}`);
}

const nameOf = (name: string, size: Size): string => (size === 'wide' ? name : `${name}-${size}`);

async function take({ page }: Seat, name: string, size: Size): Promise<void> {
  await showWholePage(page);
  await capturePicture(page, nameOf(name, size), 'main');
}

/** Forbids a manager who whispers first that, and then the call, while her page is open. */
async function takeOff(
  world: World,
  seat: Seat,
  { callId, size }: { readonly callId: string; readonly size: Size },
): Promise<void> {
  const { page } = seat;
  const maya = world.as('maya');
  await setManagersRule(world, { Active__c: true, Whisper__c: true });
  const interventionId = await superviseAs(world, maya, callId);
  await maya.switchTo(interventionId, 'whisper');
  await until(
    'Maya whispers',
    async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
  );
  await open(world, seat, { alias: 'maya', path: 'page/home', size });
  await page.locator('c-call-bar [data-action="leave"]').first().waitFor({ state: 'attached' });
  await openSoftphone(page);
  await capturePicture(page, nameOf('call-bar', size), '.page-utility-panel');
  await setManagersRule(world, { Whisper__c: false });
  await page.locator('.page-utility-panel [data-stepped-down]').waitFor();
  await capturePicture(page, nameOf('stepped-down', size), '.page-utility-panel');
  await setManagersRule(world, { Active__c: false });
  await page.locator('.page-toasts', { hasText: HEADING }).waitFor();
  await page.locator('c-live-wall [data-taken-off]').waitFor();
  await captureScreen(page, nameOf('taken-off', size));
  await openSoftphone(page);
  await capturePicture(page, nameOf('taken-off-softphone', size), '.page-utility-panel');
  await page.locator('.page-utility-button').first().click();
  await take(seat, 'taken-off-wall', size);
}

async function openSoftphone(page: Page): Promise<void> {
  if (!(await page.locator('.page-utility-panel').first().isVisible()))
    await page.locator('.page-utility-button').first().click();
}

/** As the worker does that compares the audit with what the carrier reported. */
const raiseIncidents = ({ database }: World, callId: string): Promise<unknown> =>
  database(
    `insert into "Incident"
       ("incidentId", "orgId", "kind", "message", "callId", "connectionId", "position", "raisedAt")
     select each."id", "orgId", each."kind", each."message", each."call", each."connection",
       each."position", now()
     from "Call", json_to_recordset($2) as each
       ("id" text, "kind" text, "message" text, "call" text, "connection" text, "position" bigint)
     where "callId" = $1`,
    [
      callId,
      JSON.stringify([
        {
          id: 'stranger_leg:CA5f0c',
          kind: 'stranger_leg',
          message:
            'A participant that Dealside did not put there was on the call at 2026-11-20T10:00:00Z. Someone with access to the carrier account added it.',
          call: callId,
          connection: 'CA5f0c',
        },
        {
          id: 'chain_broken:7',
          kind: 'chain_broken',
          message: 'Entry 7 was changed: what it says does not match its hash.',
          position: 7,
        },
      ]),
    ],
  );
