import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal, type RefusalCode } from '../../domain/call/refusals.ts';
import { later } from '../../domain/stepUp/pin.ts';
import { isProofValid } from '../../domain/stepUp/proofs.ts';
import type {
  Directory,
  OneTimeSecrets,
  PasskeyCeremony,
  Passkeys,
  ProofSource,
  StepUpRules,
} from '../../ports/index.ts';
import { actEntry, refuseAudited, type AuditDeps } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';
import { colleagueOf } from './pin.ts';

export interface PasskeyDeps extends AuditDeps {
  readonly passkeys: Passkeys;
  readonly ceremony: PasskeyCeremony;
  readonly secrets: OneTimeSecrets;
  readonly proofs: ProofSource;
  readonly stepUpRules: StepUpRules;
  readonly directory: Directory;
}

export const PURPOSES = ['register', 'prove'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The time to open the page, and then to use the authenticator. */
const LINK_MINUTES = 2;
const CHALLENGE_MINUTES = 2;

/** A secret that opens the passkey page once, for this person and this purpose. */
export async function linkToPasskeyPage(
  deps: PasskeyDeps,
  person: Person,
  { purpose }: { readonly purpose: Purpose },
): Promise<Result<{ secret: string; expiresAt: string }>> {
  const now = deps.clock.now();
  const proofs = await deps.proofs.of(person);
  if (purpose === 'prove' && proofs.passkey.status === 'not_set')
    return { refusal: refusal('passkey_not_set') };
  // A stolen session must not be enough to register a passkey.
  if (purpose === 'register') {
    if (proofs.passkey.status === 'set' && !isProofValid(proofs.passkey, now))
      return refuse(deps, person, { action: 'RegisterPasskey', code: 'passkey_required' });
    if (
      proofs.passkey.status === 'not_set' &&
      proofs.pin.status === 'set' &&
      !isProofValid(proofs.pin, now)
    )
      return refuse(deps, person, { action: 'RegisterPasskey', code: 'pin_required' });
  }
  const secret = deps.ids.next();
  const expiresAt = later(now, LINK_MINUTES);
  await deps.secrets.store(secret, {
    orgId: person.orgId,
    userId: person.userId,
    purpose: 'passkey-link',
    expiresAt,
    data: { purpose },
  });
  return { ok: { secret, expiresAt } };
}

/**
 * The options for the page's authenticator. Uses up the link; the new challenge also works only
 * once.
 */
export async function beginCeremony(
  deps: PasskeyDeps,
  secret: string,
): Promise<Result<{ purpose: Purpose; ceremonyId: string; options: unknown }>> {
  const now = deps.clock.now();
  const link = await deps.secrets.redeem(secret, 'passkey-link', now);
  const person = link && (await deps.directory.person(link.orgId, link.userId));
  if (!link || !person?.active) return { refusal: refusal('link_used') };
  const purpose = link.data.purpose as Purpose;
  const known = await deps.passkeys.of(link);
  const { challenge, options } =
    purpose === 'register'
      ? await deps.ceremony.toRegister(person, known)
      : await deps.ceremony.toProve(known);
  const ceremonyId = deps.ids.next();
  await deps.secrets.store(ceremonyId, {
    orgId: link.orgId,
    userId: link.userId,
    purpose: 'passkey-challenge',
    expiresAt: later(now, CHALLENGE_MINUTES),
    data: { purpose, challenge },
  });
  return { ok: { purpose, ceremonyId, options } };
}

export type CeremonyEnd =
  | { readonly orgId: string; readonly status: 'registered' }
  | { readonly orgId: string; readonly status: 'proved'; readonly provedUntil: string };

/** Verifies the authenticator's response. */
export async function endCeremony(
  deps: PasskeyDeps,
  { ceremonyId, response }: { ceremonyId: string; response: unknown },
): Promise<Result<CeremonyEnd>> {
  const begun = await deps.secrets.redeem(ceremonyId, 'passkey-challenge', deps.clock.now());
  const person = begun && (await deps.directory.person(begun.orgId, begun.userId));
  if (!begun || !person?.active) return { refusal: refusal('link_used') };
  const challenge = begun.data.challenge!;
  return begun.data.purpose === 'register'
    ? register(deps, person, { challenge, response })
    : prove(deps, person, { challenge, response });
}

async function register(
  deps: PasskeyDeps,
  person: Person,
  { challenge, response }: { readonly challenge: string; readonly response: unknown },
): Promise<Result<CeremonyEnd>> {
  const passkey = await deps.ceremony.registered(response, challenge, deps.clock.now());
  if (!passkey) return refuse(deps, person, { action: 'RegisterPasskey', code: 'passkey_failed' });
  await deps.passkeys.add(person, passkey, [
    actEntry(deps, person, { action: 'PasskeyRegistered' }),
  ]);
  return { ok: { orgId: person.orgId, status: 'registered' } };
}

async function prove(
  deps: PasskeyDeps,
  person: Person,
  { challenge, response }: { readonly challenge: string; readonly response: unknown },
): Promise<Result<CeremonyEnd>> {
  const used = deps.ceremony.credentialIdIn(response);
  const passkey = (await deps.passkeys.of(person)).find(
    ({ credentialId }) => credentialId === used,
  );
  const counter = passkey && (await deps.ceremony.proved(response, challenge, passkey));
  if (!passkey || counter === undefined)
    return refuse(deps, person, { action: 'ProvePasskey', code: 'passkey_failed' });
  const now = deps.clock.now();
  const provedUntil = later(now, (await deps.stepUpRules.of(person.orgId)).passkeyHoldsMinutes);
  const isFirst = await deps.passkeys.used(
    person,
    { credentialId: passkey.credentialId, counter, before: passkey.counter, at: now, provedUntil },
    [actEntry(deps, person, { action: 'PasskeyProved' })],
  );
  return isFirst
    ? { ok: { orgId: person.orgId, status: 'proved', provedUntil } }
    : refuse(deps, person, { action: 'ProvePasskey', code: 'passkey_failed' });
}

/**
 * Removes one of the person's own passkeys, after a proof by passkey. For a person who has lost the
 * only one, an administrator resets them.
 */
export async function removePasskey(
  deps: PasskeyDeps,
  person: Person,
  { credentialId }: { readonly credentialId: string },
): Promise<Result<void>> {
  if (!isProofValid((await deps.proofs.of(person)).passkey, deps.clock.now()))
    return refuse(deps, person, { action: 'RemovePasskey', code: 'passkey_required' });
  const removed = await deps.passkeys.remove(person, credentialId, [
    actEntry(deps, person, { action: 'PasskeyRemoved' }),
  ]);
  return removed > 0 ? { ok: undefined } : { refusal: refusal('passkey_not_found') };
}

/** Removes all passkeys of a person, for an administrator. */
export async function resetPasskeys(
  deps: PasskeyDeps,
  admin: Person,
  { userId }: { userId: string },
): Promise<Result<void>> {
  const found = await colleagueOf(deps, admin, { userId, action: 'ResetPasskeys' });
  if ('refusal' in found) return found;
  const entry = actEntry(deps, admin, { action: 'PasskeysReset', details: { userId } });
  const removed = await deps.passkeys.remove({ orgId: admin.orgId, userId }, undefined, [entry]);
  if (removed === 0) await deps.store.recordAudit([entry]);
  return { ok: undefined };
}

const refuse = (
  deps: PasskeyDeps,
  person: Person,
  { action, code }: { readonly action: AttemptAction; readonly code: RefusalCode },
) => refuseAudited(deps, person, { attempt: { action }, why: refusal(code) });
