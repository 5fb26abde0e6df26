import type { SdkCall, SdkDevice } from '../../../softphone/src/sdk.ts';
import type { SoftphoneToken } from '../../../softphone/src/tokens.ts';
import type { VirtualClock } from './virtualClock.ts';

type Listener = (...values: never[]) => void;

class Emitter {
  private readonly listeners: [event: string, listener: Listener][] = [];

  on(event: string, listener: Listener): void {
    this.listeners.push([event, listener]);
  }

  emit(event: string, ...values: unknown[]): void {
    for (const [name, listener] of [...this.listeners])
      if (name === event) listener(...(values as never[]));
  }

  removeAllListeners(): void {
    this.listeners.length = 0;
  }
}

/** Between two registrations of the SDK. */
const REGISTER_EVERY_MS = 30_000;

/**
 * The phone service as Twilio behaves: it ends a registration whose token has expired, announces
 * the end of a Device's first token only, and keeps live calls whatever becomes of the token.
 */
export class StubService {
  readonly devices: StubDevice[] = [];
  /** Tokens that have been asked for. */
  issued = 0;
  isDown = false;
  isOnline = true;
  /** Of each customer who was cut off without that anybody hung up. */
  readonly cutOff: string[] = [];
  readonly clock: VirtualClock;
  private readonly lifetimeMs: number;

  constructor(clock: VirtualClock, lifetimeMs: number) {
    this.clock = clock;
    this.lifetimeMs = lifetimeMs;
  }

  issue(): Promise<SoftphoneToken> {
    if (this.isDown || !this.isOnline) return Promise.reject(new Error('no answer'));
    this.issued += 1;
    const until = this.clock.now() + this.lifetimeMs;
    return Promise.resolve({ token: String(until), lifetimeMs: this.lifetimeMs });
  }

  create({ token }: SoftphoneToken): StubDevice {
    const device = new StubDevice(this, token);
    this.devices.push(device);
    return device;
  }

  isGood(token: string): boolean {
    return this.clock.now() < Number(token);
  }

  /** The device that can be rung now. */
  get registered(): StubDevice | undefined {
    return this.devices.find(({ isReachable }) => isReachable);
  }

  get liveCalls(): StubCall[] {
    return this.devices.flatMap(({ active }) => active ?? []);
  }

  /** A customer rings; undefined when nobody is there to be rung. */
  ring(customer: string): StubCall | undefined {
    return this.registered?.rung(customer);
  }

  dropNetwork(): void {
    this.isOnline = false;
    for (const device of this.devices) device.offline();
  }

  restoreNetwork(): void {
    this.isOnline = true;
    for (const device of this.devices) device.online();
  }
}

/** The Voice SDK's AudioHelper, as version 2.18 behaves. */
class StubAudio {
  inputDevice: { readonly deviceId: string } | null = null;
  /** How often the chosen microphone was opened. */
  opened = 0;

  /** A microphone that is in use already is left as it is. */
  async setInputDevice(deviceId: string): Promise<void> {
    if (this.inputDevice?.deviceId === deviceId) return;
    this.inputDevice = { deviceId };
    this.opened += 1;
  }

  /** Opens the chosen microphone again. */
  async setAudioConstraints(): Promise<void> {
    if (this.inputDevice) this.opened += 1;
  }
}

/** The Voice SDK's Device, as version 2.18 behaves. */
export class StubDevice extends Emitter implements SdkDevice {
  readonly audio = new StubAudio();
  state = 'unregistered';
  active?: StubCall;
  calls: StubCall[] = [];
  /** Whether the service would ring it. */
  isReachable = false;
  private token: string;
  private readonly service: StubService;
  private cancelRegister = (): void => undefined;

  constructor(service: StubService, token: string) {
    super();
    this.service = service;
    this.token = token;
    this.announceEnd();
  }

  get isBusy(): boolean {
    return this.active !== undefined;
  }

  register(): Promise<void> {
    if (this.state !== 'unregistered') return Promise.reject(new Error(`is ${this.state}`));
    this.become('registering');
    this.sendRegister();
    return Promise.resolve();
  }

  updateToken(token: string): void {
    if (this.state === 'destroyed') throw new Error('Device has been destroyed.');
    this.token = token;
  }

  connect({
    params,
    rtcConfiguration,
  }: {
    params: Record<string, string>;
    rtcConfiguration?: RTCConfiguration;
  }): Promise<StubCall> {
    if (this.state === 'destroyed') return Promise.reject(new Error('Device has been destroyed.'));
    if (this.active) return Promise.reject(new Error('A Call is already active'));
    for (const rung of this.calls.splice(0)) rung.ignore();
    const call = new StubCall(this, params.callId ?? params.interventionId ?? '', params);
    this.active = call;
    call.rtcConfiguration = rtcConfiguration;
    call.become('connecting');
    if (!this.service.isGood(this.token)) call.failsWith({ code: 20104, message: 'expired' });
    else this.service.clock.after(300, () => call.opens());
    return Promise.resolve(call);
  }

  destroy(): void {
    for (const call of this.calls.splice(0)) call.reject();
    this.active?.disconnect();
    this.cancelRegister();
    this.isReachable = false;
    this.become('unregistered');
    this.become('destroyed');
    this.removeAllListeners();
  }

  rung(customer: string): StubCall {
    const call = new StubCall(this, customer, { callId: customer, customerName: customer });
    this.calls.push(call);
    this.emit('incoming', call);
    return call;
  }

  /** As the SDK's `beforeAccept`: another call that is on is cut. */
  accepts(call: StubCall): void {
    if (this.active && this.active !== call) {
      this.service.cutOff.push(this.active.customer);
      this.active.disconnect();
    }
    this.calls = this.calls.filter((other) => other !== call);
    this.active = call;
  }

  forgets(call: StubCall): void {
    if (this.active === call) this.active = undefined;
    this.calls = this.calls.filter((other) => other !== call);
  }

  offline(): void {
    if (this.state === 'destroyed') return;
    this.cancelRegister();
    this.isReachable = false;
    for (const call of [...this.calls]) call.losesTransport();
    this.active?.losesTransport();
    this.become('unregistered');
    this.emit('error', { code: 31005, message: 'Connection error' });
  }

  online(): void {
    if (this.state === 'destroyed') return;
    if (!this.service.isGood(this.token)) {
      const originalError = { code: 20104 };
      return this.emit('error', { code: 53000, message: 'Signaling', originalError });
    }
    this.active?.resumes();
    if (this.state === 'unregistered') void this.register();
  }

  private sendRegister(): void {
    this.cancelRegister();
    if (!this.service.isOnline) return;
    if (!this.service.isGood(this.token)) {
      this.isReachable = false;
      const originalError = { code: 31205 };
      return this.emit('error', { code: 20104, message: 'Token expired', originalError });
    }
    this.isReachable = true;
    this.cancelRegister = this.service.clock.after(REGISTER_EVERY_MS, () => this.sendRegister());
    this.become('registered');
  }

  private announceEnd(): void {
    const until = Number(this.token) - this.service.clock.now();
    this.service.clock.after(Math.max(0, until - 10_000), () => this.emit('tokenWillExpire'));
  }

  private become(state: string): void {
    if (this.state === state) return;
    this.state = state;
    this.emit(state);
  }
}

/** The Voice SDK's Call, as version 2.18 behaves. */
export class StubCall extends Emitter implements SdkCall {
  readonly parameters = {};
  readonly customParameters: Map<string, string>;
  readonly customer: string;
  isMuted = false;
  digits = '';
  private sdkStatus = 'pending';
  private readonly device: StubDevice;

  constructor(device: StubDevice, customer: string, params: Record<string, string>) {
    super();
    this.device = device;
    this.customer = customer;
    this.customParameters = new Map(Object.entries(params));
  }

  /** What it was told of relays. */
  rtcConfiguration?: RTCConfiguration;

  status(): string {
    return this.sdkStatus;
  }

  accept({ rtcConfiguration }: { rtcConfiguration?: RTCConfiguration } = {}): void {
    this.rtcConfiguration = rtcConfiguration;
    if (this.sdkStatus !== 'pending') return;
    this.device.accepts(this);
    this.become('connecting');
    this.opens();
  }

  reject(): void {
    if (this.sdkStatus === 'pending') this.ends('reject');
  }

  /** Says nothing, as the SDK. */
  ignore(): void {
    this.sdkStatus = 'closed';
  }

  disconnect(): void {
    if (this.sdkStatus !== 'pending' && this.sdkStatus !== 'closed') this.ends('disconnect');
  }

  mute(muted: boolean): void {
    this.isMuted = muted;
  }

  sendDigits(digits: string): void {
    if (this.sdkStatus === 'reconnecting')
      this.emit('error', { code: 31000, message: 'Could not send DTMF' });
    else this.digits += digits;
  }

  become(status: string): void {
    this.sdkStatus = status;
  }

  opens(): void {
    if (this.sdkStatus !== 'connecting') return;
    this.become('open');
    this.emit('accept');
  }

  /** The customer hangs up, or gives up while it rings. */
  hungUpThere(): void {
    if (this.sdkStatus !== 'closed')
      this.ends(this.sdkStatus === 'pending' ? 'cancel' : 'disconnect');
  }

  failsWith(error: object): void {
    setImmediate(() => {
      this.emit('error', error);
      this.ends('disconnect');
    });
  }

  losesTransport(): void {
    if (this.sdkStatus === 'pending') this.device.forgets(this);
    this.emit('transportClose');
    this.become('reconnecting');
    this.emit('reconnecting', { code: 53001 });
  }

  /** The SDK says so first and has the status afterwards. */
  resumes(): void {
    if (this.sdkStatus !== 'reconnecting') return;
    this.emit('reconnected');
    this.become('open');
  }

  private ends(event: string): void {
    this.become('closed');
    this.device.forgets(this);
    this.emit(event);
  }
}
