import type { Call } from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import type { HelpOffer } from '../call/helpRequest.ts';
import type { Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';
import { decideJoin } from '../policy/decideJoin.ts';
import type { Policy } from '../policy/policy.ts';
import { beginOffer, offerSteps, type PossibleHelper } from './helpOffers.ts';

/**
 * The people that a compliance alert summons: those who are free, best first; then the others who
 * may act on the call; then everybody again. Undefined if there is nobody.
 */
export function summonsOffer(
  helpers: readonly PossibleHelper[],
  call: Pick<Call, 'rep'>,
  { stepMs, now }: { readonly stepMs: number; readonly now: string },
): HelpOffer | undefined {
  const all = offerSteps(helpers, { rep: call.rep }).flat();
  const isFree = new Set(
    helpers.filter((one) => one.isThere && !one.isBusy).map(({ person }) => person.userId),
  );
  const steps = [
    all.filter((userId) => isFree.has(userId)),
    all.filter((userId) => !isFree.has(userId)),
    all,
  ];
  return beginOffer(
    steps.filter((step) => step.length > 0),
    stepMs,
    now,
  );
}

export interface SummonsToSend {
  readonly alertId: string;
  readonly label: string;
  readonly family: string;
  readonly offer?: HelpOffer;
}

/** Summons people to a live call, once for each alert. */
export function summon(call: Call, asked: SummonsToSend, now: string): CallEvent[] {
  if (call.status !== 'live') return [];
  if (call.summonses?.some(({ alertId }) => alertId === asked.alertId)) return [];
  return [{ type: 'SummonsSent', summons: { ...asked, at: now, status: 'open' }, at: now }];
}

/**
 * A person who may join the call takes responsibility for it. If two do at once, the first counts.
 */
export function decideSummonsAnswer(
  call: Call,
  {
    alertId,
    supervisor,
    policy,
  }: { readonly alertId: string; readonly supervisor: Person; readonly policy: Policy },
  now: string,
): Decision {
  const decided = decideJoin(call, { person: supervisor, policy }, now);
  if (!decided.allowed) return refuse(decided.refusal);
  const summons = call.summonses?.find((one) => one.alertId === alertId);
  if (!summons) return refuse(refusal('not_found'));
  if (summons.status === 'closed') return refuse(refusal('call_not_live'));
  if (summons.status === 'answered')
    return summons.by.userId === supervisor.userId
      ? happens()
      : refuse(refusal('call_claimed', { values: { who: summons.by.name } }));
  const { userId, name } = supervisor;
  return happens({
    type: 'SummonsAnswered',
    alertId,
    by: { userId, name, role: decided.role },
    at: now,
  });
}
