import type { CallView, Supervision } from './types.ts';

export type DeviceName = 'softphone' | 'phone' | 'sip';

/** The device on which calls reach this person, and the choices. */
export interface Reach {
  readonly device: DeviceName;
  /** The number that is rung when the device is the phone. */
  readonly number?: string;
  readonly numbers: readonly { readonly number: string; readonly from: 'crm' | 'confirmed' }[];
  readonly sip?: string;
}

/** Whether the person's own phone is rung for calls, so that this softphone is not needed. */
export const callsReachPhone = (reach: Reach | undefined): boolean =>
  reach !== undefined && reach.device !== 'softphone';

/**
 * Whether the server lets this person's call continue on another device: it knows that they have
 * joined, which it hears later than the softphone, and no change of mode is under way.
 */
export const canChangeDevice = (
  call: CallView,
  userId: string | undefined,
  { isSupervising, own }: { readonly isSupervising: boolean; readonly own?: Supervision },
): boolean =>
  call.status === 'live' &&
  (isSupervising
    ? own?.status === 'active' && !own.pendingMode
    : call.rep.userId === userId && call.rep.present);

/**
 * A call that this person is on, or is rung for, with another device or in another window. If the
 * other window crashed, the carrier may take up to 30 s to notice.
 */
export interface CallElsewhere {
  readonly callId: string;
  readonly name: string;
  readonly device: DeviceName;
  readonly isRinging: boolean;
  readonly onHold: boolean;
  /** Set for supervisors. */
  readonly interventionId?: string;
}

/** The person's call on another device. `wasOn` is the call that this softphone was on last. */
export function callElsewhere(
  calls: readonly CallView[],
  userId: string | undefined,
  { reach, wasOn }: { readonly reach?: Reach; readonly wasOn?: string },
): CallElsewhere | undefined {
  for (const { callId, rep, customer, interventions, status } of calls) {
    const base = { callId, name: customer.name, onHold: customer.onHold };
    if (rep.userId === userId && status !== 'ended') {
      const { device } = rep;
      if (rep.present && device && (device !== 'softphone' || callId !== wasOn))
        return { ...base, device, isRinging: false };
      const isRung = rep.ringing && reach && reach.device !== 'softphone';
      if (isRung) return { ...base, device: reach.device, isRinging: true };
    }
    const own = interventions.find(
      (one) => one.supervisor.userId === userId && one.status !== 'ended',
    );
    if (own && (own.device === 'phone' || own.device === 'sip'))
      return {
        ...base,
        device: own.device,
        isRinging: own.status === 'joining',
        interventionId: own.interventionId,
      };
  }
  return undefined;
}
