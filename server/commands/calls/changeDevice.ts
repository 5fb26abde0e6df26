import { interventionOf, type Call, type Party } from '../../domain/call/call.ts';
import type { Device, OwnDevice, Person } from '../../domain/call/people.ts';
import { withChosenPhone } from '../../domain/call/reach.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { decideRepDevice, decideSupervisorDevice } from '../../domain/supervision/changeDevice.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import {
  CarrierProblem,
  type ConferenceControl,
  type DialingPolicies,
  type Reaches,
  type Store,
} from '../../ports/index.ts';
import { actorOf } from '../transact/actor.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';
import { guardDestination } from './guardDial.ts';

export interface ChangeDeviceDeps extends DecideOnDeps {
  readonly control: Pick<ConferenceControl, 'ringOwnDevice'>;
  readonly reaches: Pick<Reaches, 'of'>;
  readonly dialing: Pick<DialingPolicies, 'of'>;
  readonly store: DecideOnDeps['store'] & Pick<Store, 'findCallByIntervention'>;
}

/**
 * Moves the rep to another device: an own device is rung, a softphone connects by itself. The
 * previous device stays until the new one has joined. Throws CrmUnavailable.
 */
export async function changeRepDevice(
  deps: ChangeDeviceDeps,
  rep: Person,
  { callId, device }: { readonly callId: string; readonly device: Device },
): Promise<Result<Call>> {
  const address = await addressFor(deps, rep, device);
  if ('refusal' in address) return address;
  const decided = callAfter(
    await decideOn(
      deps,
      { orgId: rep.orgId, callId, action: 'ChangeDevice', actor: actorOf(rep) },
      (call) => decideRepDevice(call, { rep, device, address: address.ok }),
    ),
  );
  return 'refusal' in decided
    ? decided
    : ringFor(deps, rep, {
        call: decided.ok,
        party: { role: 'rep' },
        device,
        to: address.ok,
      });
}

/** Moves the supervisor to another device, as `changeRepDevice` does for a rep. */
export async function changeSupervisorDevice(
  deps: ChangeDeviceDeps,
  supervisor: Person,
  { interventionId, device }: { readonly interventionId: string; readonly device: Device },
): Promise<Result<Call>> {
  const known = await deps.store.findCallByIntervention(interventionId);
  if (!known || known.orgId !== supervisor.orgId || !interventionOf(known, interventionId))
    return { refusal: refusal('intervention_not_found') };
  const address = await addressFor(deps, supervisor, device);
  if ('refusal' in address) return address;
  const { callId, orgId } = known;
  const decided = callAfter(
    await decideOn(
      deps,
      { orgId, callId, interventionId, action: 'ChangeDevice', actor: actorOf(supervisor) },
      (call) =>
        decideSupervisorDevice(call, { interventionId, supervisor, device, address: address.ok }),
    ),
  );
  if ('refusal' in decided) return decided;
  const party: Party = { role: 'supervisor', interventionId };
  return ringFor(deps, supervisor, { call: decided.ok, party, device, to: address.ok });
}

/**
 * The address to dial for this device; undefined for the softphone, which connects by itself. A
 * number that the org does not call is refused.
 */
async function addressFor(
  deps: ChangeDeviceDeps,
  person: Person,
  device: Device,
): Promise<Result<string | undefined>> {
  if (device === 'softphone') return { ok: undefined };
  const { phones } = withChosenPhone(person, await deps.reaches.of(person));
  const address = phones[device];
  if (device !== 'phone' || !address) return { ok: address };
  const guarded = await guardDestination(deps, person.orgId, address);
  return 'refusal' in guarded ? guarded : { ok: guarded.destination.number };
}

async function ringFor(
  { control }: ChangeDeviceDeps,
  { orgId, userId, locale }: Person,
  {
    call,
    party,
    device,
    to,
  }: {
    readonly call: Call;
    readonly party: Party;
    readonly device: Device;
    /** Undefined for the softphone, which connects by itself. */
    readonly to: string | undefined;
  },
): Promise<Result<Call>> {
  if (device === 'softphone' || !to) return { ok: call };
  const own: OwnDevice = device;
  try {
    await control.ringOwnDevice({
      orgId,
      userId,
      callId: call.callId,
      party,
      device: own,
      changesDevice: true,
      language: languageOf(locale),
      to,
    });
    return { ok: call };
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    return {
      refusal: refusal('carrier_unavailable', { wording: 'carrier_unavailable.phone_not_rung' }),
    };
  }
}
