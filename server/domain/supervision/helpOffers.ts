import type { RepOnCall } from '../call/call.ts';
import type { HelpOffer, HelpReach, HelpRequest } from '../call/helpRequest.ts';
import type { Person } from '../call/people.ts';

/** A person who may join the call by the policy, and whether they can come now. */
export interface PossibleHelper {
  readonly person: Pick<Person, 'userId' | 'name' | 'skills'>;
  /** Has a page open and has not said to be away. */
  readonly isThere: boolean;
  /** On a call of their own, or on one of another rep. */
  readonly isBusy: boolean;
}

interface Asked {
  readonly rep: Pick<RepOnCall, 'managerIds'>;
  readonly skill?: string;
}

/**
 * The people that a help request is offered to, step by step: the best of those who are free and
 * have the skill; all of these; everybody who is free; everybody who may join. Steps that add
 * nobody are left out.
 */
export function offerSteps(helpers: readonly PossibleHelper[], asked: Asked): string[][] {
  const ranked = helpers.toSorted(byRank(asked));
  const isFree = (one: PossibleHelper): boolean => one.isThere && !one.isBusy;
  const skilled = ranked.filter((one) => isFree(one) && hasSkill(one, asked.skill));
  const steps = [
    skilled.slice(0, 1),
    skilled.slice(1),
    ranked.filter((one) => isFree(one) && !skilled.includes(one)),
    ranked.filter((one) => !isFree(one)),
  ];
  return steps
    .filter((step) => step.length > 0)
    .map((step) => step.map(({ person }) => person.userId));
}

/** Whom these helpers make available. */
export function reachAmong(helpers: readonly PossibleHelper[]): HelpReach {
  if (helpers.length === 0) return 'nobody';
  return helpers.some(({ isThere }) => isThere) ? 'available' : 'away';
}

/** The initial offer; undefined if there is nobody to choose from. */
export const beginOffer = (
  steps: readonly (readonly string[])[],
  stepMs: number,
  now: string,
): HelpOffer | undefined =>
  steps.length > 0 ? { steps, step: 0, stepSince: now, stepMs } : undefined;

/**
 * Whether an open request is offered to this person now. Without steps, and in the last one, it is
 * offered to everybody who may join the call.
 */
export function isOfferedTo({ offer, status }: HelpRequest, userId: string): boolean {
  if (status !== 'open') return false;
  if (!offer || offer.step >= offer.steps.length - 1) return true;
  return offer.steps.slice(0, offer.step + 1).some((step) => step.includes(userId));
}

/** Whether a step of the offer adds this person; the last one adds whoever was in none before. */
export function isAddedAt(
  { offer }: Pick<HelpRequest, 'offer'>,
  step: number,
  userId: string,
): boolean {
  if (!offer) return true;
  const earlier = offer.steps.slice(0, step).flat();
  if (earlier.includes(userId)) return false;
  return step >= offer.steps.length - 1 || (offer.steps[step]?.includes(userId) ?? false);
}

/** The skills of those who may come, by name: what a rep can ask for. */
export const skillsAmong = (helpers: readonly Pick<PossibleHelper, 'person'>[]): string[] =>
  [...new Set(helpers.flatMap(({ person }) => person.skills))].toSorted((a, b) =>
    a.localeCompare(b),
  );

/** Skills are compared as people write them: "Price negotiation" is Price_Negotiation. */
const plain = (skill: string): string => skill.replaceAll('_', ' ').trim().toLowerCase();

const hasSkill = ({ person }: PossibleHelper, skill: string | undefined): boolean =>
  skill === undefined || person.skills.some((one) => plain(one) === plain(skill));

/** Those with the skill first, then the nearest managers of the rep, then by name. */
const byRank =
  ({ rep, skill }: Asked) =>
  (one: PossibleHelper, other: PossibleHelper): number =>
    Number(hasSkill(other, skill)) - Number(hasSkill(one, skill)) ||
    distance(rep, one) - distance(rep, other) ||
    one.person.name.localeCompare(other.person.name);

function distance({ managerIds }: Asked['rep'], { person }: PossibleHelper): number {
  const level = managerIds.indexOf(person.userId);
  return level < 0 ? managerIds.length : level;
}
