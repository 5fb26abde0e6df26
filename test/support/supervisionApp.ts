import { HEALTHY } from '../../server/domain/audioCheck/audioCheck.ts';
import { DEFAULT_COACHING_RULES } from '../../server/domain/call/coachingRules.ts';
import { NO_PROOFS } from '../../server/domain/stepUp/proofs.ts';
import { createApp } from '../../server/http/app.ts';
import { callRoutes, type CallRouteDeps } from '../../server/http/routes/calls.ts';
import {
  interventionRoutes,
  type InterventionRouteDeps,
} from '../../server/http/routes/interventions.ts';
import type { Store } from '../../server/ports/index.ts';
import { quietLog } from './quietLog.ts';

type AppDeps = Parameters<typeof createApp>[0];
type Supervision = InterventionRouteDeps['supervision'] & CallRouteDeps['supervision'];

/** What differs from test to test. */
interface SupervisionAppDeps extends Pick<AppDeps, 'origins' | 'limits'> {
  readonly orgId: string;
  readonly calls: Pick<Supervision, 'control' | 'locks' | 'clock' | 'ids' | 'log'> & {
    readonly store: Store;
  };
  readonly leases: InterventionRouteDeps['leases']['leases'];
  readonly policies: Supervision['policies'];
  readonly interventionKeys: CallRouteDeps['interventionKeys'];
  readonly authenticate: CallRouteDeps['authenticate'];
}

/** The routes of calls and interventions, with nothing that they need beside these. */
export function supervisionApp({
  orgId,
  calls,
  leases,
  policies,
  interventionKeys,
  authenticate,
  origins,
  limits,
}: SupervisionAppDeps): ReturnType<typeof createApp> {
  const { store, clock, ids } = calls;
  const supervision: Supervision = {
    ...calls,
    policies,
    consent: {
      of: async () => ({
        disclosedElsewhere: true,
        legitimateInterest: undefined,
        overrides: [],
      }),
    },
    proofs: { of: async () => NO_PROOFS },
    claims: { ofCall: async () => undefined, giveBack: async () => false },
    audioCheckRuns: { carrierHealth: async () => HEALTHY },
    latency: { requested: async () => undefined, carrierAnswered: async () => undefined },
    isRepUnnotified: async () => false,
    lacksCourse: async () => false,
    later: () => undefined,
  };
  const unused = undefined as never;
  return createApp({
    routes: [
      interventionRoutes({
        authenticate,
        store,
        supervision,
        outcomes: { ...supervision, coachingRules: { of: () => DEFAULT_COACHING_RULES } },
        notices: { store, clock, ids },
        leases: { store, leases, clock },
        pin: unused,
        coaching: unused,
        late: unused,
      }),
      callRoutes({
        authenticate,
        store,
        supervision,
        viewing: () => ({
          policy: policies.lastKnown(orgId),
          now: clock.now(),
          carrierHealth: HEALTHY,
        }),
        interventionKeys,
        repCommands: unused,
        disclosure: unused,
        recording: unused,
        pin: unused,
        reach: { reaches: { of: async () => ({}) }, dialing: unused },
      }),
    ],
    origins,
    limits,
    trustedProxies: 0,
    audit: { store, clock, ids },
    log: quietLog,
  });
}
