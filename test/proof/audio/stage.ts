import { setTimeout as pause } from 'node:timers/promises';
import type { ListenerMixes } from '../../../local/carrier/media/mixLog.ts';
import type { InterventionView } from '../../../server/http/views/presenters.ts';
import type { Console } from '../../support/console.ts';
import { identityOf, liveCallOf } from '../../support/stage.ts';
import { until } from '../../support/until.ts';
import type { World } from '../../support/world.ts';
import type { Ear } from './ears.ts';
import {
  browserPhones,
  legPhones,
  roomsOf,
  type Consoles,
  type Phones,
  type Room,
} from './phones.ts';
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
  /** The rep asks a supervisor who is on the call to take it over. */
  transfer(who: SupervisorName): Promise<void>;
  /** The rep rings a supervisor who is not on the call, until they have answered. */
  ring(who: SupervisorName): Promise<void>;
  /** The rep hands the call over to who was rung, and is off it. */
  handOver(): Promise<void>;
  /** One click to leave this call and join another one, until they whisper there. */
  moveAway(who: SupervisorName): Promise<void>;
  /** One click to leave that other call and join this one, until they monitor. */
  moveBack(who: SupervisorName): Promise<void>;
  /** The call to which a supervisor has moved, since when, and who that is. */
  otherCall():
    | { readonly callId: string; readonly since: number; readonly guest: SupervisorName }
    | undefined;
  ear(party: Party): Promise<Ear | undefined>;
  /** Whether the party hears by a browser, where sound can be delayed while the machine is busy. */
  mayLag(party: Party): boolean;
  /** The party of a leg; undefined if unknown. */
  partyOf(callSid: string): Promise<Party | undefined>;
  stop(): Promise<void>;
}

/** The rep of the other call is the colleague, whose customer is somebody else. */
const OTHER_DEAL = 'Brightwater';
/** A stage with scripted legs for rep and supervisors: fast, and measured at the carrier's end. */
export async function stageOfLegs(world: World): Promise<AudioStage> {
  const consoles = consolesOf(world);
  return stageOf(world, consoles, await legPhones(world, consoles));
}

/**
 * A stage with the unmodified Voice SDK in browsers for rep and supervisors; the customer is a
 * phone.
 */
export async function stageOfBrowsers(
  world: World,
  supervisors: readonly SupervisorName[],
): Promise<AudioStage> {
  return stageOf(world, consolesOf(world), await browserPhones(world, supervisors));
}

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
  let other: { callId: string; since: number; guest: SupervisorName } | undefined;

  async function interventionOf(
    who: SupervisorName,
    onCall = callId,
  ): Promise<InterventionView | undefined> {
    const { status, body } = await consoles[who].call(onCall);
    if (status === 200)
      return body.interventions.find(({ supervisor }) => supervisor.userId === userIds[who]);
    if (status !== 429) throw new Error(`${who} cannot see the call: ${status}`);
    await pause(1_000);
    return interventionOf(who, onCall);
  }

  async function updateParties(): Promise<Room | undefined> {
    const rooms = await roomsOf(world);
    const room = rooms.find(({ friendlyName }) => friendlyName === callId);
    const supervising = new Map<string, SupervisorName>(
      SUPERVISORS.map((who) => [`colleague-${userIds[who]}`, who]),
    );
    for (const who of SUPERVISORS)
      for (const { friendlyName } of rooms) {
        const intervention = await interventionOf(who, friendlyName);
        if (intervention) supervising.set(`supervisor-${intervention.interventionId}`, who);
      }
    for (const { callSid, label } of rooms.flatMap(({ participants }) => participants)) {
      const party =
        label === 'customer' || label === 'rep'
          ? label
          : (supervising.get(label) ?? thirdParties.get(label));
      if (party) parties.set(callSid, party);
    }
    return room;
  }

  const mainRoom = async (): Promise<Room | undefined> =>
    (await roomsOf(world)).find(({ friendlyName }) => friendlyName === callId);

  const answerOf = ({ status, body }: Awaited<ReturnType<Console['switchTo']>>): Answer => ({
    status,
    ...(status >= 400 && { code: body.error.code }),
  });

  const stage: AudioStage = {
    world,
    callId: () => callId,
    async newCall() {
      await endCalls(world);
      await until('the last call is over', async () => (await roomsOf(world)).length === 0);
      other = undefined;
      await phones.call();
      const room = await until('rep and customer are in the conference', async () => {
        const [now] = await roomsOf(world);
        return now?.participants.length === 2 ? now : undefined;
      });
      callId = room.friendlyName;
      await until(
        'the call is live',
        async () => (await consoles.rep.call(callId)).body.status === 'live',
        { everyMs: 150 },
      );
      await until('rep and customer are mixed for each other', async () => {
        const mixes = await world.carrierControl<ListenerMixes[]>(
          'GET',
          `mixes?conference=${callId}`,
        );
        return mixes.length === 2 && mixes.every(({ changes }) => changes.at(-1)?.voices.length);
      });
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
    async transfer(who) {
      const { status, body } = await consoles.rep.ask('POST', `/api/calls/${callId}/transfer`, {
        requestId: crypto.randomUUID(),
        toUserId: userIds[who],
      });
      if (status !== 202 && body.error.code !== 'transfer_pending')
        throw new Error(`the call cannot be transferred to ${who}: ${body.error.code}`);
    },
    async ring(who) {
      const { status, body } = await consoles.rep.ask('POST', `/api/calls/${callId}/transfer`, {
        requestId: crypto.randomUUID(),
        toUserId: userIds[who],
      });
      if (status !== 202) throw new Error(`${who} cannot be rung: ${body.error.code}`);
      await phones.answer(who);
      await until(`${who} is on the call`, async () =>
        (await mainRoom())?.participants.some(({ label }) => label === `colleague-${userIds[who]}`),
      );
    },
    async handOver() {
      const answer = await consoles.rep.ask('POST', `/api/calls/${callId}/transfer/complete`, {});
      if (answer.status !== 202)
        throw new Error(`the call cannot be handed over: ${answer.body.error.code}`);
      await until(
        'the rep is off the call',
        async () => !(await mainRoom())?.participants.some(({ label }) => label === 'rep'),
        { everyMs: 150 },
      );
    },
    async moveAway(who) {
      const to = await liveCallOf(world, 'lena', OTHER_DEAL);
      other = { callId: to, since: Date.now(), guest: who };
      const { interventionId } = (await interventionOf(who))!;
      await phones.move(who, { callId: to, rep: 'Lena Brandt', moveFrom: interventionId });
      const there = await until(
        `${who} monitors the other call`,
        async () => {
          const found = await interventionOf(who, to);
          return found && 'mode' in found && found.mode === 'monitor' ? found : undefined;
        },
        { everyMs: 150 },
      );
      await updateParties();
      answerOf(await consoles[who].switchTo(there.interventionId, 'whisper', REASON));
      await until(
        `${who} whispers there`,
        async () => {
          const found = await interventionOf(who, to);
          return found && 'mode' in found && found.mode === 'whisper';
        },
        { everyMs: 150 },
      );
      await consoles[who].giveOutcome(interventionId, { outcome: 'advanced' });
    },
    async moveBack(who) {
      const { interventionId: moveFrom } = (await interventionOf(who, other!.callId))!;
      await phones.move(who, { callId, rep: 'Ravi Patel', moveFrom });
      await until(`${who} monitors`, async () => (await stage.modeOf(who)) === 'monitor', {
        everyMs: 150,
      });
      await consoles[who].giveOutcome(moveFrom, { outcome: 'advanced' });
    },
    otherCall: () => other,
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
          !(await mainRoom())?.participants.some(({ label }) => label === `guest-${guestId}`),
        { everyMs: 150 },
      );
    },
    async ear(party) {
      const present = ((await mainRoom())?.participants ?? []).map((one) => one.callSid);
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

async function endCalls(world: World): Promise<void> {
  for (const { participants } of await roomsOf(world)) {
    const customer = participants.find(({ label }) => label === 'customer');
    if (customer) await world.carrierControl('DELETE', `legs/${customer.callSid}`);
  }
}
