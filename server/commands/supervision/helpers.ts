import type { Call } from '../../domain/call/call.ts';
import type { CoachingRules } from '../../domain/call/coachingRules.ts';
import type { HelpOffer, HelpReach } from '../../domain/call/helpRequest.ts';
import { JOIN_MODE } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { isAllowed } from '../../domain/policy/decide.ts';
import { PAGE_GONE_MS } from '../../domain/presence/presence.ts';
import {
  beginOffer,
  offerSteps,
  reachAmong,
  type PossibleHelper,
} from '../../domain/supervision/helpOffers.ts';
import {
  CrmUnavailable,
  type Clock,
  type Directory,
  type Log,
  type Policies,
  type RepActivities,
} from '../../ports/index.ts';

export interface HelperDeps {
  readonly roster: { userIds(orgId: string): Promise<readonly string[]> };
  readonly directory: Pick<Directory, 'person'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly clock: Clock;
}

interface OfferDeps extends HelperDeps {
  readonly activities: Pick<RepActivities, 'of'>;
  readonly log: Log;
}

/** Everybody who may join this call now by the policy. Throws CrmUnavailable. */
export async function findHelpers(
  { roster, directory, policies, clock }: HelperDeps,
  call: Call,
): Promise<Person[]> {
  const [policy, userIds] = await Promise.all([
    policies.inForce(call.orgId),
    roster.userIds(call.orgId),
  ]);
  const people = await Promise.all(userIds.map((userId) => directory.person(call.orgId, userId)));
  const now = clock.now();
  return people.filter(
    (person): person is Person =>
      person !== undefined &&
      isAllowed({ policy, person, rep: call.rep, call, mode: JOIN_MODE, now }),
  );
}

/** Longer than the CRM usually takes, and short enough that a rep does not notice. */
const PLAN_WITHIN_MS = 2_000;

/** The people that a help request on a call reaches, and those it is offered to first. */
export interface HelpPlan {
  readonly reach?: HelpReach;
  readonly offer?: HelpOffer;
}

/**
 * Plans a help request on this call; empty when that could not be found out in time. The request
 * continues either way.
 */
export async function planHelp(
  deps: OfferDeps,
  call: Call,
  { skill, rules }: { readonly skill?: string; readonly rules: CoachingRules },
): Promise<HelpPlan> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<HelpPlan>((resolve) => {
    timer = setTimeout(() => resolve({}), PLAN_WITHIN_MS);
  });
  const planned = possibleHelpers(deps, call).then((helpers): HelpPlan => {
    const steps = offerSteps(helpers, { rep: call.rep, skill });
    const offer = beginOffer(steps, rules.helpStepMs, deps.clock.now());
    return { reach: reachAmong(helpers), ...(offer && { offer }) };
  });
  const notPlanned = (fault: unknown): HelpPlan => {
    if (!(fault instanceof CrmUnavailable))
      deps.log.warn(
        { callId: call.callId, fault: String(fault) },
        'planning whom a help request reaches failed',
      );
    return {};
  };
  try {
    return await Promise.race([planned.catch(notPlanned), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Everybody who may join this call, and whether they can come now. Throws CrmUnavailable. */
export async function possibleHelpers(
  deps: Omit<OfferDeps, 'log'>,
  call: Call,
): Promise<(PossibleHelper & { readonly person: Person })[]> {
  const helpers = await findHelpers(deps, call);
  if (helpers.length === 0) return [];
  const nowMs = Date.parse(deps.clock.now());
  const signs = await deps.activities.of(
    call.orgId,
    helpers.map(({ userId }) => userId),
  );
  return helpers.map((person) => {
    const {
      isBusy = false,
      isSupervising = false,
      seenAt,
      awaySince,
    } = signs.get(person.userId) ?? {};
    return {
      person,
      isThere: seenAt !== undefined && !awaySince && nowMs - Date.parse(seenAt) <= PAGE_GONE_MS,
      isBusy: isBusy || isSupervising,
    };
  });
}
