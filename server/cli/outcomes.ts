import { parseArgs } from 'node:util';
import type { Difference } from '../domain/outcomes/dayTotals.ts';
import { createCallDays } from '../store/outcomes/callDays.ts';
import { createDayTotals } from '../store/outcomes/dayTotals.ts';
import { createDealTotals } from '../store/outcomes/dealResults.ts';
import { mention, say, UsageFault, withDatabase, type Command } from './command.ts';

const OPTIONS = { org: { type: 'string' } } as const;

const DEALS_AT_ONCE = 2_000;

/** Counts the totals of every day, and what became of every deal, again from the calls themselves. */
export const outcomesRecompute: Command = {
  usage: '[--org <id>]',
  async run(args) {
    const { org } = parseArgs({ args, options: OPTIONS }).values;
    return withDatabase(async ({ store, orgId }) => {
      const callDays = createCallDays(store.pool);
      const days = await callDays.makeAllDue(await orgId(org));
      let counted = 0;
      // A server that runs counts too: each day is counted by the first to take it.
      while ((await callDays.countDue(1)) > 0) {
        counted += 1;
        if (counted % 20 === 0) mention(`${counted} of ${days} days`);
      }
      const dealTotals = createDealTotals(store.pool);
      const deals = await dealTotals.makeAllDue(await orgId(org));
      let workedOut = 0;
      for (;;) {
        const now = await dealTotals.countDue(DEALS_AT_ONCE);
        if (now === 0) break;
        workedOut += now;
        mention(`${workedOut} of ${deals} deals`);
      }
      say(`The totals of ${days} days are those of their calls.`);
      say('Alerts that were removed after KEEP_ALERTS_DAYS count as they did.');
      return 0;
    });
  },
};

const RECONCILE_OPTIONS = {
  ...OPTIONS,
  from: { type: 'string' },
  to: { type: 'string' },
  check: { type: 'boolean' },
} as const;
const DAY_MS = 86_400_000;
/** Of a long list, the rest is counted. */
const SHOWN = 20;

/** Compares calls, totals and the CRM, corrects what differs, and prints it. */
export const outcomesReconcile: Command = {
  usage: '[--org <id>] [--from <YYYY-MM-DD>] [--to <YYYY-MM-DD>] [--check]',
  async run(args) {
    const { org, from, to, check } = parseArgs({ args, options: RECONCILE_OPTIONS }).values;
    const period = { from: dayOf('from', from, 35), to: dayOf('to', to, -1) };
    const { connectOrgs } = await import('../crm/session/orgs.ts');
    const { crmTimeoutMs, readOrgs } = await import('../config.ts');
    const { reconcileOutcomes } = await import('../commands/jobs/reconcileOutcomes.ts');
    const read = readOrgs(process.env);
    if ('faults' in read) throw new Error(read.faults.join('; '));
    return withDatabase(async ({ store, orgId }) => {
      const { days, counted, written, awaited, calls } = await reconcileOutcomes(
        {
          store,
          callDays: createCallDays(store.pool),
          dayTotals: createDayTotals(store.pool),
          crm: connectOrgs(read.orgs, { readTimeoutMs: crmTimeoutMs(process.env) }),
        },
        {
          orgId: await orgId(org),
          ...period,
          mends: !check,
          onProgress: (done, total) => {
            if (done % 20 === 0) mention(`${done} of ${total} days`);
          },
        },
      );
      list('totals that were not those of the calls', counted.map(differenceText));
      list('totals that Salesforce did not have as they were written', written.map(differenceText));
      list(
        'calls of reps that are not in Salesforce',
        calls.map(({ callId, repUserId }) => `${callId} of ${repUserId}`),
      );
      list('days of which Salesforce is still to have the newest totals', awaited);
      const found = counted.length + written.length + calls.length;
      say(
        found === 0
          ? `${days} days: calls, totals and Salesforce are the same.`
          : `${days} days: ${found} differences. ${check ? 'Nothing was changed.' : 'They were counted again; the server writes them to Salesforce.'}`,
      );
      return found === 0 ? 0 : 1;
    });
  },
};

function list(what: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  say(`${lines.length} ${what}:`);
  for (const line of lines.slice(0, SHOWN)) say(`  ${line}`);
  if (lines.length > SHOWN) say(`  and ${lines.length - SHOWN} more`);
}

const differenceText = ({ key, expected, found }: Difference): string =>
  `${key.day} ${key.repUserId} ${key.direction} ${key.refusalCode || key.issue || 'no issue'}: ` +
  `${found?.answered ?? 0} answered, not ${expected?.answered ?? 0}`;

function dayOf(name: string, given: string | undefined, daysAgo: number): string {
  if (given === undefined)
    return new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(Date.parse(given)))
    throw new UsageFault(`--${name} is not a date: ${given}`);
  return given;
}
