import { CrmUnavailable, type Directory } from '../../ports/index.ts';
import type { GroupDeps, MissedCallRecipientDeps } from './ringGroup.ts';

export interface CallerDeps extends Pick<MissedCallRecipientDeps, 'ringGroups'> {
  readonly directory: Pick<Directory, 'person' | 'known'>;
}

/** Reads for one caller, of a CRM that may answer some and not others. */
export interface ReadsForCaller {
  /** What can be read at the same time. */
  readonly atFirst: GroupDeps;
  /**
   * Afterwards: what the CRM has not answered is not asked for again, so that a caller waits for one
   * time limit and not for many. People in memory are found all the same.
   */
  readonly afterwards: MissedCallRecipientDeps;
  readonly isPartlyAway: () => boolean;
}

export function readsForCaller({ directory, ringGroups }: CallerDeps): ReadsForCaller {
  const people = readsUntilAway();
  const groups = readsUntilAway();
  const asked = new Map<string, Promise<readonly string[]>>();
  const members: MissedCallRecipientDeps['ringGroups']['members'] = (orgId, ringGroup) => {
    const key = JSON.stringify(ringGroup);
    const reading = asked.get(key) ?? groups.read(() => ringGroups.members(orgId, ringGroup));
    asked.set(key, reading);
    return reading;
  };
  const teamOf: MissedCallRecipientDeps['ringGroups']['teamOf'] = (...team) =>
    groups.read(() => ringGroups.teamOf(...team));
  return {
    atFirst: {
      directory: { person: (...who) => people.read(() => directory.person(...who)) },
      ringGroups: { members, teamOf },
    },
    afterwards: {
      directory: {
        person: async (...who) =>
          directory.known(...who) ?? people.readUntilAway(() => directory.person(...who)),
      },
      ringGroups: {
        members,
        teamOf,
        administrators: (orgId) =>
          people.readUntilAway(() => groups.readUntilAway(() => ringGroups.administrators(orgId))),
      },
    },
    isPartlyAway: () => people.isAway() || groups.isAway(),
  };
}

/** Reads of one kind, and whether the CRM has not answered one of them. */
function readsUntilAway() {
  let away: CrmUnavailable | undefined;
  async function read<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (problem) {
      if (problem instanceof CrmUnavailable) away = problem;
      throw problem;
    }
  }
  return {
    read,
    readUntilAway: async <T>(ask: () => Promise<T>): Promise<T> => {
      if (away) throw away;
      return read(ask);
    },
    isAway: (): boolean => away !== undefined,
  };
}
