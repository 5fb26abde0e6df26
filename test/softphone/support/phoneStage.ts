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
  /** That of the page that is open now. */
  readonly phone: Phone;
  readonly state: () => SoftphoneState;
  readonly dispatch: (event: SoftphoneEvent) => void;
  /** Everything that was dispatched, newest last. */
  readonly events: readonly SoftphoneEvent[];
  /** Loads the page anew: its Device is destroyed, and another page begins with nothing. */
  reload(): Promise<void>;
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
  const events: SoftphoneEvent[] = [];
  const open = async () => {
    const page = await openPage({ clock, service, iceServers, events });
    await clock.pass(1000);
    return page;
  };
  let page = await open();
  return {
    clock,
    service,
    get phone() {
      return page.phone;
    },
    state: () => page.state(),
    dispatch: (event) => page.dispatch(event),
    events,
    async reload() {
      service.devices.at(-1)!.destroy();
      page = await open();
    },
  };
}

async function openPage({
  clock,
  service,
  iceServers,
  events,
}: Pick<PhoneStage, 'clock' | 'service'> & {
  readonly iceServers: readonly RTCIceServer[] | undefined;
  readonly events: SoftphoneEvent[];
}): Promise<Pick<PhoneStage, 'phone' | 'state' | 'dispatch'>> {
  let state = INITIAL;
  const opened: { phone?: Phone } = {};
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
  return { phone, state: () => state, dispatch };
}
