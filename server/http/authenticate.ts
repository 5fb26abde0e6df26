import type { Context } from 'koa';
import { auditRefusal } from '../domain/audit.ts';
import type { Person } from '../domain/people.ts';
import { refusal, type RefusalCode } from '../domain/refusals.ts';
import type { Clock, Directory, Ids, SessionTokens, Store } from '../ports.ts';
import { Refused } from './errors.ts';

export interface Authenticating {
  readonly sessions: SessionTokens;
  readonly directory: Directory;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type Authenticate = (ctx: Context) => Promise<Person>;

/** Answers who is asking, as the CRM knows them now; whoever can not be known is refused, and that is audited. */
export function authenticator({ sessions, directory, store, clock, ids }: Authenticating): Authenticate {
  const refuse = async (ctx: Context, code: RefusalCode, claimed: { orgId?: string; userId?: string } = {}): Promise<never> => {
    const why = refusal(code);
    await store.recordAudit([
      auditRefusal(
        why,
        { orgId: claimed.orgId ?? 'unknown', at: clock.now(), action: 'SignIn', details: { method: ctx.method, path: ctx.path } },
        { actor: { kind: 'unknown', claimedUserId: claimed.userId }, nextId: () => ids.next() },
      ),
    ]);
    throw new Refused(why);
  };

  return async (ctx) => {
    const token = /^Bearer (\S+)$/.exec(ctx.get('authorization'))?.[1];
    if (!token) return refuse(ctx, 'not_authenticated');
    const session = await sessions.verify(token);
    if ('refused' in session) return refuse(ctx, session.refused, { orgId: session.claimedOrgId, userId: session.claimedUserId });
    const person = await directory.person(session.orgId, session.userId);
    if (!person) return refuse(ctx, 'not_authenticated', session);
    return person.active ? person : refuse(ctx, 'user_inactive', session);
  };
}
