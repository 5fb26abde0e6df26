import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls, type RingRequest } from '../../domain/inbound/plan.ts';
import {
  DEFAULT_INBOUND_RULES,
  type InboundRules,
  type RingGroup,
} from '../../domain/inbound/rules.ts';
import type { InboundSource } from '../../ports/index.ts';
import {
  groupFor,
  missedCallRecipient,
  rulesOfGroup,
  unknownWhenAway,
  type MissedCallRecipientDeps,
} from './ringGroup.ts';

export interface WhomToRingDeps extends MissedCallRecipientDeps {
  readonly inboundRules: InboundSource;
}

/** Those who can be rung for a caller, and the rules by which they are. */
export interface Called extends Pick<
  RingRequest,
  'rules' | 'groupRules' | 'holidays' | 'owner' | 'group'
> {
  /** The rep who owns the call until a rep takes it, or who is to call back. */
  readonly rep: Person | undefined;
}

/**
 * The owner and the org's group; the owner's team where the org names no group, also when the owner
 * takes no calls any more. Where there is neither an owner nor anybody to ring, `rep` is the member
 * of the group or the administrator who is told of the missed call; undefined without those, too.
 */
export async function whomToRing(
  deps: WhomToRingDeps,
  orgId: string,
  ownerUserId: string | undefined,
): Promise<Called> {
  const { rules, groups, holidays } =
    (await deps.inboundRules.of(orgId).catch(unknownWhenAway)) ?? NO_RULES;
  const ownedBy = ownerUserId
    ? await deps.directory.person(orgId, ownerUserId).catch(unknownWhenAway)
    : undefined;
  const owner = ownedBy && canTakeCalls(ownedBy) ? ownedBy : undefined;
  const find = async (ringGroup: RingGroup | undefined): Promise<Called> => {
    const group = await groupFor(deps, orgId, { ringGroup, managerId: ownedBy?.managerIds[0] });
    const groupRules = rulesOfGroup(ringGroup, groups);
    return { rules, groupRules, holidays, owner, group, rep: owner ?? group[0] };
  };
  const last = rules.unknownCallers ?? rules.group;
  for (const ringGroup of ownedBy ? [rules.group, rules.unknownCallers] : [last]) {
    const found = await find(ringGroup);
    if (found.rep) return found;
  }
  return {
    rules,
    groupRules: rulesOfGroup(last, groups),
    holidays,
    owner,
    group: [],
    rep: await missedCallRecipient(deps, orgId, last),
  };
}

const NO_RULES = {
  rules: DEFAULT_INBOUND_RULES,
  groups: new Map<string, InboundRules>(),
  holidays: [],
};
