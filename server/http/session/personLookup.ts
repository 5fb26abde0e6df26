import type { Context } from 'koa';
import { personWithoutRights, type Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { CrmUnavailable, type Clock, type Directory, type PersonKey } from '../../ports/index.ts';
import { Refused } from '../errors.ts';
import { rememberReader } from '../views/readerLanguage.ts';
import type { Asker } from './admission.ts';
import type { Admission } from './admission.ts';

interface PersonLookupDeps extends Pick<Admission, 'refuse'> {
  readonly directory: Pick<Directory, 'person' | 'current' | 'known' | 'refresh'>;
  readonly clock: Clock;
}

const isNamed = ({ username }: Asker, person: Person): boolean =>
  !username || !person.username || username.toLowerCase() === person.username.toLowerCase();

function unlessAway(fault: unknown): void {
  if (!(fault instanceof CrmUnavailable)) throw fault;
}

/** Finds who asks in the CRM or in memory. */
export function createPersonLookup({ directory, clock, refuse }: PersonLookupDeps) {
  async function activePerson(
    ctx: Context,
    who: Asker,
    person: Person | undefined,
  ): Promise<Person> {
    if (!person || !(await isWhoTheyAre(who, person)))
      return refuse(ctx, 'not_authenticated', {
        claimed: who,
        wording: 'not_authenticated.not_shown',
      });
    rememberReader(ctx, person);
    return person.active ? person : refuse(ctx, 'user_inactive', { claimed: who });
  }

  const knownPerson = async (ctx: Context, who: Asker): Promise<Person> =>
    activePerson(ctx, who, await directory.person(who.orgId, who.userId));

  async function currentPerson(ctx: Context, who: Asker): Promise<Person> {
    try {
      return await activePerson(ctx, who, await directory.current(who.orgId, who.userId));
    } catch (fault) {
      if (!(fault instanceof CrmUnavailable) || !fault.asOf) throw fault;
      const zone = directory.known(who.orgId, who.userId)?.timeZone ?? 'UTC';
      throw new Refused(
        refusal('crm_unavailable', {
          wording: 'crm_unavailable.too_old',
          values: { since: { kind: 'clock', at: fault.asOf, now: clock.now(), zone } },
        }),
      );
    }
  }

  /**
   * Checks that the id and username of a session are those of one user in the CRM. If they differ,
   * reads the user again once, in case of a recent change of username.
   */
  async function isWhoTheyAre(who: Asker, person: Person): Promise<boolean> {
    if (isNamed(who, person)) return true;
    await directory.refresh(who.orgId, who.userId).catch(unlessAway);
    const now = await directory.person(who.orgId, who.userId);
    return now !== undefined && isNamed(who, now);
  }

  const rememberedPerson = ({ orgId, userId }: PersonKey): Person =>
    directory.known(orgId, userId) ?? personWithoutRights(orgId, userId, new Date(0).toISOString());
  return { knownPerson, currentPerson, rememberedPerson };
}
