import type { Context } from 'koa';
import { auditRefusal } from '../domain/audit.ts';
import type { Person } from '../domain/people.ts';
import { refusal, type RefusalCode } from '../domain/refusals.ts';
import type { Clock, Directory, Ids, SessionTokens, Store } from '../ports.ts';
import { Refused } from './errors.ts';
import type { Origins } from './origins.ts';

export interface Authenticating {
  readonly sessions: SessionTokens;
  readonly directory: Directory;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly origins: Origins;
}

/** Under this the audit keeps what no org is proved to have done. */
export const UNKNOWN_ORG = 'unknown';

export type Authenticate = (ctx: Context) => Promise<Person>;

/** Answers who is asking, as the CRM knows them now; whoever can not be known is refused, and that is audited. */
export function authenticator({ sessions, directory, store, clock, ids, origins }: Authenticating): Authenticate {
  const refuse = async (ctx: Context, code: RefusalCode, claimed: { orgId?: string; claimedOrgId?: string; userId?: string } = {}): Promise<never> => {
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

  return async (ctx) => {
    const token = /^Bearer (\S+)$/.exec(ctx.get('authorization'))?.[1];
    if (!token) return refuse(ctx, 'not_authenticated');
    const session = await sessions.verify(token);
    if ('refused' in session) return refuse(ctx, session.refused, { claimedOrgId: session.claimedOrgId, userId: session.claimedUserId });
    const origin = ctx.get('origin');
    if (origin && !origins.mayCarry(session.orgId, origin)) return refuse(ctx, 'origin_not_allowed', session);
    const person = await directory.person(session.orgId, session.userId);
    if (!person) return refuse(ctx, 'not_authenticated', session);
    return person.active ? person : refuse(ctx, 'user_inactive', session);
  };
}
