import { parseArgs } from 'node:util';
import { createCallDays } from '../store/outcomes/callDays.ts';
import { mention, say, withDatabase, type Command } from './command.ts';

const OPTIONS = { org: { type: 'string' } } as const;

/** Counts the totals of every day again from the calls themselves. */
export const outcomesRecompute: Command = {
  usage: '[--org <id>]',
  async run(args) {
    const { org } = parseArgs({ args, options: OPTIONS }).values;
    return withDatabase(async ({ store, orgId }) => {
      const callDays = createCallDays(store.pool);
      const days = await callDays.makeAllDue(await orgId(org));
      let counted = 0;
      // The server counts as well where it runs: whoever comes first.
      while ((await callDays.countDue(1)) > 0) {
        counted += 1;
        if (counted % 20 === 0) mention(`${counted} of ${days} days`);
      }
      say(`The totals of ${days} days are those of their calls.`);
      return 0;
    });
  },
};
