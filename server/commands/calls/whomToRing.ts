import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls, type RingRequest } from '../../domain/inbound/plan.ts';
import {
  DEFAULT_INBOUND_RULES,
  type InboundRules,
  type RingGroup,
} from '../../domain/inbound/rules.ts';
import type { InboundSource } from '../../ports/index.ts';
import { readsForCaller, type CallerDeps } from './partlyAway.ts';
import {
  groupFor,
  missedCallRecipient,
  rulesOfGroup,
  unknownWhenAway,
  type GroupDeps,
} from './ringGroup.ts';

export interface WhomToRingDeps extends CallerDeps {
  readonly inboundRules: InboundSource;
}

/** Those who can be rung for a caller, and the rules by which they are. */
export interface Called extends Pick<
  RingRequest,
  'rules' | 'groupRules' | 'holidays' | 'owner' | 'group'
> {
  /** The rep who owns the call until a rep takes it, or who is to call back. */
  readonly rep: Person | undefined;
  /** The CRM does not say whose call it is: who the owner is, or who else. */
  readonly isUnread: boolean;
}

/**
 * The owner and the org's group; the owner's team where the org names no group, also when the owner
 * takes no calls any more; the group alone while the owner cannot be read. Where there is neither an
 * owner nor anybody to ring, `rep` is the member of the group or the administrator who is told of
 * the missed call; undefined without those, too.
 */
export async function whomToRing(
  deps: WhomToRingDeps,
  orgId: string,
  ownerUserId: string | undefined,
): Promise<Called> {
  const { rules, groups, holidays } =
    (await deps.inboundRules.of(orgId).catch(unknownWhenAway)) ?? NO_RULES;
  const { atFirst, afterwards, isPartlyAway } = readsForCaller(deps);
  const last = rules.unknownCallers ?? rules.group;
  const inTurn = ownerUserId ? [rules.group, rules.unknownCallers] : [last];
  const groupOf = groupReader(atFirst, orgId);
  // An owner who cannot be read does not delay the groups.
  for (const ringGroup of inTurn) if (ringGroup) groupOf(ringGroup).catch(() => undefined);
  const { ownedBy, isOwnerUnread } = await ownerOf(atFirst, orgId, ownerUserId);
  const owner = ownedBy && canTakeCalls(ownedBy) ? ownedBy : undefined;
  const called = (ringGroup: RingGroup | undefined, group: readonly Person[]) => ({
    rules,
    groupRules: rulesOfGroup(ringGroup, groups),
    holidays,
    owner,
    group,
  });
  for (const ringGroup of ownedBy || isOwnerUnread ? inTurn : [last]) {
    const group = await groupOf(ringGroup, ownedBy?.managerIds[0]);
    const rep = owner ?? group[0];
    if (rep) return { ...called(ringGroup, group), rep, isUnread: isOwnerUnread };
  }
  const rep = await missedCallRecipient(afterwards, orgId, last);
  const isUnread = isOwnerUnread || (!rep && isPartlyAway());
  return { ...called(last, []), rep, isUnread };
}

/** Reads who is in a group once, or in the team of a manager where there is no group. */
function groupReader(deps: GroupDeps, orgId: string) {
  const read = new Map<RingGroup, Promise<Person[]>>();
  return (ringGroup: RingGroup | undefined, managerId?: string): Promise<Person[]> => {
    if (!ringGroup) return groupFor(deps, orgId, { ringGroup, managerId });
    const reading = read.get(ringGroup) ?? groupFor(deps, orgId, { ringGroup, managerId });
    read.set(ringGroup, reading);
    return reading;
  };
}

async function ownerOf(
  { directory }: GroupDeps,
  orgId: string,
  userId: string | undefined,
): Promise<{ readonly ownedBy?: Person; readonly isOwnerUnread: boolean }> {
  if (!userId) return { isOwnerUnread: false };
  try {
    return { ownedBy: await directory.person(orgId, userId), isOwnerUnread: false };
  } catch (problem) {
    unknownWhenAway(problem);
    return { isOwnerUnread: true };
  }
}

const NO_RULES = {
  rules: DEFAULT_INBOUND_RULES,
  groups: new Map<string, InboundRules>(),
  holidays: [],
};
