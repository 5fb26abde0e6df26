import type { RepOnCall } from '../call/call.ts';
import type { CallerId } from '../call/callerId.ts';

/**
 * The users of a number: a person, a queue or public group, everybody, or reps near the customer.
 */
export type NumberHolder =
  | { readonly kind: 'person'; readonly userId: string }
  | { readonly kind: 'team'; readonly groupId: string }
  | { readonly kind: 'org' }
  | { readonly kind: 'local' };

/** One number as the org's records assign it. */
export interface AssignedNumber {
  readonly number: string;
  readonly holder: NumberHolder;
}

/** An org's rules for the caller ids of its reps. */
export interface CallerIdRules {
  readonly assigned: readonly AssignedNumber[];
  /** Whether a number near the customer goes before all others. */
  readonly usesLocalPresence: boolean;
  /** Records that assign nothing, for administrators. */
  readonly faults: readonly NumberFault[];
}

/** A record that is not followed, by its name. */
export interface NumberFault {
  readonly record: string;
  readonly fault: 'unreadable' | 'unknown_holder' | 'not_owned';
}

/** The default: the number of the org. */
export const NO_CALLER_ID_RULES: CallerIdRules = {
  assigned: [],
  usesLocalPresence: false,
  faults: [],
};

/** The numbers with which an org may call: only those that the carrier has seen to be the org's. */
export interface OwnedNumbers {
  readonly numbers: readonly string[];
  /** The caller id if no record says otherwise. */
  readonly main: string;
}

/**
 * The number that a customer sees when this rep calls: where the org wants it one with the
 * customer's area code, else the rep's own, else that of their queue or team, else the org's. A
 * number that is not the org's is never used. Pure.
 */
export function chooseCallerId(
  { assigned, usesLocalPresence }: Pick<CallerIdRules, 'assigned' | 'usesLocalPresence'>,
  owned: OwnedNumbers,
  {
    rep,
    to,
  }: { readonly rep: Pick<RepOnCall, 'userId' | 'queueIds' | 'groupIds'>; readonly to: string },
): CallerId {
  const usable = assigned.filter(({ number }) => owned.numbers.includes(number));
  const area = usesLocalPresence ? areaCodeOf(to) : undefined;
  const near =
    area === undefined
      ? undefined
      : usable.find(({ number, holder }) => holder.kind === 'local' && areaCodeOf(number) === area);
  if (near) return { number: near.number, because: 'local' };
  const groups = [...(rep.queueIds ?? []), ...(rep.groupIds ?? [])];
  const of = (holds: (holder: NumberHolder) => boolean): string | undefined =>
    usable.find(({ holder }) => holds(holder))?.number;
  const own = of((holder) => holder.kind === 'person' && holder.userId === rep.userId);
  if (own) return { number: own, because: 'person' };
  const teams = of((holder) => holder.kind === 'team' && groups.includes(holder.groupId));
  if (teams) return { number: teams, because: 'team' };
  return { number: of(({ kind }) => kind === 'org') ?? owned.main, because: 'org' };
}

/** The three digits after the country code of North America, where numbers have an area code. */
function areaCodeOf(number: string): string | undefined {
  return /^\+1([2-9]\d\d)\d{7}$/.exec(number)?.[1];
}

/** The rules, with the records named whose number is not the org's. Pure. */
export function withFaultsOf(rules: CallerIdRules, owned: OwnedNumbers): readonly NumberFault[] {
  const strangers = rules.assigned.filter(({ number }) => !owned.numbers.includes(number));
  return [
    ...rules.faults,
    ...[...new Set(strangers.map(({ number }) => number))].map((number): NumberFault => ({
      record: number,
      fault: 'not_owned',
    })),
  ];
}

/** The code of a holder as records write it. */
export const holderKind = (written: string): NumberHolder['kind'] | undefined => {
  switch (written.trim().toLowerCase()) {
    case 'person':
      return 'person';
    case 'queue':
    case 'team':
      return 'team';
    case 'org':
      return 'org';
    case 'local':
      return 'local';
    default:
      return undefined;
  }
};
