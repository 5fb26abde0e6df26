import type { CallView } from './types.ts';

export type DeviceName = 'softphone' | 'phone' | 'sip';

/** Where calls reach this person, and what they can choose from. */
export interface Reach {
  readonly device: DeviceName;
  /** The number that is rung when the device is the phone. */
  readonly number?: string;
  readonly numbers: readonly { readonly number: string; readonly from: 'crm' | 'confirmed' }[];
  readonly sip?: string;
}

/** Whether a phone of one's own is rung for a call, so that this softphone is not needed. */
export const callsReachPhone = (reach: Reach | undefined): boolean =>
  reach !== undefined && reach.device !== 'softphone';

/**
 * A call that this person is on, or is rung for, with a device of their own or in another window:
 * the one before it may have died, which takes the carrier up to 30 s to notice.
 */
export interface CallElsewhere {
  readonly callId: string;
  readonly name: string;
  readonly device: DeviceName;
  readonly isRinging: boolean;
  readonly onHold: boolean;
  /** Of a supervisor. */
  readonly interventionId?: string;
}

/** The person's call on another device than this softphone, which was on the call `wasOn` last. */
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
