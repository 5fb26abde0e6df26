import { pointNumbers } from '../../commands/setup/pointNumbers.ts';
import { readSetup, type ReadSetupDeps } from '../../commands/setup/readSetup.ts';
import { MODES } from '../../domain/call/modes.ts';
import { setupWords } from '../../domain/setup/checkSetup.ts';
import { readerOf } from '../../domain/texts/texts.ts';
import {
  CrmUnavailable,
  type CallDays,
  type CrmLimit,
  type CrmSetup,
  type InboundAddresses,
  type InboundNumbers,
} from '../../ports/index.ts';
import type { Routes } from '../routes.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';

export interface SetupRouteDeps extends AdminGate {
  readonly setup: ReadSetupDeps;
  readonly crmSetup: Pick<CrmSetup, 'limits'>;
  readonly callDays: Pick<CallDays, 'reps'>;
  readonly inboundNumbers: InboundNumbers;
  readonly inboundAddresses: InboundAddresses;
}

/** The org's limits that Dealside's own use counts toward, by their names in the CRM. */
const LIMITS = ['DailyApiRequests', 'DataStorageMB', 'FileStorageMB', 'HourlyTimeBasedWorkflow'];
const SECONDS_IN_A_MINUTE = 60;

/** Checks of the setup and usage of limits, for administrators. */
export const setupRoutes =
  (deps: SetupRouteDeps): Routes =>
  (router) => {
    const { clock, callDays, crmSetup } = deps;

    /** Undefined if the CRM does not answer. */
    async function limitsOf(orgId: string): Promise<Record<string, CrmLimit> | undefined> {
      try {
        const limits = await crmSetup.limits(orgId);
        return Object.fromEntries(Object.entries(limits).filter(([name]) => LIMITS.includes(name)));
      } catch (fault) {
        if (fault instanceof CrmUnavailable) return undefined;
        throw fault;
      }
    }

    router.get('/api/setup', async (ctx) => {
      const { orgId, locale, region, timeZone } = await asAdmin(ctx, deps, 'ReadSetup');
      const findings = await readSetup(deps.setup, orgId);
      ctx.body = {
        checkedAt: clock.now(),
        checks: findings.map((finding) => ({
          check: finding.check,
          status: finding.status,
          ...(finding.status === 'todo' && { code: finding.code }),
          ...setupWords(finding, readerOf({ locale, region }), timeZone),
        })),
      };
    });

    router.post('/api/setup/phone-numbers', async (ctx) => {
      const person = await asAdmin(ctx, deps, 'PointPhoneNumbers');
      ctx.body = { changed: await pointNumbers(deps, person) };
    });

    router.get('/api/setup/usage', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadSetup');
      const to = clock.now().slice(0, 'YYYY-MM-DD'.length);
      const from = `${to.slice(0, 'YYYY-MM'.length)}-01`;
      const [limits, reps] = await Promise.all([
        limitsOf(orgId),
        callDays.reps({ orgId, from, to }, 'all'),
      ]);
      const sum = (of: (rep: (typeof reps)[number]) => number): number =>
        reps.reduce((total, rep) => total + of(rep), 0);
      ctx.body = {
        from,
        to,
        calls: sum(({ answered }) => answered),
        minutes: Math.ceil(sum(({ talkSeconds }) => talkSeconds) / SECONDS_IN_A_MINUTE),
        modes: Object.fromEntries(MODES.map((mode) => [mode, sum((rep) => rep[mode])])),
        limits,
      };
    });
  };
