import { judged, type Row } from '../support/measures.ts';
import { seconds } from '../support/stats.ts';

const CALLS = 10_000;
const CONSOLES = 10;
const LIMIT_MS = 4_000;
const GIVE_UP_MS = 20_000;

/** A server that starts again in the middle of the day. */
export const restart: Row = {
  name: 'restart',
  what: 'a start of the server with 10,000 live calls until 10 consoles are complete',
  async run(bench, report) {
    const database = await bench.database(CALLS);
    const who = await bench.supervisors(CONSOLES, CALLS);
    const [program, address] = [await bench.consoles(), await bench.address()];
    // The second start is measured: the first one migrates.
    await (await bench.startServer({ database, calls: CALLS })).stop();
    const startedAt = performance.now();
    const server = await bench.startServer({ database, calls: CALLS });
    const untilReadyMs = performance.now() - startedAt;
    const opened = await program.call('open', { server: address, ...who, withinMs: GIVE_UP_MS });
    const all = opened.completeAtMs.length === CONSOLES;
    report({ what: 'until the server is ready', value: seconds(server.readyMs), target: '' });
    report(
      judged(`until ${CONSOLES} consoles are complete, of ${who.calls} calls each`, {
        value: all ? untilReadyMs + Math.max(...opened.completeAtMs) : Infinity,
        show: (value) =>
          Number.isFinite(value)
            ? seconds(value)
            : `never: snapshots of ${opened.incomplete.join(', ') || 'none'}` +
              (opened.faults.length > 0 ? `, ${opened.faults[0]}` : ''),
        limit: { most: LIMIT_MS },
      }),
    );
    await program.call('close');
    await server.stop();
    await database.drop();
  },
};
