import { createHash, randomInt } from 'node:crypto';
import type { Language } from '../../domain/call/language.ts';
import type { Device, Person } from '../../domain/call/people.ts';
import {
  addressOf,
  ownNumbers,
  withChosenPhone,
  type OwnAddress,
  type OwnNumber,
  type Reach,
  type ReachChoice,
} from '../../domain/call/reach.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { decideLimits } from '../../domain/dialing/limits.ts';
import { languageOf, TEXTS } from '../../domain/texts/texts.ts';
import {
  CarrierProblem,
  type Clock,
  type ConferenceControl,
  type DialingPolicies,
  type Dials,
  type Directory,
  type Ids,
  type Log,
  type PersonKey,
  type Reaches,
  type Store,
} from '../../ports/index.ts';
import { guardDestination, refuseEmergency } from '../calls/guardDial.ts';
import { actEntry, refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface ReachDeps {
  readonly reaches: Reaches;
  readonly dialing: Pick<DialingPolicies, 'of'>;
  readonly dials: Pick<Dials, 'count'>;
  readonly control: Pick<ConferenceControl, 'speakCode'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Where a person is reached, and what they can choose from. */
export interface ReachOptions {
  readonly device: Device;
  /** The number that is rung when the device is the phone. */
  readonly number?: string;
  readonly numbers: readonly OwnNumber[];
  readonly sip?: string;
}

/** Where this person is reached, and what they can choose from. */
export async function reachOptions(
  { reaches }: Pick<ReachDeps, 'reaches'>,
  person: Person,
): Promise<ReachOptions> {
  return optionsOf(person, await reaches.of(person));
}

function optionsOf(person: Person, reach: Reach): ReachOptions {
  const { phone } = withChosenPhone(person, reach).phones;
  return {
    device: addressOf(person, reach)?.device ?? 'softphone',
    ...(phone && { number: phone }),
    numbers: ownNumbers(person, reach),
    ...(person.phones.sip && { sip: person.phones.sip }),
  };
}

/**
 * Remembers where calls reach a person: a phone only on a number that is theirs, and that the org
 * calls. Throws CrmUnavailable.
 */
export async function chooseReach(
  deps: ReachDeps,
  person: Person,
  { device, number }: ReachChoice,
): Promise<Result<ReachOptions>> {
  const reach = await deps.reaches.of(person);
  const chosen = device === 'phone' ? (number ?? optionsOf(person, reach).number) : undefined;
  const why = await whyNotReachable(deps, person, { reach, device, number: chosen });
  if (why) return refuseAudited(deps, person, { attempt: { action: 'ChooseReach' }, why });
  const choice: ReachChoice = { device, ...(chosen && { number: chosen }) };
  await deps.reaches.choose(person, choice, [
    actEntry(deps, person, { action: 'ReachChosen', details: { device } }),
  ]);
  return { ok: optionsOf(person, { ...reach, choice }) };
}

async function whyNotReachable(
  deps: ReachDeps,
  person: Person,
  {
    reach,
    device,
    number,
  }: { readonly reach: Reach; readonly device: Device; readonly number: string | undefined },
): Promise<Refusal | undefined> {
  switch (device) {
    case 'softphone':
      return undefined;
    case 'sip':
      return person.phones.sip ? undefined : refusal('device_unknown');
    case 'phone': {
      if (!number) return refusal('device_unknown');
      if (!ownNumbers(person, reach).some((own) => own.number === number))
        return refusal('phone_not_yours');
      const guarded = await guardDestination(deps, person.orgId, number);
      return 'refusal' in guarded ? guarded.refusal : undefined;
    }
  }
}

const CODE_DIGITS = 6;
const CODE_MS = 10 * 60_000;
const CODE_TRIES = 5;

const hashOf = ({ orgId, userId }: PersonKey, code: string): string =>
  createHash('sha256').update(`${orgId} ${userId} ${code}`).digest('hex');

/**
 * Calls a number that is not in the person's record, and speaks a code there. Such a call counts
 * among those that the person places. Throws CrmUnavailable.
 */
export async function askReachCode(
  deps: ReachDeps,
  person: Person,
  { number: written, requestId }: { readonly number: string; readonly requestId: string },
): Promise<Result<{ readonly number: string }>> {
  const refused = (why: Refusal) =>
    refuseAudited(deps, person, { attempt: { action: 'ConfirmReach' }, why });
  const emergency = refuseEmergency(written);
  if (emergency) return refused(emergency);
  const guarded = await guardDestination(deps, person.orgId, written);
  if ('refusal' in guarded) return refused(guarded.refusal);
  const { orgId, userId } = person;
  const now = deps.clock.now();
  const tooMany = await deps.dials.count(
    { orgId, userId, dialId: `reach-code ${userId} ${requestId}`, at: now },
    (recent) => decideLimits(recent, guarded.policy.limits),
  );
  if (tooMany) return refused(tooMany);
  const { number } = guarded.destination;
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  const until = new Date(Date.parse(now) + CODE_MS).toISOString();
  await deps.reaches.storeCode(person, { number, hash: hashOf(person, code), until });
  const language = languageOf(person.locale);
  try {
    await deps.control.speakCode({
      orgId,
      to: number,
      words: TEXTS[language].ownDevice.code,
      code,
      language,
    });
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    return {
      refusal: refusal('carrier_unavailable', { wording: 'carrier_unavailable.phone_not_rung' }),
    };
  }
  return { ok: { number } };
}

/** Makes the number on which this code was spoken one of the person's, and chooses it. */
export async function confirmReach(
  deps: ReachDeps,
  person: Person,
  { code }: { readonly code: string },
): Promise<Result<ReachOptions>> {
  const tried = { hash: hashOf(person, code), at: deps.clock.now(), atMost: CODE_TRIES };
  const how = await deps.reaches.tryCode(person, tried, [
    actEntry(deps, person, { action: 'ReachConfirmed' }),
  ]);
  if (how !== 'confirmed')
    return refuseAudited(deps, person, {
      attempt: { action: 'ConfirmReach' },
      why: refusal(how === 'wrong' ? 'code_wrong' : 'code_expired'),
    });
  return { ok: await reachOptions(deps, person) };
}

export interface WithDeviceDeps {
  readonly reaches: Pick<Reaches, 'of'>;
  readonly dialing: Pick<DialingPolicies, 'of'>;
}

/**
 * The device with which a person joins, by default where calls reach them, and the person with the
 * number that they chose. A number that the org does not call is refused. Throws CrmUnavailable.
 */
export async function withDevice(
  { reaches, dialing }: WithDeviceDeps,
  person: Person,
  { device: asked }: { readonly device?: Device },
): Promise<Result<{ readonly person: Person; readonly device: Device }>> {
  if (asked === 'softphone') return { ok: { person, device: asked } };
  const reach = await reaches.of(person);
  const chosen = withChosenPhone(person, reach);
  const device = asked ?? addressOf(person, reach)?.device ?? 'softphone';
  if (device === 'phone' && chosen.phones.phone) {
    const guarded = await guardDestination({ dialing }, person.orgId, chosen.phones.phone);
    if ('refusal' in guarded) return guarded;
  }
  return { ok: { person: chosen, device } };
}

export interface WhereToRingDeps {
  readonly reaches: Pick<Reaches, 'of'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly dialing: Pick<DialingPolicies, 'of'>;
  readonly log: Log;
}

/**
 * The own device on which a person wants to be called, and in which language they are spoken to;
 * undefined is the softphone. Whatever is not known, or not allowed any more, is the softphone.
 */
export async function whereToRing(
  { reaches, directory, dialing, log }: WhereToRingDeps,
  { orgId, userId }: PersonKey,
): Promise<(OwnAddress & { readonly language: Language }) | undefined> {
  try {
    const reach = await reaches.of({ orgId, userId });
    if (!reach.choice || reach.choice.device === 'softphone') return undefined;
    const person = await directory.person(orgId, userId);
    const own = person && addressOf(person, reach);
    if (!own) return undefined;
    if (own.device === 'phone') {
      const guarded = await guardDestination({ dialing }, orgId, own.address);
      if ('refusal' in guarded) return undefined;
    }
    return { ...own, language: languageOf(person.locale) };
  } catch (fault) {
    log.warn({ orgId, userId, fault: String(fault) }, 'own phone not known, softphone rung');
    return undefined;
  }
}
