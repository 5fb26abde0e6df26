import { FLOOR_CALLS } from '../support/floor.ts';
import { judged, type Row } from '../support/measures.ts';
import { seconds } from '../support/stats.ts';

const OPENINGS = [
  { consoles: 500, withinMs: 3_000 },
  { consoles: 1_000, withinMs: 6_000 },
] as const;
const GIVE_UP_MS = 45_000;

/** Many consoles that are opened at once, as after a deployment. */
export const consoles: Row = {
  name: 'consoles',
  what: 'consoles opening at once until each has its complete snapshot of 20 of 2,000 calls',
  async run(bench, report) {
    for (const opening of OPENINGS) {
      const database = await bench.database(FLOOR_CALLS);
      const server = await bench.startServer({ database, calls: FLOOR_CALLS });
      const program = await bench.consoles();
      const who = await bench.supervisors(opening.consoles, FLOOR_CALLS);
      const address = await bench.address();
      // The people, not the org that they are read from, are what is measured.
      await program.call('greet', { server: address, userIds: who.userIds });
      const { completeAtMs, incomplete, faults } = await program.call('open', {
        server: address,
        ...who,
        withinMs: GIVE_UP_MS,
      });
      const all = completeAtMs.length === opening.consoles;
      const missing = opening.consoles - completeAtMs.length;
      report(
        judged(`${opening.consoles} consoles, the last one complete`, {
          value: all ? Math.max(...completeAtMs) : Infinity,
          show: (value) =>
            Number.isFinite(value)
              ? seconds(value)
              : `${missing} are not after ${GIVE_UP_MS / 1000} s` +
                (incomplete.length > 0 ? `, ${incomplete.length} with fewer calls` : '') +
                (faults.length > 0 ? `, ${faults[0]}` : ''),
          limit: { most: opening.withinMs },
        }),
      );
      await program.call('close');
      await server.stop();
      await database.drop();
    }
  },
};
