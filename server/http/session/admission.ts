import type { Context } from 'koa';
import { auditRefusal, UNKNOWN_ORG } from '../../domain/audit/entries.ts';
import { refusal, type RefusalCode, type RefusalWording } from '../../domain/call/refusals.ts';
import {
  type Clock,
  type Directory,
  type Ids,
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

interface Claimed {
  readonly orgId?: string;
  readonly claimedOrgId?: string;
  readonly userId?: string;
}

/** The requesting person; a session also has the username. */
export type Asker = PersonKey & Pick<Session, 'username'>;

type RefusedSession = Extract<Awaited<ReturnType<SessionTokens['verify']>>, { refused: unknown }>;

export interface AdmissionDeps {
  readonly directory: Pick<Directory, 'known'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly origins: Origins;
  readonly limits: Pick<Limits, 'ofPerson'>;
}

export interface Admission {
  /** Throws Refused, with an audit entry. */
  refuse(
    ctx: Context,
    code: RefusalCode,
    how?: { readonly claimed?: Claimed; readonly wording?: RefusalWording },
  ): Promise<never>;
  /** Throws Refused if the person comes from a page of another org, or asks too often. */
  admit(ctx: Context, who: Asker): Promise<Asker>;
  refuseSession(ctx: Context, session: RefusedSession): Promise<never>;
}

/** Admits requests of verified people, and refuses the others with an audit entry. */
export function createAdmission({
  directory,
  store,
  clock,
  ids,
  origins,
  limits,
}: AdmissionDeps): Admission {
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
  return { refuse, admit, refuseSession };
}
