import { createServer, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { CallView } from '../../server/http/views/presenters.ts';

/**
 * Stands in for the server's live feed, so that the screens are measured and not the server: a
 * snapshot of many calls, then changes at an even pace.
 */
export interface StandInFeed {
  readonly url: string;
  /**
   * Changes this many calls a second until stopped. Of ten changes four are to `watched` calls,
   * four to any, one call ends and one begins.
   */
  changing(perSecond: number, watched: readonly string[]): { stop(): number };
  /** The account name that a call has now, with the number of its last change; absent if ended. */
  accountOf(callId: string): string | undefined;
  close(): Promise<void>;
}

const COMPANIES = ['Halcyon Logistics', 'Brightwater Foods', 'Solstice Energy', 'Cobalt Robotics'];
const CUSTOMERS = ['Priya Raman', 'Marcus Hale', 'Ingrid Falk', 'Devon Park', 'Alma Reyes'];
const HINT = 'Ask an administrator for the permission set Dealside Supervisor Barge.';

/** Starts the feed with this many live calls on this port. */
export async function startStandInFeed(port: number, count: number): Promise<StandInFeed> {
  const calls = new Map<string, CallView>();
  const streams = new Set<ServerResponse>();
  const beganAt = Date.now() - 3_600_000;
  for (let i = 0; i < count; i += 1) add(i, beganAt + i * 1_500);
  let next = count;

  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (!request.url!.startsWith('/api/live')) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    streams.add(response);
    response.on('close', () => streams.delete(response));
    const snapshot = { calls: [...calls.values()], notices: [], interventionsDue: [] };
    response.write(eventOf('snapshot', snapshot));
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));

  function add(i: number, at: number): CallView {
    const call = aCall(i, new Date(at).toISOString());
    calls.set(call.callId, call);
    return call;
  }

  function tell(call: CallView): void {
    const event = eventOf('call', call);
    for (const stream of streams) stream.write(event);
  }

  function change(n: number, watched: readonly string[]): void {
    const kind = n % 10;
    if (kind === 4) return tell(add(next++, Date.now()));
    const all = kind % 2 === 0 ? watched : [...calls.keys()];
    const call = calls.get(all[(n * 37) % all.length]!);
    if (!call) return;
    if (kind === 9 && !watched.includes(call.callId)) {
      calls.delete(call.callId);
      return tell({ ...call, status: 'ended', endedAt: new Date().toISOString() });
    }
    const { customer } = call;
    const accountName = `${customer.accountName!.split(' #')[0]} #${n}`;
    const changed = { ...call, customer: { ...customer, accountName, onHold: !customer.onHold } };
    calls.set(call.callId, changed);
    tell(changed);
  }

  return {
    url: `http://localhost:${port}`,
    changing(perSecond, watched) {
      let changed = 0;
      const began = performance.now();
      const timer = setInterval(() => {
        const due = ((performance.now() - began) / 1000) * perSecond;
        for (; changed < due; changed += 1) change(changed, watched);
      }, 1000 / perSecond);
      return {
        stop() {
          clearInterval(timer);
          return changed;
        },
      };
    },
    accountOf: (callId) => calls.get(callId)?.customer.accountName,
    async close() {
      for (const stream of streams) stream.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const eventOf = (event: string, data: unknown): string =>
  `id: 1\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

function aCall(i: number, at: string): CallView {
  const company = COMPANIES[i % COMPANIES.length]!;
  const number = String(i).padStart(5, '0');
  return {
    callId: `crowd-${number}`,
    status: 'live',
    direction: i % 3 === 0 ? 'inbound' : 'outbound',
    startedAt: at,
    answeredAt: at,
    rep: {
      userId: `005Crowd${number}00AAA`,
      name: `Rep ${number}`,
      present: true,
      onHold: false,
      silenced: false,
    },
    customer: {
      name: CUSTOMERS[i % CUSTOMERS.length]!,
      phone: '+15005550111',
      accountName: company,
      present: true,
      onHold: false,
    },
    opportunity: {
      opportunityId: `006Crowd${number}00AAA`,
      name: `${company} – deal ${i}`,
      stage: 'Negotiation',
      amount: 5_000 + ((i * 7_919) % 300) * 1_000,
    },
    interventions: [],
    you: {
      relation: 'supervisor',
      modes: [
        { mode: 'monitor', allowed: true },
        { mode: 'whisper', allowed: true },
        ...(['barge', 'takeover'] as const).map((mode) => ({
          mode,
          allowed: false,
          code: 'not_permitted',
          message: 'Your permissions do not include this mode.',
          hint: HINT,
        })),
      ],
    },
  } as unknown as CallView;
}
