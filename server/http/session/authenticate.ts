import type { Context } from 'koa';
import { type Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import {
  type Directory,
  type InterventionKeys,
  type OneTimeSecrets,
  type PersonKey,
  type SessionTokens,
} from '../../ports/index.ts';
import { Refused } from '../errors.ts';
import type { AdmissionDeps } from './admission.ts';
import { createAdmission, type Asker } from './admission.ts';
import { createPersonLookup } from './personLookup.ts';

export interface AuthenticateDeps extends AdmissionDeps {
  readonly sessions: SessionTokens;
  readonly secrets: Pick<OneTimeSecrets, 'redeem'>;
  readonly interventionKeys: Pick<InterventionKeys, 'holder'>;
  readonly directory: Pick<Directory, 'person' | 'current' | 'known' | 'refresh'>;
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
   * join, so that a person can stay on a call while the CRM issues no sessions. Once the
   * intervention has ended, its key is refused as `intervention_ended`, without an audit entry.
   */
  ofIntervention(ctx: Context, interventionId: string): Promise<Person>;
  /**
   * By a single-use ticket for one purpose, because `EventSource` and `<audio>` cannot send
   * headers. The live feed is treated like `known`, a recording like something newly granted.
   */
  byTicket(ctx: Context, ticket: string, purpose: TicketPurpose): Promise<Person>;
}

/** Creates the ways to authenticate a request; see `Authenticate`. */
export function authenticator(deps: AuthenticateDeps): Authenticate {
  const { sessions, secrets, interventionKeys, directory, clock } = deps;
  const { refuse, admit, refuseSession } = createAdmission(deps);

  const { knownPerson, currentPerson, rememberedPerson } = createPersonLookup({
    directory,
    clock,
    refuse,
  });

  async function bySession(ctx: Context): Promise<Asker> {
    const token = /^Bearer (\S+)$/.exec(ctx.get('authorization'))?.[1];
    if (!token) return refuse(ctx, 'not_authenticated');
    const session = await sessions.verify(token);
    if ('refused' in session) return refuseSession(ctx, session);
    return admit(ctx, session);
  }

  async function byTicket(ctx: Context, ticket: string, purpose: TicketPurpose): Promise<Person> {
    const who = await secrets.redeem(ticket, purpose, clock.now());
    if (!who) return refuse(ctx, 'not_authenticated');
    await admit(ctx, who);
    return purpose === 'live' ? knownPerson(ctx, who) : currentPerson(ctx, who);
  }

  async function byInterventionKey(
    ctx: Context,
    interventionId: string,
    key: string,
  ): Promise<PersonKey> {
    const holder = await interventionKeys.holder(interventionId, key);
    if (!holder) return refuse(ctx, 'not_authenticated');
    const { hasEnded, ...who } = holder;
    const asker = await admit(ctx, who);
    // A heartbeat can be under way when its intervention ends; that is no attempt to audit.
    if (hasEnded) throw new Refused(refusal('intervention_ended'));
    return asker;
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
