import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import {
  beginPinAttempt,
  withPinProved,
  pinWeakness,
  failedPinAttempt,
  type Pin,
} from '../../domain/stepUp/pin.ts';
import type { Directory, PinChange, PinHash, Pins, StepUpRules } from '../../ports/index.ts';
import { actEntry, refusalEntry, refuseAudited, type AuditDeps } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface PinDeps extends AuditDeps {
  readonly pins: Pins;
  readonly pinHash: PinHash;
  readonly stepUpRules: StepUpRules;
  readonly directory: Directory;
}

/** Sets a person's PIN, which then counts as proved. A person who has one must enter it. */
export async function setPin(
  deps: PinDeps,
  person: Person,
  { pin, currentPin }: { pin: string; currentPin?: string },
): Promise<Result<void>> {
  const rule = await deps.stepUpRules.of(person.orgId);
  const weak = pinWeakness(pin, rule);
  if (weak) return { refusal: weak };
  const existing = await deps.pins.load(person);
  if (existing) {
    const tried = await tryPin(deps, person, { given: currentPin ?? '', action: 'ChangePin' });
    if ('refusal' in tried) return tried;
  }
  const hash = await deps.pinHash.of(pin);
  return deps.pins.change<Result<void>>(person, (current) => {
    // Set by another request meanwhile: that one counts.
    if (current?.hash !== existing?.hash)
      return { audit: [], answer: { refusal: refusal('pin_required') } };
    const now = deps.clock.now();
    const set: Pin = withPinProved({ hash, setAt: now, failures: 0, locks: 0 }, rule, now);
    return {
      pin: set,
      audit: [actEntry(deps, person, { action: existing ? 'PinChanged' : 'PinSet' })],
      answer: { ok: undefined },
    };
  });
}

/** Proves the person's PIN for a period. Returns its end, in ISO 8601. */
export const provePin = (
  deps: PinDeps,
  person: Person,
  { pin }: { readonly pin: string },
): Promise<Result<string>> => tryPin(deps, person, { given: pin, action: 'ProvePin' });

async function tryPin(
  deps: PinDeps,
  person: Person,
  { given, action }: { readonly given: string; readonly action: AttemptAction },
): Promise<Result<string>> {
  const rule = await deps.stepUpRules.of(person.orgId);
  const begun = await deps.pins.change<Result<Pin>>(person, (kept): PinChange<Result<Pin>> => {
    const counted = beginPinAttempt(kept, rule, deps.clock.now());
    return 'refusal' in counted
      ? {
          audit: [refusalEntry(deps, person, { attempt: { action }, why: counted.refusal })],
          answer: counted,
        }
      : { pin: counted.pin, audit: [], answer: { ok: counted.pin } };
  });
  if ('refusal' in begun) return begun;

  if (!(await deps.pinHash.matches(given, begun.ok.hash)))
    return refuseAudited(deps, person, {
      attempt: { action },
      why: failedPinAttempt(begun.ok, rule),
    });
  return deps.pins.change<Result<string>>(person, (kept) => {
    if (kept?.hash !== begun.ok.hash)
      return { audit: [], answer: { refusal: refusal('pin_required') } };
    const pin = withPinProved(kept, rule, deps.clock.now());
    return {
      pin,
      audit: [actEntry(deps, person, { action: 'PinProved' })],
      answer: { ok: pin.provedUntil! },
    };
  });
}

/** Deletes a person's PIN, for an administrator: at the next use the person chooses another. */
export async function resetPin(
  deps: PinDeps,
  admin: Person,
  { userId }: { userId: string },
): Promise<Result<void>> {
  const found = await colleagueOf(deps, admin, { userId, action: 'ResetPin' });
  if ('refusal' in found) return found;
  return deps.pins.change<Result<void>>({ orgId: admin.orgId, userId }, (pin) => ({
    ...(pin && { pin: 'removed' as const }),
    audit: [actEntry(deps, admin, { action: 'PinReset', details: { userId } })],
    answer: { ok: undefined },
  }));
}

/** The person in the administrator's org whose PIN or passkeys will be reset. */
export async function colleagueOf(
  deps: AuditDeps & Pick<PinDeps, 'directory'>,
  admin: Person,
  { userId, action }: { readonly userId: string; readonly action: AttemptAction },
): Promise<Result<Person>> {
  const person = await deps.directory.person(admin.orgId, userId);
  return person
    ? { ok: person }
    : refuseAudited(deps, admin, { attempt: { action }, why: refusal('person_not_found') });
}
