import { auditAct, auditRefusal } from '../../domain/audit/entries.ts';
import type { Person } from '../../domain/people.ts';
import { beginTry, proved, weakness, wrongTry, type Pin } from '../../domain/pin.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Clock, Directory, Ids, PinChange, PinHash, Pins, StepUpRules, Store } from '../../ports.ts';
import { actorOf, type Result } from '../decideOn.ts';

export interface Pinning {
  readonly pins: Pins;
  readonly pinHash: PinHash;
  readonly stepUpRules: StepUpRules;
  readonly directory: Directory;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Sets a person's PIN, which then counts as proved. Whoever has one must know it. */
export async function setPin(deps: Pinning, person: Person, { pin, currentPin }: { pin: string; currentPin?: string }): Promise<Result<void>> {
  const rule = await deps.stepUpRules.of(person.orgId);
  const weak = weakness(pin, rule);
  if (weak) return { refusal: weak };
  const existing = await deps.pins.load(person);
  if (existing) {
    const tried = await tryPin(deps, person, currentPin ?? '', 'ChangePin');
    if ('refusal' in tried) return tried;
  }
  const hash = await deps.pinHash.of(pin);
  return deps.pins.change<Result<void>>(person, (now_) => {
    // Set by somebody else meanwhile: that one counts.
    if (now_?.hash !== existing?.hash) return { audit: [], answer: { refusal: refusal('pin_required') } };
    const now = deps.clock.now();
    const set: Pin = proved({ hash, setAt: now, failures: 0, locks: 0 }, rule, now);
    return { pin: set, audit: [acted(deps, person, existing ? 'PinChanged' : 'PinSet')], answer: { ok: undefined } };
  });
}

/** Proves the person's PIN, for a period; answers until when. */
export const provePin = (deps: Pinning, person: Person, pin: string): Promise<Result<string>> => tryPin(deps, person, pin, 'ProvePin');

async function tryPin(deps: Pinning, person: Person, given: string, action: string): Promise<Result<string>> {
  const rule = await deps.stepUpRules.of(person.orgId);
  const begun = await deps.pins.change<Result<Pin>>(person, (kept): PinChange<Result<Pin>> => {
    const counted = beginTry(kept, rule, deps.clock.now());
    return 'refusal' in counted
      ? { audit: [refused(deps, person, action, counted.refusal)], answer: counted }
      : { pin: counted.pin, audit: [], answer: { ok: counted.pin } };
  });
  if ('refusal' in begun) return begun;

  if (!(await deps.pinHash.matches(given, begun.ok.hash))) {
    const why = wrongTry(begun.ok, rule);
    await deps.store.recordAudit([refused(deps, person, action, why)]);
    return { refusal: why };
  }
  return deps.pins.change<Result<string>>(person, (kept) => {
    if (kept?.hash !== begun.ok.hash) return { audit: [], answer: { refusal: refusal('pin_required') } };
    const pin = proved(kept, rule, deps.clock.now());
    return { pin, audit: [acted(deps, person, 'PinProved')], answer: { ok: pin.provedUntil! } };
  });
}

/** Forgets a person's PIN, for an admin: at the next use the person chooses another. */
export async function resetPin(deps: Pinning, admin: Person, { userId }: { userId: string }): Promise<Result<void>> {
  const barred = await barredFrom(deps, admin, userId, 'ResetPin');
  if (barred) return { refusal: barred };
  return deps.pins.change<Result<void>>({ orgId: admin.orgId, userId }, (pin) => ({
    ...(pin && { pin: 'removed' as const }),
    audit: [auditAct({ orgId: admin.orgId, at: deps.clock.now(), action: 'PinReset', details: { userId } }, context(deps, admin))],
    answer: { ok: undefined },
  }));
}

/** Why this person may not reset what belongs to somebody else; undefined for an admin of the same org. */
export async function barredFrom(deps: Pick<Pinning, 'directory' | 'store' | 'clock' | 'ids'>, admin: Person, userId: string, action: string): Promise<Refusal | undefined> {
  const isAdmin = admin.roles.includes('admin');
  const why = !isAdmin ? refusal('not_an_admin') : (await deps.directory.person(admin.orgId, userId)) ? undefined : refusal('person_not_found');
  if (why) await deps.store.recordAudit([refused(deps, admin, action, why)]);
  return why;
}

type Auditing = Pick<Pinning, 'clock' | 'ids'>;
const context = ({ ids }: Auditing, person: Person) => ({ actor: actorOf(person), nextId: () => ids.next() });
const acted = (deps: Auditing, person: Person, action: string) => auditAct({ orgId: person.orgId, at: deps.clock.now(), action }, context(deps, person));
const refused = (deps: Auditing, person: Person, action: string, why: Refusal) => auditRefusal(why, { orgId: person.orgId, at: deps.clock.now(), action }, context(deps, person));
