import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { planRepLoss } from '../../../server/commands/calls/planRepLoss.ts';
import { watchRepPages } from '../../../server/commands/calls/repPages.ts';
import {
  cancelTransfer,
  requestTransfer,
  type TransferDeps,
} from '../../../server/commands/calls/transferCall.ts';
import { recordFact } from '../../../server/commands/carrier/recordFact.ts';
import { reconcileDueCalls } from '../../../server/commands/jobs/reconcileDueCalls.ts';
import { idFrom } from '../../../server/commands/transact/ids.ts';
import { repOnCall, type Call, type Party } from '../../../server/domain/call/call.ts';
import { openRepLoss } from '../../../server/domain/call/repLoss.ts';
import { requestedTransfer } from '../../../server/domain/call/transfer.ts';
import type { CarrierFact } from '../../../server/domain/carrier/carrierFacts.ts';
import { instructionsFor, type InstructionsDeps } from '../../../server/http/voiceInstructions.ts';
import type { ConferenceControl, VoiceRequest } from '../../../server/ports/index.ts';
import { createLocalLocks } from '../../../server/store/locks/localLocks.ts';
import { liveCall, ORG, participant } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { quietLog } from '../../support/quietLog.ts';
import { asKnown } from '../../support/roundDeps.ts';
import { callerDeps, joinedFact, reps } from './callerDeps.ts';
import { CARRIER_NOTICES_MS, CUSTOMER, OUR_NUMBER, SCENES, type Scene } from './callerScenes.ts';
import { rewrite, settled, sentenceIn, tableOf, textIn, type Verb } from './callerTables.ts';

/*
 * Callers on virtual time: the server's own commands and instructions, a store in memory, and a
 * phone network that does what Twilio says it does. A word takes 0.4 s, as with the local carrier.
 */

const WORD_MS = 400;
const RINGBACK_MS = 4_000;
const MUSIC_MS = 4_000;
const MESSAGE_MS = 20_000;
/** Twilio lets a phone ring so much longer than it is asked to. */
const RING_BUFFER_MS = 5_000;
/** A browser that is not registered is reported at once. */
const OFFLINE_MS = 500;
/** Between two looks of the worker at calls that are due. */
const ROUND_MS = 2_000;
const MONDAY_MORNING = '2026-11-02T17:00:00.000Z';

/** The tables of all scenes as Markdown. */
export async function printCallers(): Promise<string> {
  const tables: string[] = [];
  for (const scene of SCENES) {
    const { heard, then } = await play(scene);
    tables.push(
      `## ${scene.title}`,
      '',
      ...tableOf(['Second', 'The caller hears'], heard),
      '',
      then,
      '',
    );
  }
  return tables.join('\n');
}

async function play(scene: Scene): Promise<{ heard: string[][]; then: string }> {
  const world = new CallersWorld(scene);
  await world.run();
  return { heard: world.heard, then: await world.outcome() };
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
});
const CALLER = 'CA-caller';
const CONFERENCE = 'CF1';

class CallersWorld {
  readonly heard: string[][] = [];
  readonly #scene: Scene;
  readonly #memory = createMemoryStore(() => this.#now);
  readonly #due: { atMs: number; act: () => Promise<void> }[] = [];
  readonly #deps: InstructionsDeps;
  #now = Date.parse(MONDAY_MORNING);
  #ids = 0;
  /** What the caller is doing: each new thing ends the one before. */
  #hears = 0;
  #isThere = true;
  #isInConference = false;
  #callId: string | undefined;
  constructor(scene: Scene) {
    this.#scene = scene;
    this.#deps = callerDeps(scene, {
      store: this.#memory.store,
      clock: { now: () => new Date(this.#now).toISOString() },
      ids: { next: () => `id${(this.#ids += 1)}` },
    });
  }

  async run(): Promise<void> {
    if (this.#scene.talksForMs !== undefined) await this.#talk(this.#scene.talksForMs);
    else if (this.#scene.repLost) await this.#loseRep(this.#scene.repLost);
    else await this.#callIn();
    for (;;) {
      const [next] = this.#due.toSorted((a, b) => a.atMs - b.atMs);
      if (!next || !this.#isThere) return;
      this.#due.splice(this.#due.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.atMs);
      await next.act();
      await settled();
    }
  }

  async #callIn(): Promise<void> {
    await this.#follow({
      kind: 'inbound',
      from: this.#scene.from,
      to: OUR_NUMBER,
      connectionId: CALLER,
    });
  }

  async #live(direction: Call['direction']): Promise<void> {
    const call = liveCall({
      direction,
      rep: repOnCall(reps[0]!),
      customer: { name: 'Marcus Hale', phone: CUSTOMER },
      participants: [participant('customer', { connectionId: CALLER }), participant('rep')],
      conferenceId: CONFERENCE,
    });
    this.#callId = call.callId;
    this.#isInConference = true;
    await this.#memory.store.createCall(call, [], []);
  }

  async #talk(forMs: number): Promise<void> {
    await this.#live('inbound');
    const deps = {
      ...this.#carrierDeps(),
      directory: this.#deps.inbound.directory,
      openCalls: { of: () => Promise.resolve([]) },
      later: () => undefined,
    } as unknown as TransferDeps;
    const callId = this.#callId!;
    this.#after(forMs, async () => void (await cancelTransfer(deps, reps[0]!, { callId })));
    const asked = { callId, toUserId: 'lena', requestId: 'talk', holdCustomer: true };
    await requestTransfer(deps, reps[0]!, asked);
    await settled();
  }

  /** The call as it was, and from now on the rounds of the worker. */
  async #loseRep({
    direction,
    returnsAfterMs,
    isAsleep,
  }: NonNullable<Scene['repLost']>): Promise<void> {
    await this.#live(direction);
    const lookedAt = new Map<string, string>();
    const { inbound } = this.#deps;
    const round = async (): Promise<void> => {
      await reconcileDueCalls(
        {
          ...this.#carrierDeps(),
          dueCalls: this.#memory.dueCalls,
          planRepLoss: (one) => planRepLoss(inbound, one),
          ringReadyReps: async () => undefined,
        },
        lookedAt,
      );
      this.#after(ROUND_MS, round);
    };
    this.#hear('nobody');
    const call = (await this.#call())!;
    const pages = watchRepPages({
      ...inbound,
      ...this.#carrierDeps(),
      openCalls: () => [call],
      connected: () => 0,
      activities: { ...inbound.activities, heartbeats: async () => undefined },
      isCrmAway: () => false,
      after: (ms, act) => {
        this.#after(ms, act);
        return () => undefined;
      },
    });
    pages[isAsleep ? 'heartbeat' : 'gone'](reps[0]!);
    this.#after(CARRIER_NOTICES_MS[isAsleep ? 'silent' : 'lost'], async () => {
      await this.#report({
        ...this.#participant({ role: 'rep' }, 'CA-rep'),
        type: 'participant-left',
      } as CarrierFact);
      this.#after(ROUND_MS, round);
    });
    if (returnsAfterMs !== undefined)
      this.#after(returnsAfterMs, () =>
        this.#report({
          ...this.#participant({ role: 'rep' }, 'CA-ravi-back'),
          ...(isAsleep && { device: 'softphone' }),
        }),
      );
  }

  async #announce(announcementId: string): Promise<void> {
    const words = sentenceIn(
      parser.parse(
        await instructionsFor(this.#deps, {
          kind: 'announcement',
          callId: this.#callId!,
          announcementId,
        }),
      ) as Verb[],
    );
    this.#hear(`“${words}”`);
    this.#after(words.split(' ').length * WORD_MS, async () => {
      this.#hear('nobody');
      await this.#report({
        type: 'announcement-ended',
        callId: this.#callId!,
        announcementId,
        connectionId: CALLER,
        status: 'played',
        at: this.#deps.clock.now(),
      });
    });
  }

  async outcome(): Promise<string> {
    const call = await this.#memory.store.loadCall(this.#callId ?? idFrom(ORG, CALLER));
    if (!call) return 'No call is kept: there is no rep to keep it for. The refusal is audited.';
    const messages = (await this.#memory.outbox.claim(100, 1)).map(({ topic }) => topic);
    const left = messages.includes('crm.missedCall')
      ? ` ${call.rep.name} gets a task to call back, and a notification.`
      : '';
    return call.status === 'ended'
      ? `The call ends as \`${call.endReason}\`.${left}`
      : `It is ${call.rep.name}’s call.`;
  }

  #hear(what: string): void {
    const seconds = (this.#now - Date.parse(MONDAY_MORNING)) / 1_000;
    this.heard.push([seconds.toFixed(1), what]);
  }

  #after(ms: number, act: () => Promise<void>): void {
    this.#due.push({ atMs: this.#now + ms, act });
  }

  async #follow(request: VoiceRequest): Promise<void> {
    const twiml = await instructionsFor(this.#deps, request);
    const document = parser.parse(twiml) as Verb[];
    const response = document.find((node) => 'Response' in node)!.Response as Verb[];
    await this.#perform(response, (this.#hears += 1));
  }

  /** Performs the verbs one after the other, until something else is to be heard. */
  async #perform([verb, ...rest]: readonly Verb[], hears: number): Promise<void> {
    if (hears !== this.#hears || !this.#isThere) return;
    const goOn = (ms: number): void => this.#after(ms, () => this.#perform(rest, hears));
    if (!verb || 'Hangup' in verb) return this.#leave();
    if ('Say' in verb) {
      const words = textIn(verb.Say);
      this.#hear(`“${words}”`);
      return goOn(words.split(' ').length * WORD_MS);
    }
    if ('Play' in verb) {
      const isMusic = textIn(verb.Play).includes('music');
      const what = isMusic ? 'music' : 'ringing';
      if (this.heard.at(-1)?.[1] !== what) this.#hear(what);
      const { loop = '1' } = (verb[':@'] ?? {}) as { loop?: string };
      return goOn((isMusic ? MUSIC_MS : RINGBACK_MS) * Number(loop));
    }
    if ('Redirect' in verb) return this.#follow(this.#requestAt(textIn(verb.Redirect)));
    if ('Record' in verb) {
      this.#hear('a beep, and speaks');
      const { action } = verb[':@'] as { action: string };
      return this.#after(MESSAGE_MS, () => this.#follow(this.#requestAt(action)));
    }
    const dial = verb.Dial as Verb[];
    this.#callId = textIn(dial[0]!.Conference);
    this.#isInConference = true;
    await this.#follow({ kind: 'caller-waits', callId: this.#callId });
    await this.#report({ ...this.#participant({ role: 'customer' }, CALLER) });
  }

  #requestAt(url: string): VoiceRequest {
    const { pathname, search, searchParams } = new URL(url.replaceAll('&amp;', '&'));
    return this.#deps.webhooks.voiceRequest({
      path: pathname + search,
      params: { From: this.#scene.from },
      query: Object.fromEntries(searchParams),
      signature: undefined,
    })!;
  }

  #leave(): void {
    this.#isThere = false;
    this.#hear('the end of the call');
  }

  #participant(party: Party, connectionId: string): CarrierFact {
    const at = this.#deps.clock.now();
    return joinedFact({ callId: this.#callId!, conferenceId: CONFERENCE, party, connectionId, at });
  }

  async #report(fact: CarrierFact): Promise<void> {
    await recordFact(this.#carrierDeps(), fact);
    await settled();
  }

  #carrierDeps() {
    return {
      store: this.#memory.store,
      control: this.#control(),
      locks: createLocalLocks(),
      clock: this.#deps.clock,
      ids: this.#deps.ids,
      log: quietLog,
    };
  }

  #control(): ConferenceControl {
    const rings = async (party: Party, userId: string, seconds = 40): Promise<string> => {
      const connectionId = `CA-${userId}`;
      const status = (what: 'answered' | 'no-answer') => ({
        type: 'participant-status' as const,
        callId: this.#callId!,
        party,
        connectionId,
        status: what,
        at: this.#deps.clock.now(),
      });
      const phone = this.#scene.phones[userId] ?? 'offline';
      if (typeof phone === 'object')
        this.#after(phone.answersAfterMs, async () => {
          const call = await this.#call();
          const isSought = call && (openRepLoss(call) ?? requestedTransfer(call)) !== undefined;
          if (call?.status === 'ended' || (call?.status === 'live' && !isSought)) return;
          const isNew = call?.status === 'ringing';
          if (isNew) this.#talksWith(userId);
          await this.#report(status('answered'));
          await this.#report(this.#participant(party, connectionId));
          if (isNew) this.#isThere = false;
        });
      else
        this.#after(phone === 'offline' ? OFFLINE_MS : seconds * 1_000 + RING_BUFFER_MS, () =>
          this.#report(status('no-answer')),
        );
      return connectionId;
    };
    return {
      ringRep: ({ repUserId, seconds }: { repUserId: string; seconds?: number }) =>
        rings({ role: 'rep' }, repUserId, seconds),
      ringColleague: ({ userId, seconds }: { userId: string; seconds?: number }) =>
        rings({ role: 'colleague', userId }, userId, seconds),
      stopRinging: async () => undefined,
      holdWaiting: async () =>
        void (await this.#follow({ kind: 'customer-held', callId: this.#callId! })),
      holdForTalk: async () => {
        await this.#follow({ kind: 'customer-on-hold', callId: this.#callId! });
        await this.#report({
          ...this.#participant({ role: 'customer' }, CALLER),
          type: 'participant-changed',
          onHold: true,
        } as CarrierFact);
      },
      remove: async () => undefined,
      announce: async (_to: unknown, { announcementId }: { announcementId: string }) =>
        this.#announce(announcementId),
      set: async () => {
        if (!this.#isThere) return;
        this.#talksWith((await this.#call())!.rep.userId);
        this.#isThere = false;
      },
      observeConference: async () => asKnown((await this.#call())!),
      sendOn: () => this.#control().endCall(CONFERENCE),
      endCall: async () => {
        if (!this.#isInConference) return;
        this.#isInConference = false;
        await this.#follow({
          kind: 'caller-stays',
          callId: this.#callId!,
          hasLeftMessage: false,
        });
      },
    } as unknown as ConferenceControl;
  }

  #talksWith(userId: string): void {
    this.#hears += 1;
    this.#hear(`${userId[0]!.toUpperCase()}${userId.slice(1)}`);
  }

  #call = (): Promise<Call | undefined> => this.#memory.store.loadCall(this.#callId!);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  rewrite(
    new URL('../../../docs/callers.md', import.meta.url),
    SCENES[0]!.title,
    await printCallers(),
  );
