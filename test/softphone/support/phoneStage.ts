import { openPhone, type Phone } from '../../../softphone/src/device.ts';
import {
  INITIAL,
  isMicrophoneOff,
  reduce,
  type SoftphoneEvent,
  type SoftphoneState,
} from '../../../softphone/src/state.ts';
import { en } from '../../../softphone/src/texts/en.ts';
import { StubService } from './stubDevice.ts';
import { VirtualClock } from './virtualClock.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A softphone's own modules around a stub of the Voice SDK, on virtual time. */
export interface PhoneStage {
  readonly clock: VirtualClock;
  readonly service: StubService;
  readonly phone: Phone;
  readonly state: () => SoftphoneState;
  readonly dispatch: (event: SoftphoneEvent) => void;
  /** Everything that was dispatched, newest last. */
  readonly events: readonly SoftphoneEvent[];
}

export async function openStage({
  tokenLifetimeMs = HOUR,
  iceServers,
}: {
  tokenLifetimeMs?: number;
  iceServers?: readonly RTCIceServer[];
} = {}): Promise<PhoneStage> {
  const clock = new VirtualClock('2026-11-30T08:00:00.000Z');
  const service = new StubService(clock, tokenLifetimeMs);
  let state = INITIAL;
  const opened: { phone?: Phone } = {};
  const events: SoftphoneEvent[] = [];
  const dispatch = (event: SoftphoneEvent): void => {
    const wasOff = isMicrophoneOff(state);
    state = reduce(state, event);
    events.push(event);
    if (wasOff !== isMicrophoneOff(state)) opened.phone?.mute(isMicrophoneOff(state));
  };
  const phone = await openPhone({
    createDevice: (token) => service.create(token),
    getToken: async () => ({ ...(await service.issue()), ...(iceServers && { iceServers }) }),
    dispatch,
    onLevels: () => undefined,
    clock,
    texts: () => en,
  });
  opened.phone = phone;
  await clock.pass(1000);
  return { clock, service, phone, state: () => state, dispatch, events };
}
