import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { conferenceIdOf, insertCalls } from '../test/support/insertCalls.ts';
import { startWorld } from '../test/support/world.ts';

/**
 * What live calls cost while nothing happens: requests to the carrier, and processor time of the
 * server, for each number of calls given, after the first turn through all of them or, with `soon`,
 * during it.
 */
const when = process.argv[2] === 'soon' ? 'soon' : 'later';
const counts = process.argv.slice(3).map(Number);
const MEASURED_MS = 60_000;
/** The rotation's part of the requests, in the first turn. */
const FIRST_TURN_PER_SECOND = 2.5;

interface Asked {
  lists: number;
  looks: number;
}

for (const count of counts.length > 0 ? counts : [500]) {
  const asked: Asked = { lists: 0, looks: 0 };
  const carrier = await startStandIn(count, asked);
  const world = await startWorld({
    env: { TWILIO_API_URL: carrier.url },
    prepare: async () => undefined,
  });
  await insertCalls(world.databaseUrl, { count });
  await pause(when === 'soon' ? 15_000 : 30_000 + (count / FIRST_TURN_PER_SECOND) * 1_000);
  const before = { ...asked, cpuMs: serverCpuMs(), at: performance.now() };
  await pause(MEASURED_MS);
  const seconds = (performance.now() - before.at) / 1_000;
  const cores = (serverCpuMs() - before.cpuMs) / 1_000 / seconds;
  const [{ live }] = (await world.database<{ live: number }>(
    `select count(*)::int as live from "Call" where "status" = 'live'`,
  )) as [{ live: number }];
  process.stdout.write(
    `${when} ${count} calls (${live} live): ${((asked.lists - before.lists) / seconds).toFixed(2)} lists/s, ` +
      `${((asked.looks - before.looks) / seconds).toFixed(2)} looks/s, ${cores.toFixed(3)} cores\n`,
  );
  await world.stop();
  carrier.stop();
}
process.exit(0);

/** Twilio as far as looks ask it: every call's conference is as it is known. */
async function startStandIn(count: number, asked: Asked) {
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://stand-in');
    const body = url.pathname.endsWith('/Conferences.json') ? list(url) : participants(url);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  function list(url: URL) {
    asked.lists += 1;
    const isInProgress = url.searchParams.get('Status') === 'in-progress';
    const [page, size] = [Number(url.searchParams.get('Page') ?? 0), 1_000];
    const all = isInProgress ? count : 0;
    const rows = Math.max(0, Math.min(size, all - page * size));
    const next = `${url.pathname}?Status=in-progress&PageSize=1000&Page=${page + 1}&PageToken=PA`;
    return {
      conferences: Array.from({ length: rows }, (_, i) => ({
        sid: conferenceIdOf(page * size + i + 1),
        friendly_name: `many-${page * size + i + 1}`,
        status: 'in-progress',
      })),
      page,
      page_size: size,
      next_page_uri: (page + 1) * size < all ? next : null,
    };
  }
  function participants(url: URL) {
    asked.looks += 1;
    const sid = /Conferences\/CF(\d+)/.exec(url.pathname)![1]!;
    return {
      participants: ['rep', 'customer'].map((label, i) => ({
        call_sid: `CA${i}${sid.slice(1)}`,
        conference_sid: `CF${sid}`,
        label,
        muted: false,
        hold: false,
        coaching: false,
        status: 'connected',
      })),
      page: 0,
      page_size: 50,
      next_page_uri: null,
    };
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => server.close(),
  };
}

/** Processor time of the server process, a child of this one. */
function serverCpuMs(): number {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'ppid=,cputime=,args=']).toString();
  const [, time] =
    lines
      .split('\n')
      .map((line) => /^\s*(\d+)\s+([\d:-]+)\s+.*server\/main\.ts/.exec(line))
      .filter((match) => Number(match?.[1]) === process.pid)
      .map((match) => match!.slice(1))[0] ?? [];
  if (time === undefined) throw new Error('the server process is not among the children');
  const [days, clock] = time.includes('-') ? time.split('-') : ['0', time];
  const seconds = clock!.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(days) * 86_400 + seconds) * 1_000;
}
