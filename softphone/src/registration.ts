import type { Clock } from './clock.ts';
import { MICROPHONE } from './microphoneSound.ts';
import type { PhoneLines } from './phoneLines.ts';
import { errorKind, type SdkCall, type SdkDevice, type SdkError } from './sdk.ts';
import type { SoftphoneEvent } from './state.ts';
import type { Texts } from './strings.ts';
import type { SoftphoneToken, TokenRefresh } from './tokens.ts';

/** Pause between attempts to register after the phone service refused a token. */
const FIRST_REBUILD_MS = 1_000;
const LONGEST_REBUILD_MS = 30_000;
/** The page shows the problem after this many refusals in a row. */
const REFUSALS_TO_SAY_SO = 3;

export interface RegistrationDeps {
  readonly createDevice: (token: SoftphoneToken) => SdkDevice;
  readonly token: Pick<TokenRefresh, 'renew' | 'wake' | 'fresh'>;
  readonly lines: Pick<PhoneLines, 'current' | 'isInUse' | 'onceIdle' | 'look'>;
  readonly onRing: (call: SdkCall) => void;
  readonly dispatch: (event: SoftphoneEvent) => void;
  readonly clock: Clock;
  readonly texts: () => Texts;
}

/** The SDK's device, and its registration with the phone service. */
export interface Registration {
  device(): SdkDevice;
  open(token: SoftphoneToken): void;
  /** Gives the device a new token, and registers again if the service has refused the device. */
  renewed(token: SoftphoneToken): void;
  /** Replaces the device as soon as that does not cut off a call or lose one that rings. */
  rebuildWhenIdle(): void;
  rebuild(): Promise<void>;
  /** Has the next token register again. */
  markStale(): void;
  tell(status: 'connecting' | 'registered' | 'lost'): void;
}

export function createRegistration(deps: RegistrationDeps): Registration {
  const { createDevice, token, lines, dispatch, clock, texts } = deps;
  let device: SdkDevice;
  /** Whether the phone service has refused this device's registration. */
  let isStale = false;
  let refusals = 0;

  const tell: Registration['tell'] = (status) => dispatch({ type: 'device', device: { status } });
  const tellFailed = (message: string): void =>
    dispatch({ type: 'device', device: { status: 'failed', message } });

  function open(first: SoftphoneToken): void {
    isStale = false;
    const opened = createDevice(first);
    device = opened;
    const on = (event: string, listener: (...values: never[]) => void): void =>
      opened.on(event, (...values: never[]) => device === opened && listener(...values));
    on('registering', () => tell('connecting'));
    on('registered', () => {
      refusals = 0;
      tell('registered');
    });
    on('unregistered', () => tell('lost'));
    on('error', (error: SdkError) => failed(error));
    on('tokenWillExpire', () => token.wake());
    on('incoming', (call: SdkCall) => deps.onRing(call));
    // When devices change, the SDK reopens the microphone with these constraints only.
    void Promise.resolve(opened.audio?.setAudioConstraints(MICROPHONE))
      .catch(() => undefined)
      .then(() => opened.register())
      // The events report the result, and the SDK retries by itself.
      .catch(() => undefined);
  }

  function failed(error: SdkError): void {
    lines.look();
    switch (errorKind(error)) {
      case 'token':
        return refused();
      case 'network':
        if (device.state !== 'registered') tell('lost');
        return;
      case 'other':
        if (device.state !== 'registered') tellFailed(texts().noPhoneService);
    }
  }

  /** The phone service refused the token, so a new one is fetched, which registers again. */
  function refused(): void {
    if (isStale) return;
    isStale = true;
    refusals += 1;
    if (refusals >= REFUSALS_TO_SAY_SO) tellFailed(texts().signInRefused);
    else if (!lines.current()) tell('lost');
    const waitMs = refusals === 1 ? 0 : FIRST_REBUILD_MS * 2 ** (refusals - 2);
    clock.after(Math.min(LONGEST_REBUILD_MS, waitMs), () => void token.renew());
  }

  function rebuildWhenIdle(): void {
    isStale = true;
    if (lines.isInUse()) return lines.onceIdle(rebuildWhenIdle);
    // If no lasting token is available, fetching is retried, and the next token rebuilds.
    rebuild().catch(() => undefined);
  }

  async function rebuild(): Promise<void> {
    const fresh = await token.fresh();
    if (lines.isInUse()) return rebuildWhenIdle();
    device.destroy();
    open(fresh);
  }

  return {
    device: () => device,
    open,
    renewed(next) {
      if (device.state !== 'destroyed') device.updateToken(next.token);
      if (isStale) rebuildWhenIdle();
    },
    rebuildWhenIdle,
    rebuild,
    markStale: () => void (isStale = true),
    tell,
  };
}
