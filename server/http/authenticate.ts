import type { Context } from 'koa';
import { auditRefusal } from '../domain/audit/entries.ts';
import type { Person } from '../domain/people/people.ts';
import { refusal, type RefusalCode } from '../domain/refusals.ts';
import type { Clock, Directory, Ids, OneTimeSecrets, SessionTokens, Store, PersonKey } from '../ports/index.ts';
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

/** Under this the audit keeps what no org is proved to have done. */
export const UNKNOWN_ORG = 'unknown';

export type TicketPurpose = 'live' | 'recording';

/** Answers who is asking, as the CRM knows them now; whoever cannot be known is refused, and that is audited. */
export interface Authenticate {
  /** By the session that Salesforce signed. It is good for several requests while it lasts, which is five minutes at most. */
  (ctx: Context): Promise<Person>;
  /** By a ticket, which works once and for one purpose: event sources and players can send no header. */
  byTicket(ctx: Context, ticket: string, purpose: TicketPurpose): Promise<Person>;
}

interface Claimed { readonly orgId?: string; readonly claimedOrgId?: string; readonly userId?: string }

export function authenticator({ sessions, secrets, directory, store, clock, ids, origins, limits }: AuthenticateDeps): Authenticate {
  const refuse = async (ctx: Context, code: RefusalCode, claimed: Claimed = {}): Promise<never> => {
    const why = refusal(code);
    await store.recordAudit([
      auditRefusal(
        why,
        // A claim that no key has proved belongs in nobody's audit: anyone could fill it.
        { orgId: claimed.orgId ?? UNKNOWN_ORG, at: clock.now(), action: 'SignIn', details: { method: ctx.method, path: ctx.path, claimedOrgId: claimed.claimedOrgId } },
        { actor: { kind: 'unknown', claimedUserId: claimed.userId }, nextId: () => ids.next() },
      ),
    ]);
    throw new Refused(why);
  };

  async function knownNow(ctx: Context, who: PersonKey): Promise<Person> {
    const origin = ctx.get('origin');
    if (origin && !origins.mayCarry(who.orgId, origin)) return refuse(ctx, 'origin_not_allowed', who);
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
    if ('refused' in session) return refuse(ctx, session.refused, { claimedOrgId: session.claimedOrgId, userId: session.claimedUserId });
    return knownNow(ctx, session);
  }

  async function byTicket(ctx: Context, ticket: string, purpose: TicketPurpose): Promise<Person> {
    const who = await secrets.take(ticket, purpose, clock.now());
    return who ? knownNow(ctx, who) : refuse(ctx, 'not_authenticated');
  }

  return Object.assign(bySession, { byTicket });
}
