import type { DebriefRules } from '../../domain/call/debriefRules.ts';
import { debriefDueMessage } from '../../domain/outbox/debriefs.ts';
import type { Debrief } from '../../domain/supervision/debrief.ts';
import { decideDue } from '../../domain/supervision/debriefDue.ts';
import {
  CrmUnavailable,
  type Clock,
  type CoachingRulesSource,
  type Directory,
  type DueDebriefs,
  type SettledDebrief,
} from '../../ports/index.ts';

export interface SayDueDebriefsDeps {
  readonly dueDebriefs: Pick<DueDebriefs, 'claim' | 'settle'>;
  readonly coachingRules: CoachingRulesSource;
  readonly directory: Pick<Directory, 'person'>;
  readonly clock: Clock;
}

const AT_ONCE = 200;
/** How long until a decision is tried again that failed because the CRM did not answer. */
const LEASE_MS = 60_000;

/**
 * Reminds of debriefs, says that they are due, and escalates what is overdue, each once. Returns how
 * many were looked at.
 */
export async function sayDueDebriefs(deps: SayDueDebriefsDeps): Promise<number> {
  let looked = 0;
  for (let isFull = true; isFull;) {
    const due = await deps.dueDebriefs.claim(deps.clock.now(), AT_ONCE, LEASE_MS);
    const settled = (await Promise.all(due.map((debrief) => settledOf(deps, debrief)))).flat();
    if (settled.length > 0) await deps.dueDebriefs.settle(settled);
    looked += due.length;
    isFull = due.length === AT_ONCE;
  }
  return looked;
}

async function settledOf(deps: SayDueDebriefsDeps, debrief: Debrief): Promise<SettledDebrief[]> {
  const { debriefId, orgId, dueOn, plannedAt, notifiedSteps, progress } = debrief;
  const rules = deps.coachingRules.of(orgId).debriefs;
  const decision = decideDue(
    {
      dueOn,
      plannedAt,
      notifiedSteps,
      repZone: debrief.repZone,
      isClosed: progress.closedAt !== undefined,
    },
    rules,
    deps.clock.now(),
  );
  const isEscalated = decision.say.includes('escalate');
  try {
    const escalatedTo = isEscalated ? await whoHearsOf(deps, debrief, rules) : undefined;
    return [
      {
        debriefId,
        notifiedSteps: decision.notifiedSteps,
        nextAt: decision.nextAt,
        ...(escalatedTo && { escalatedTo }),
        messages: decision.say
          .filter((step) => step !== 'escalate' || escalatedTo)
          .map((step) =>
            debriefDueMessage(debrief, step, step === 'escalate' ? escalatedTo : undefined),
          ),
      },
    ];
  } catch (fault) {
    if (fault instanceof CrmUnavailable) return [];
    throw fault;
  }
}

/** The person that the org names, or else the supervisor's manager; undefined if there is none. */
const whoHearsOf = async (
  { directory }: SayDueDebriefsDeps,
  { orgId, supervisor }: Debrief,
  { escalateTo }: DebriefRules,
): Promise<string | undefined> =>
  escalateTo ?? (await directory.person(orgId, supervisor.userId))?.managerIds[0];
