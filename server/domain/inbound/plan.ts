import { repOnCall, type FinishingRep, type Ringing, type RingStep } from '../call/call.ts';
import type { Person } from '../call/people.ts';
import { RING_AT_MOST } from '../call/ringing.ts';
import { isWithin } from '../policy/hours.ts';
import type { Holiday } from '../policy/policy.ts';
import { finishesUntil, isReachable, type RepSigns } from '../presence/presence.ts';
import { unreachable } from '../unreachable.ts';
import type { InboundRules } from './rules.ts';

export interface RingRequest {
  readonly rules: InboundRules;
  /** The rules of the group's own record, where it has one: its hours, order and voicemail. */
  readonly groupRules?: InboundRules;
  readonly holidays: readonly Holiday[];
  /** Who owns the deal or the contact, if the caller is known. */
  readonly owner: Person | undefined;
  /** The reps rung after the owner, in the order of the group. */
  readonly group: readonly Person[];
  readonly activity: ReadonlyMap<string, RepSigns>;
  /** The customer was talking with a rep: rather than nobody, reps are rung who finish a call. */
  readonly isMidCall?: boolean;
}

/** A caller for whom nobody can be rung waits so long for reps who are finishing a call. */
export const WAIT_FOR_READY_MS = 60_000;

/**
 * The reps that a new inbound call rings, in order, and what follows if none takes it. No group
 * rings reps who are finishing a call: they follow as soon as they are ready, and a caller for whom
 * nobody else can be rung waits for them. Their own customer rings them all the same if otherwise
 * nobody would be rung, or if the org has calls wait.
 */
export function planRinging(
  { rules, groupRules = rules, holidays, owner, group, activity, isMidCall }: RingRequest,
  now: string,
): Ringing {
  const otherwise = (owner ? rules : groupRules).takesMessages ? 'voicemail' : 'goodbye';
  const [ownerIsIn, groupIsIn] = [isOpen(rules, holidays, now), isOpen(groupRules, holidays, now)];
  if (!groupIsIn && !(owner && ownerIsIn)) return { steps: [], otherwise, nobodyBecause: 'closed' };

  const signsOf = ({ userId }: Person): RepSigns => activity.get(userId) ?? { isBusy: false };
  // A page that is not seen does not count: the carrier says at once when no softphone is there.
  const canBeRung = (person: Person): boolean =>
    canTakeCalls(person) && !signsOf(person).isBusy && !signsOf(person).awaySince;
  const untilOf = (person: Person): string | undefined =>
    finishesUntil(signsOf(person), { now, orgSeconds: rules.afterCallSeconds });
  const isReady = (person: Person): boolean => canBeRung(person) && !untilOf(person);
  const isRungOnCall = (person: Person): boolean =>
    rules.ringsBusyOwner &&
    canTakeCalls(person) &&
    !signsOf(person).awaySince &&
    (signsOf(person).isBusy || untilOf(person) !== undefined);
  const others = groupIsIn ? group.filter(({ userId }) => userId !== owner?.userId) : [];
  const ready = others.filter(isReady);
  const rung = isMidCall && ready.length === 0 ? others.filter(canBeRung) : ready;
  const ofGroup = groupSteps(groupRules, rung, activity);
  const ringsOwner =
    owner !== undefined &&
    ownerIsIn &&
    (isReady(owner) || isRungOnCall(owner) || (ofGroup.length === 0 && canBeRung(owner)));
  const steps: RingStep[] = [
    ...(ringsOwner
      ? [{ whom: 'owner' as const, reps: [repOnCall(owner)], seconds: rules.ownerSeconds }]
      : []),
    ...ofGroup,
  ];
  const finishing = [...(owner && ownerIsIn && !ringsOwner ? [owner] : []), ...others].flatMap(
    (person): FinishingRep[] => {
      const isAwaited = canBeRung(person) && isReachable(signsOf(person), now);
      const until = isAwaited ? untilOf(person) : undefined;
      if (!until) return [];
      const rep = repOnCall(person);
      if (person === owner) return [{ rep, until, seconds: rules.ownerSeconds }];
      return [{ rep, until, ...timesOf(groupRules) }];
    },
  );
  if (finishing.length > 0)
    return {
      steps,
      otherwise,
      finishing,
      waitsUntil: waitsUntil(now),
      ...(groupRules.order !== 'all_at_once' && { ringsInTurn: true }),
    };
  return steps.length > 0
    ? { steps, otherwise }
    : { steps, otherwise, nobodyBecause: 'nobody_free' };
}

const waitsUntil = (now: string): string =>
  new Date(Date.parse(now) + WAIT_FOR_READY_MS).toISOString();

/** Whether this person answers calls at all. */
export const canTakeCalls = ({ active, roles }: Person): boolean => active && roles.includes('rep');

/** Whether inbound calls ring somebody at this hour by these rules. */
export const isOpen = (
  { hours }: InboundRules,
  holidays: readonly Holiday[],
  now: string,
): boolean => !hours || isWithin({ ...hours, clock: 'rep' }, holidays, { zone: hours.zone, now });

/** How long a rep of the group is rung, and finishes the call afterwards. */
const timesOf = ({ groupSeconds, afterCallSeconds }: InboundRules) => ({
  seconds: groupSeconds,
  ...(afterCallSeconds !== undefined && { afterCallSeconds }),
});

function groupSteps(
  groupRules: InboundRules,
  people: readonly Person[],
  activity: RingRequest['activity'],
): RingStep[] {
  const step = (reps: readonly Person[]): RingStep => ({
    whom: 'group',
    reps: reps.map(repOnCall),
    ...timesOf(groupRules),
  });
  const idleSince = ({ userId }: Person): string => activity.get(userId)?.idleSince ?? '';
  const byIdle = (): Person[] =>
    people.toSorted((a, b) => idleSince(a).localeCompare(idleSince(b)));
  const { order } = groupRules;
  switch (order) {
    case 'all_at_once':
      return inTurns(byIdle()).map(step);
    case 'in_order':
      return people.map((one) => step([one]));
    case 'longest_idle':
      return byIdle().map((one) => step([one]));
    default:
      return unreachable(order);
  }
}

/** So many at once; the next ones when none of them has answered. */
function inTurns(people: readonly Person[]): Person[][] {
  const turns: Person[][] = [];
  for (let from = 0; from < people.length; from += RING_AT_MOST)
    turns.push(people.slice(from, from + RING_AT_MOST));
  return turns;
}
