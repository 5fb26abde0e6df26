import { setTimeout as pause } from 'node:timers/promises';
import type { InterventionView } from '../../../server/http/views/presenters.ts';
import { openSeat, type Seat } from '../../browser/support/chromium.ts';
import type { Console } from '../../support/console.ts';
import { identityOf } from '../../support/stage.ts';
import { until } from '../../support/until.ts';
import type { World } from '../../support/world.ts';
import { browserEar, legEar, type Ear } from './ears.ts';
import {
  SUPERVISORS,
  TONES,
  type Mode,
  type Party,
  type Situation,
  type SupervisorName,
  type ThirdPartyName,
} from './situations.ts';

const CUSTOMER_PHONE = '+14155550142';
/** In Texas, where one party's consent is enough. */
const GUEST_PHONE = '+12145550177';
const REASON = { reasonCode: 'large_deal' };

interface Room {
  sid: string;
  friendlyName: string;
  participants: { callSid: string; label: string }[];
}
export interface Answer {
  readonly status: number;
  readonly code?: string;
}

/**
 * A call with phones or browsers, on which supervisors join and leave and each listener is
 * measured.
 */
export interface AudioStage {
  readonly world: World;
  readonly callId: () => string;
  /** Ends the current call and starts a new one of rep and customer. */
  newCall(): Promise<void>;
  join(who: SupervisorName): Promise<void>;
  switch(who: SupervisorName, mode: Mode, repAfterTakeover?: 'leaves' | 'listens'): Promise<Answer>;
  leave(who: SupervisorName): Promise<Answer>;
  modeOf(who: SupervisorName): Promise<string | undefined>;
  /** Whether no switch of theirs is under way. */
  isSettled(who: SupervisorName): Promise<boolean>;
  /** The rep adds a third party, who answers. */
  add(who: ThirdPartyName): Promise<void>;
  /** Whoever has the call takes the third party off. */
  remove(situation: Situation): Promise<void>;
  ear(party: Party): Promise<Ear | undefined>;
  /** Whether the party hears by a browser, where sound can be delayed while the machine is busy. */
  mayLag(party: Party): boolean;
  /** The party of a leg; undefined if unknown. */
  partyOf(callSid: string): Promise<Party | undefined>;
  stop(): Promise<void>;
}

/** What differs between browsers and scripted legs. */
interface Phones {
  call(): Promise<void>;
  join(who: SupervisorName): Promise<void>;
  ear(party: Party, callSid: string): Ear;
  mayLag(party: Party): boolean;
  stop(): Promise<void>;
}

/** A stage with scripted legs for rep and supervisors: fast, and measured at the carrier's end. */
export async function stageOfLegs(world: World): Promise<AudioStage> {
  const consoles = consolesOf(world);
  return stageOf(world, consoles, {
    async call() {
      // The rep is busy until the server knows that the last call has ended.
      const { body } = await until(
        'the rep can place a call',
        async () => {
          const placed = await consoles.rep.placeCall({
            opportunityId: await opportunityId(world),
          });
          return placed.status < 400 ? placed : undefined;
        },
        { everyMs: 300 },
      );
      await world.carrierControl('POST', 'calls', {
        from: `client:${await identityOf(consoles.rep)}`,
        params: body.connect.params,
        script: { toneHz: TONES.rep },
      });
    },
    async join(who) {
      const callId = (await roomOf(world))!.friendlyName;
      const { body } = await consoles[who].supervise(callId);
      await world.carrierControl('POST', 'calls', {
        from: `client:${await identityOf(consoles[who])}`,
        params: body.connect.params,
        script: { toneHz: TONES[who] },
      });
    },
    ear: (_party, callSid) => legEar(world, callSid),
    mayLag: () => false,
    stop: async () => undefined,
  });
}

/**
 * A stage with the unmodified Voice SDK in browsers for rep and supervisors; the customer is a
 * phone.
 */
export async function stageOfBrowsers(
  world: World,
  supervisors: readonly SupervisorName[],
): Promise<AudioStage> {
  const trusts = world.carrierCertificate;
  const path = `lightning/r/Opportunity/${await opportunityId(world)}/view`;
  const seats = new Map<Party, Seat>();
  for (const [party, alias] of [['rep', 'ravi'], ...supervisors.map((who) => [who, who])] as [
    Party,
    string,
  ][]) {
    const seat = await openSeat({ toneHz: TONES[party], trusts });
    seats.set(party, seat);
    await seat.page.goto(`${world.orgUrl}/as/${alias}/${path}`);
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached', timeout: 60_000 });
  }
  const click = (party: Party, action: string) =>
    seats.get(party)!.page.locator(`[data-action="${action}"]`).first().click({ timeout: 30_000 });
  return stageOf(world, consolesOf(world), {
    call: () => click('rep', 'call'),
    join: (who) => click(who, 'join'),
    ear(party, callSid) {
      const seat = seats.get(party);
      return seat ? browserEar(seat) : legEar(world, callSid);
    },
    mayLag: (party) => seats.has(party),
    stop: async () => void (await Promise.all([...seats.values()].map((seat) => seat.close()))),
  });
}

type Consoles = Record<'rep' | 'colleague' | SupervisorName, Console>;
const consolesOf = (world: World): Consoles => ({
  rep: world.as('ravi'),
  colleague: world.as('lena'),
  maya: world.as('maya'),
  dana: world.as('dana'),
});

async function stageOf(world: World, consoles: Consoles, phones: Phones): Promise<AudioStage> {
  await world.carrierControl('POST', 'scripts', {
    address: CUSTOMER_PHONE,
    script: { toneHz: TONES.customer, ringMs: 200 },
  });
  await world.carrierControl('POST', 'scripts', {
    address: GUEST_PHONE,
    script: { toneHz: TONES.guest, ringMs: 50 },
  });
  await world.carrierControl('POST', 'scripts', {
    address: `client:${await identityOf(consoles.colleague)}`,
    script: { toneHz: TONES.colleague, ringMs: 50 },
  });
  const userIds = { maya: await consoles.maya.userId(), dana: await consoles.dana.userId() };
  const parties = new Map<string, Party>();
  const thirdParties = new Map<string, ThirdPartyName>();
  let callId = '';

  async function interventionOf(who: SupervisorName): Promise<InterventionView | undefined> {
    const { status, body } = await consoles[who].call(callId);
    if (status === 200)
      return body.interventions.find(({ supervisor }) => supervisor.userId === userIds[who]);
    if (status !== 429) throw new Error(`${who} cannot see the call: ${status}`);
    await pause(1_000);
    return interventionOf(who);
  }

  async function updateParties(): Promise<Room | undefined> {
    const room = await roomOf(world);
    const supervising = new Map<string, SupervisorName>();
    for (const who of SUPERVISORS) {
      const intervention = room && (await interventionOf(who));
      if (intervention) supervising.set(`supervisor-${intervention.interventionId}`, who);
    }
    for (const { callSid, label } of room?.participants ?? []) {
      const party =
        label === 'customer' || label === 'rep'
          ? label
          : (supervising.get(label) ?? thirdParties.get(label));
      if (party) parties.set(callSid, party);
    }
    return room;
  }

  const answerOf = ({ status, body }: Awaited<ReturnType<Console['switchTo']>>): Answer => ({
    status,
    ...(status >= 400 && { code: body.error.code }),
  });

  const stage: AudioStage = {
    world,
    callId: () => callId,
    async newCall() {
      await endCall(world);
      await until('the last call is over', async () => !(await roomOf(world)));
      await phones.call();
      const room = await until('rep and customer are in the conference', async () => {
        const now = await roomOf(world);
        return now?.participants.length === 2 ? now : undefined;
      });
      callId = room.friendlyName;
      await until(
        'the call is live',
        async () => (await consoles.rep.call(callId)).body.status === 'live',
        { everyMs: 150 },
      );
    },
    async join(who) {
      await phones.join(who);
      await until(`${who} monitors`, async () => (await stage.modeOf(who)) === 'monitor', {
        everyMs: 150,
      });
    },
    async switch(who, mode, repAfterTakeover) {
      const { interventionId } = (await interventionOf(who))!;
      return answerOf(
        await consoles[who].switchTo(interventionId, mode, { ...REASON, repAfterTakeover }),
      );
    },
    async leave(who) {
      const { interventionId } = (await interventionOf(who))!;
      const left = answerOf(await consoles[who].leave(interventionId));
      if (left.code) return left;
      await until(`${who} is off the call`, async () => !(await interventionOf(who)), {
        everyMs: 150,
      });
      await consoles[who].giveOutcome(interventionId, { outcome: 'advanced' });
      return left;
    },
    async isSettled(who) {
      const found = await interventionOf(who);
      return found !== undefined && 'mode' in found && found.pendingMode === undefined;
    },
    async modeOf(who) {
      const found = await interventionOf(who);
      return found && 'mode' in found ? found.mode : undefined;
    },
    async add(who) {
      const whom =
        who === 'guest'
          ? { toNumber: GUEST_PHONE }
          : { toUserId: await consoles.colleague.userId() };
      const { status, body } = await consoles.rep.ask('POST', `/api/calls/${callId}/guests`, {
        requestId: crypto.randomUUID(),
        ...whom,
      });
      if (status !== 202) throw new Error(`the ${who} cannot be added: ${body.error.code}`);
      const { guestId } = await until(
        `the ${who} is there`,
        async () => {
          const guest = (await consoles.rep.call(callId)).body.guests?.at(-1);
          return guest?.status === 'present' ? guest : undefined;
        },
        { everyMs: 300 },
      );
      thirdParties.set(`guest-${guestId}`, who);
    },
    async remove({ maya, dana }) {
      const taker = (['maya', 'dana'] as const).find((who) => ({ maya, dana })[who] === 'takeover');
      const by = consoles[taker ?? 'rep'];
      const { guestId } = (await by.call(callId)).body.guests.at(-1)!;
      const { status, body } = await by.ask('DELETE', `/api/calls/${callId}/guests/${guestId}`);
      if (status !== 202) throw new Error(`the third party cannot be removed: ${body.error.code}`);
      await until(
        'the third party is off the call',
        async () =>
          !(await roomOf(world))?.participants.some(({ label }) => label === `guest-${guestId}`),
        { everyMs: 150 },
      );
    },
    async ear(party) {
      const present = ((await roomOf(world))?.participants ?? []).map((one) => one.callSid);
      if (present.some((one) => !parties.has(one))) await updateParties();
      const callSid = present.find((one) => parties.get(one) === party);
      return callSid ? phones.ear(party, callSid) : undefined;
    },
    mayLag: phones.mayLag,
    async partyOf(callSid) {
      if (!parties.has(callSid)) await updateParties();
      return parties.get(callSid);
    },
    async stop() {
      for (const console of Object.values(consoles)) console.close();
      await phones.stop();
    },
  };
  return stage;
}

const roomOf = async (world: World): Promise<Room | undefined> =>
  (await world.carrierControl<Room[]>('GET', 'conferences'))[0];

async function endCall(world: World): Promise<void> {
  const customer = (await roomOf(world))?.participants.find(({ label }) => label === 'customer');
  if (customer) await world.carrierControl('DELETE', `legs/${customer.callSid}`);
}

async function opportunityId(world: World): Promise<string> {
  const opportunities =
    await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  return opportunities.find((one) => one.Name.startsWith('Halcyon'))!.Id;
}
