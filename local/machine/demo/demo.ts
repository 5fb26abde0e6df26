import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { dealsOf, getJson, postJson } from './localOrg.ts';

/** Where the demo's systems are. */
export interface DemoDeps {
  readonly orgUrl: string;
  readonly serverUrl: string;
  readonly carrierUrl: string;
  readonly say: (line: string) => void;
  /** How often the rep's softphone is heard of; as often as a real one by default. */
  readonly checkEveryMs?: number;
}

/** The demo conversation. */
export interface Demo {
  /** The opportunity that the calls belong to. */
  readonly deal: { readonly opportunityId: string; readonly name: string };
  stop(): Promise<void>;
}

interface CallView {
  callId: string;
  status: 'ringing' | 'live' | 'ended';
  rep: { present: boolean };
  /** Since it is live. */
  answeredAt?: string;
  /** Of supervisors whom the rep knows of. */
  interventions: readonly { status: 'joining' | 'active' | 'ended' }[];
}

const REP = 'lena';
/** A softphone in a call sends a heartbeat as often. */
const CHECK_EVERY_MS = 4_000;
/** A session that expires sooner than this is replaced. */
const SESSION_SPARE_MS = 30_000;
const PAUSE_BETWEEN_CALLS_MS = 15_000;
/**
 * A call that has lasted as long ends as soon as nobody supervises it: what was said on a call is
 * read as a whole each second, and must not become more and more.
 */
const CALL_MS = 20 * 60_000;
/** How long to wait for the end of the call before the server stops. */
const END_WITHIN_MS = 3_000;

/**
 * A scripted rep calls her customer again and again, so that there is always a live call to listen
 * to. She talks on when a page that somebody opened as her is closed, so her heartbeats come from
 * here: without them the server would tell her customer that she may be gone.
 */
export async function startDemo({
  orgUrl,
  serverUrl,
  carrierUrl,
  say,
  checkEveryMs = CHECK_EVERY_MS,
}: DemoDeps): Promise<Demo> {
  const [deal] = await dealsOf(orgUrl, REP);
  if (!deal) throw new Error(`${REP} owns no opportunity in the stand-in org`);
  let stopped = false;
  let idleSince = 0;
  let hasReportedError = false;

  let session = { token: '', expiresAt: '' };
  const asRep = async () => {
    if (!(Date.parse(session.expiresAt) - Date.now() > SESSION_SPARE_MS))
      session = await postJson(`${orgUrl}/as/${REP}/apex/DealsideSessionToken.issue`);
    return { authorization: `Bearer ${session.token}` };
  };
  const openCalls = async () => {
    const { calls } = await getJson<{ calls: CallView[] }>(
      `${serverUrl}/api/calls?opportunityId=${deal.Id}`,
      { headers: await asRep() },
    );
    return calls;
  };
  /** After a killed run, its call is open in the server until the server has asked the carrier. */
  const isAnyAtCarrier = async (calls: readonly CallView[]) => {
    const conferences = await getJson<{ friendlyName: string; status: string }[]>(
      `${carrierUrl}/_local/conferences`,
    );
    return calls.some(({ callId }) =>
      conferences.some(
        ({ friendlyName, status }) => friendlyName === callId && status !== 'completed',
      ),
    );
  };

  async function placeCall(): Promise<void> {
    const { connect } = await postJson<{ connect: { params: Record<string, string> } }>(
      `${serverUrl}/api/calls`,
      { opportunityId: deal!.Id, requestId: randomUUID() },
      await asRep(),
    );
    const { identity } = await postJson<{ identity: string }>(
      `${serverUrl}/api/softphone/token`,
      {},
      await asRep(),
    );
    await postJson(`${carrierUrl}/_local/calls`, {
      from: `client:${identity}`,
      params: connect.params,
      script: { voice: REP, firstPauseMs: 12_000, takesTurns: true },
    });
  }

  const hangUp = async ({ callId }: CallView) =>
    postJson(`${serverUrl}/api/calls/${callId}/hangup`, {}, await asRep());

  const sendHeartbeat = async () => postJson(`${serverUrl}/api/me/heartbeat`, {}, await asRep());

  async function placeCallWhenIdle(): Promise<void> {
    const calls = await openCalls();
    if (calls.some(({ status }) => status === 'live')) await sendHeartbeat();
    for (const call of calls) if (isOverdue(call)) await hangUp(call);
    if (calls.length > 0) return void (idleSince = 0);
    idleSince ||= Date.now();
    if (Date.now() - idleSince < PAUSE_BETWEEN_CALLS_MS) return;
    await placeCall();
    idleSince = 0;
  }

  async function checkRepeatedly(): Promise<void> {
    if (stopped) return;
    try {
      await placeCallWhenIdle();
      hasReportedError = false;
    } catch (error) {
      if (!hasReportedError && !stopped)
        say(`the demo conversation is interrupted: ${(error as Error).message}`);
      hasReportedError = true;
    }
    timer = setTimeout(() => void checkRepeatedly(), checkEveryMs);
  }

  if (!(await isAnyAtCarrier(await openCalls()))) await placeCall();
  let timer = setTimeout(() => void checkRepeatedly(), checkEveryMs);
  return {
    deal: { opportunityId: deal.Id, name: deal.Name },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      try {
        for (const call of await openCalls()) await hangUp(call);
        // The server must still be running when the carrier reports the end; otherwise the call
        // would be open at the next start.
        for (
          const until = Date.now() + END_WITHIN_MS;
          Date.now() < until && (await openCalls()).length > 0;
        )
          await delay(50);
      } catch {
        // The server may have stopped already. Then the call ends when the carrier stops.
      }
    },
  };
}

const isOverdue = ({ answeredAt, interventions }: CallView): boolean =>
  answeredAt !== undefined &&
  Date.now() - Date.parse(answeredAt) > CALL_MS &&
  interventions.every(({ status }) => status === 'ended');
