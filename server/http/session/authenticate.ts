import type { Context } from 'koa';
import { auditRefusal, UNKNOWN_ORG } from '../../domain/audit/entries.ts';
import { personWithoutRights, type Person } from '../../domain/call/people.ts';
import { refusal, type RefusalCode, type RefusalWording } from '../../domain/call/refusals.ts';
import {
  CrmUnavailable,
  type Clock,
  type Directory,
  type Ids,
  type InterventionKeys,
  type OneTimeSecrets,
  type PersonKey,
  type Session,
  type SessionTokens,
  type Store,
} from '../../ports/index.ts';
import { Refused } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { rememberReader } from '../views/readerLanguage.ts';
import { MAX_PATH, rememberAsker } from './awayAudit.ts';
import type { Origins } from './origins.ts';

export interface AuthenticateDeps {
  readonly sessions: SessionTokens;
  readonly secrets: Pick<OneTimeSecrets, 'redeem'>;
  readonly interventionKeys: Pick<InterventionKeys, 'holder'>;
  readonly directory: Pick<Directory, 'person' | 'current' | 'known' | 'refresh'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly origins: Origins;
  readonly limits: Pick<Limits, 'ofPerson'>;
}

type TicketPurpose = 'live' | 'recording';

/**
 * Returns the person of a request. Throws Refused, with an audit entry, if the person cannot be
 * verified, is inactive or uses a page of another org.
 *
 * Unless stated otherwise, the person is identified by the session that the CRM signed. A session
 * is valid for several requests until it expires, after five minutes at most.
 */
export interface Authenticate {
  /**
   * For granting something new: what is known of the person is no older than the org allows. Throws
   * Refused if it is older and the CRM does not answer.
   */
  (ctx: Context): Promise<Person>;
  /**
   * For reading, and for continuing what the person has begun: uses what is known of the person,
   * however old. Asks the CRM only about a person who is not known yet; throws CrmUnavailable if it
   * does not answer.
   */
  known(ctx: Context): Promise<Person>;
  /**
   * For what makes a call quieter or ends it: does not need the CRM. A person who is not in memory
   * has no rights. Also accepts a person who was deactivated meanwhile.
   */
  session(ctx: Context): Promise<Person>;
  /**
   * Like `session`, for a person's own intervention. Also accepts the key that was issued at the
   * join, so that a person can stay on a call while the CRM issues no sessions.
   */
  ofIntervention(ctx: Context, interventionId: string): Promise<Person>;
  /**
   * By a single-use ticket for one purpose, because `EventSource` and `<audio>` cannot send
   * headers. The live feed is treated like `known`, a recording like something newly granted.
   */
  byTicket(ctx: Context, ticket: string, purpose: TicketPurpose): Promise<Person>;
}

interface Claimed {
  readonly orgId?: string;
  readonly claimedOrgId?: string;
  readonly userId?: string;
}

/** The requesting person; a session also has the username. */
type Asker = PersonKey & Pick<Session, 'username'>;
type RefusedSession = Extract<Awaited<ReturnType<SessionTokens['verify']>>, { refused: unknown }>;

const isNamed = ({ username }: Asker, person: Person): boolean =>
  !username || !person.username || username.toLowerCase() === person.username.toLowerCase();

function unlessAway(fault: unknown): void {
  if (!(fault instanceof CrmUnavailable)) throw fault;
}

/** Creates the ways to authenticate a request; see `Authenticate`. */
export function authenticator({
  sessions,
  secrets,
  interventionKeys,
  directory,
  store,
  clock,
  ids,
  origins,
  limits,
}: AuthenticateDeps): Authenticate {
  const refuse = async (
    ctx: Context,
    code: RefusalCode,
    {
      claimed = {},
      wording,
    }: { readonly claimed?: Claimed; readonly wording?: RefusalWording } = {},
  ): Promise<never> => {
    const why = refusal(code, wording ? { wording } : {});
    await store.recordAudit([
      auditRefusal(
        why,
        // An unverified claim is never written to the audit of the claimed org.
        {
          orgId: claimed.orgId ?? UNKNOWN_ORG,
          at: clock.now(),
          action: 'SignIn',
          details: {
            method: ctx.method,
            path: ctx.path.slice(0, MAX_PATH),
            claimedOrgId: claimed.claimedOrgId,
          },
        },
        {
          // A verified session belongs to this person, for whatever reason it is refused.
          actor:
            claimed.orgId && claimed.userId
              ? { kind: 'person', userId: claimed.userId }
              : { kind: 'unknown', claimedUserId: claimed.userId },
          nextId: () => ids.next(),
        },
      ),
    ]);
    throw new Refused(why);
  };

  async function admit(ctx: Context, who: Asker): Promise<Asker> {
    rememberAsker(ctx, who);
    await limits.ofPerson(ctx, who);
    const origin = ctx.get('origin');
    if (origin && !origins.mayCarry(who.orgId, origin))
      return refuse(ctx, 'origin_not_allowed', { claimed: who });
    const known = directory.known(who.orgId, who.userId);
    if (known) rememberReader(ctx, known);
    return who;
  }

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

  async function bySession(ctx: Context): Promise<Asker> {
    const token = /^Bearer (\S+)$/.exec(ctx.get('authorization'))?.[1];
    if (!token) return refuse(ctx, 'not_authenticated');
    const session = await sessions.verify(token);
    if ('refused' in session) return refuseSession(ctx, session);
    return admit(ctx, session);
  }

  /** An expired session that was validly signed counts as a request of its person. */
  async function refuseSession(
    ctx: Context,
    { refused, claimedOrgId, claimedUserId: userId, isProved }: RefusedSession,
  ): Promise<never> {
    if (!isProved || !claimedOrgId || !userId)
      return refuse(ctx, refused, { claimed: { claimedOrgId, userId } });
    await limits.ofPerson(ctx, { orgId: claimedOrgId, userId });
    return refuse(ctx, refused, { claimed: { orgId: claimedOrgId, userId } });
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

  async function byTicket(ctx: Context, ticket: string, purpose: TicketPurpose): Promise<Person> {
    const who = await secrets.redeem(ticket, purpose, clock.now());
    if (!who) return refuse(ctx, 'not_authenticated');
    await admit(ctx, who);
    return purpose === 'live' ? knownPerson(ctx, who) : currentPerson(ctx, who);
  }

  const rememberedPerson = ({ orgId, userId }: PersonKey): Person =>
    directory.known(orgId, userId) ?? personWithoutRights(orgId, userId, new Date(0).toISOString());

  async function byInterventionKey(
    ctx: Context,
    interventionId: string,
    key: string,
  ): Promise<PersonKey> {
    const holder = await interventionKeys.holder(interventionId, key);
    return holder ? admit(ctx, holder) : refuse(ctx, 'not_authenticated');
  }

  return Object.assign(async (ctx: Context) => currentPerson(ctx, await bySession(ctx)), {
    known: async (ctx: Context) => knownPerson(ctx, await bySession(ctx)),
    session: async (ctx: Context) => rememberedPerson(await bySession(ctx)),
    async ofIntervention(ctx: Context, interventionId: string): Promise<Person> {
      const key = /^Intervention (\S+)$/.exec(ctx.get('authorization'))?.[1];
      return rememberedPerson(
        key ? await byInterventionKey(ctx, interventionId, key) : await bySession(ctx),
      );
    },
    byTicket,
  });
}
