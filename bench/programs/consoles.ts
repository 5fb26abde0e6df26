/**
 * The consoles of the bench: supervisors whose pages are open on the live feed, and who click.
 */
import { randomUUID } from 'node:crypto';
import { Agent, get, type ClientRequest } from 'node:http';
import { issueSession } from '../../local/org/apex/sessionToken.ts';
import { numberOf } from '../support/floor.ts';
import { atRate, createPoster } from '../support/poster.ts';
import { serve } from '../support/rpc.ts';
import { sharedNow } from '../support/stats.ts';

interface Server {
  readonly url: string;
  readonly orgId: string;
  readonly signingKey: string;
}

interface ConsoleRequest {
  readonly server: Server;
  readonly userIds: readonly string[];
  /** How many calls are in a complete snapshot. */
  readonly calls: number;
  readonly withinMs: number;
}

export interface Opened {
  /** Until each complete first snapshot, in milliseconds from the start of all. */
  readonly completeAtMs: readonly number[];
  /** How many calls there were in first snapshots that were not complete. */
  readonly incomplete: readonly number[];
  readonly faults: readonly string[];
}

/** A call on a console, on the shared clock. */
export interface Arrived {
  readonly call: number;
  readonly hold: boolean;
  readonly at: number;
}

/** A click for another mode, on the shared clock. */
export interface Click {
  readonly call: number;
  readonly mode: 'monitor' | 'whisper';
  readonly at: number;
  status?: number;
  /** What the server said when it refused. */
  refusal?: string;
  answeredMs?: number;
}

interface CallSeen {
  readonly callId: string;
  readonly customer: { readonly onHold: boolean };
}

let feeds: ClientRequest[] = [];
let arrived: Arrived[] | undefined;
const tokens = new Map<string, string>();

async function signIn({ url, orgId, signingKey }: Server, userIds: readonly string[]) {
  await Promise.all(
    userIds.map(async (userId) =>
      tokens.set(
        userId,
        (await issueSession({ orgId, signingKey, serverUrl: url }, { userId })).token,
      ),
    ),
  );
}

const bearer = (userId: string): Record<string, string> => ({
  authorization: `Bearer ${tokens.get(userId)}`,
  'content-type': 'application/json',
});

/** Reads a stream of events; calls with each event's name and data. */
function eventsIn(onEvent: (name: string, data: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const messages = (rest + chunk).split('\n\n');
    rest = messages.pop()!;
    for (const message of messages) {
      const name = /^event: (.*)$/m.exec(message)?.[1];
      const dataAt = message.indexOf('\ndata: ');
      if (name && dataAt >= 0) onEvent(name, message.slice(dataAt + 7));
    }
  };
}

const handlers = {
  /** Opens a console for each of these people at once: a ticket, then the feed. */
  async open({ server, userIds, calls, withinMs }: ConsoleRequest): Promise<Opened> {
    await signIn(server, userIds);
    const poster = createPoster(server.url, 100);
    const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
    const completeAtMs: number[] = [];
    const incomplete: number[] = [];
    const faults: string[] = [];
    const startedAt = performance.now();
    const opened = userIds.map(async (userId) => {
      const asked = await poster.post('/api/live/ticket', '{}', bearer(userId));
      if (asked.status !== 201) throw new Error(`ticket: ${asked.status} ${asked.text}`);
      const { ticket } = JSON.parse(asked.text) as { ticket: string };
      await new Promise<void>((resolve, reject) => {
        const feed = get(`${server.url}/api/live?ticket=${ticket}`, { agent }, (response) => {
          if (response.statusCode !== 200) reject(new Error(`feed: ${response.statusCode}`));
          response.setEncoding('utf8');
          response.on(
            'data',
            eventsIn((name, data) => {
              if (name === 'call') seen(data);
              if (name !== 'snapshot') return;
              const { calls: shown } = JSON.parse(data) as { calls: CallSeen[] };
              if (shown.length === calls) completeAtMs.push(performance.now() - startedAt);
              else incomplete.push(shown.length);
              resolve();
            }),
          );
          response.once('error', () => undefined);
        });
        feed.once('error', reject);
        feeds.push(feed);
      });
    });
    const all = Promise.all(
      opened.map((one) => one.catch((fault: Error) => faults.push(fault.message))),
    );
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, withinMs))]);
    poster.close();
    return { completeAtMs: [...completeAtMs], incomplete: [...incomplete], faults: [...faults] };
  },

  /** One request of each person, so that the server knows them: nobody is met on a cold cache. */
  async greet({ server, userIds }: Pick<ConsoleRequest, 'server' | 'userIds'>): Promise<void> {
    await signIn(server, userIds);
    const poster = createPoster(server.url, 50);
    await Promise.all(
      userIds.map((userId) => poster.post('/api/live/ticket', '{}', bearer(userId))),
    );
    poster.close();
  },

  /** From now on the calls that arrive are kept. */
  watch: (): void => void (arrived = []),
  arrived(): Arrived[] {
    const those = arrived ?? [];
    arrived = undefined;
    return those;
  },

  close(): void {
    for (const feed of feeds) feed.destroy();
    feeds = [];
  },

  /** Supervisors click for whisper and monitor in turn, at a steady rate. */
  async click(wanted: {
    server: Server;
    on: readonly { call: number; interventionId: string; userId: string }[];
    perSecond: number;
    seconds: number;
    /** In which round of the calls the first click is: odd rounds are for monitor. */
    fromTurn: number;
  }): Promise<Click[]> {
    const { server, on } = wanted;
    await signIn(
      server,
      on.map(({ userId }) => userId),
    );
    const poster = createPoster(server.url, 100);
    const clicks: Click[] = [];
    const answers: Promise<unknown>[] = [];
    await atRate(wanted.perSecond, wanted.seconds, (turn) => {
      const at = wanted.fromTurn + turn;
      const { call, interventionId, userId } = on[at % on.length]!;
      const mode = Math.floor(at / on.length) % 2 === 0 ? 'whisper' : 'monitor';
      const click: Click = { call, mode, at: sharedNow() };
      clicks.push(click);
      answers.push(
        poster
          .post(
            `/api/interventions/${interventionId}/mode`,
            JSON.stringify({ requestId: randomUUID(), mode }),
            bearer(userId),
          )
          .then(({ status, text }) => {
            click.status = status;
            if (status !== 202) click.refusal = text;
            click.answeredMs = sharedNow() - click.at;
          })
          .catch((fault: Error) => {
            click.refusal = fault.message;
          }),
      );
    });
    const patience = new Promise((resolve) => setTimeout(resolve, 10_000));
    await Promise.race([Promise.all(answers), patience]);
    poster.close();
    return clicks;
  },

  /** One heartbeat of a softphone; when the server had answered, on the shared clock. */
  async heartbeat(of: { server: Server; interventionId: string; userId: string }): Promise<number> {
    await signIn(of.server, [of.userId]);
    const poster = createPoster(of.server.url, 1);
    const { status, text } = await poster.post(
      `/api/interventions/${of.interventionId}/presence`,
      '{}',
      bearer(of.userId),
    );
    poster.close();
    if (status !== 204) throw new Error(`heartbeat: ${status} ${text}`);
    return sharedNow();
  },
};

function seen(data: string): void {
  const at = sharedNow();
  const { callId, customer } = JSON.parse(data) as CallSeen;
  arrived?.push({ call: numberOf(callId), hold: customer.onHold, at });
}

export type ConsolesProgram = typeof handlers;
serve(handlers);
