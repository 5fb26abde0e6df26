import type { Context } from 'koa';
import { auditRefusal } from '../domain/audit/entries.ts';
import type { Person } from '../domain/call/people.ts';
import { refusal, type RefusalCode } from '../domain/call/refusals.ts';
import type {
  Clock,
  Directory,
  Ids,
  OneTimeSecrets,
  SessionTokens,
  Store,
  PersonKey,
} from '../ports/index.ts';
import { Refused } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Origins } from './origins.ts';
import { rememberReader } from './readerLanguage.ts';

export interface AuthenticateDeps {
  readonly sessions: SessionTokens;
  readonly secrets: Pick<OneTimeSecrets, 'take'>;
  readonly directory: Directory;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly origins: Origins;
  readonly limits: Pick<Limits, 'ofPerson'>;
}

/** Org id of audit entries for requests whose org could not be verified. */
export const UNKNOWN_ORG = 'unknown';

type TicketPurpose = 'live' | 'recording';

/**
 * Returns the person of a request as the CRM has them now. Throws Refused, with an audit entry, if
 * the person cannot be verified, is inactive or uses a page of another org.
 */
export interface Authenticate {
  /**
   * By the session that the CRM signed. It is valid for several requests until it expires, after
   * five minutes at most.
   */
  (ctx: Context): Promise<Person>;
  /**
   * By a ticket that works once, for one purpose: `EventSource` and `<audio>` cannot send headers.
   */
  byTicket(ctx: Context, ticket: string, purpose: TicketPurpose): Promise<Person>;
}

interface Claimed {
  readonly orgId?: string;
  readonly claimedOrgId?: string;
  readonly userId?: string;
}

export function authenticator({
  sessions,
  secrets,
  directory,
  store,
  clock,
  ids,
  origins,
  limits,
}: AuthenticateDeps): Authenticate {
  const refuse = async (ctx: Context, code: RefusalCode, claimed: Claimed = {}): Promise<never> => {
    const why = refusal(code);
    await store.recordAudit([
      auditRefusal(
        why,
        // An unverified claim is never written to the audit of the claimed org, which anyone could
        // fill.
        {
          orgId: claimed.orgId ?? UNKNOWN_ORG,
          at: clock.now(),
          action: 'SignIn',
          details: { method: ctx.method, path: ctx.path, claimedOrgId: claimed.claimedOrgId },
        },
        { actor: { kind: 'unknown', claimedUserId: claimed.userId }, nextId: () => ids.next() },
      ),
    ]);
    throw new Refused(why);
  };

  async function currentPerson(ctx: Context, who: PersonKey): Promise<Person> {
    const origin = ctx.get('origin');
    if (origin && !origins.mayCarry(who.orgId, origin))
      return refuse(ctx, 'origin_not_allowed', who);
    await limits.ofPerson(ctx, who);
    const person = await directory.person(who.orgId, who.userId);
    if (!person) return refuse(ctx, 'not_authenticated', who);
    rememberReader(ctx, person);
    return person.active ? person : refuse(ctx, 'user_inactive', who);
  }

  async function bySession(ctx: Context): Promise<Person> {
    const token = /^Bearer (\S+)$/.exec(ctx.get('authorization'))?.[1];
    if (!token) return refuse(ctx, 'not_authenticated');
    const session = await sessions.verify(token);
    if ('refused' in session)
      return refuse(ctx, session.refused, {
        claimedOrgId: session.claimedOrgId,
        userId: session.claimedUserId,
      });
    return currentPerson(ctx, session);
  }

  async function byTicket(ctx: Context, ticket: string, purpose: TicketPurpose): Promise<Person> {
    const who = await secrets.take(ticket, purpose, clock.now());
    return who ? currentPerson(ctx, who) : refuse(ctx, 'not_authenticated');
  }

  return Object.assign(bySession, { byTicket });
}
