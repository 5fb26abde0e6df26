import twilio, { type Twilio } from 'twilio';
import { startCarrier, type Carrier } from '../../local/carrier/carrier.ts';
import type { CarrierConfig } from '../../local/carrier/config.ts';
import type { Script } from '../../local/carrier/parties/scripts.ts';
import { startToneApp, type ToneApp } from './toneApp.ts';
import { until } from './until.ts';

export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
/** The number that the account calls from. */
export const NUMBER = '+15005550100';

const UNUSED_URL = 'http://127.0.0.1:9/';

/** The local carrier with Twilio's official client. */
export interface LocalCarrier {
  readonly carrier: Carrier;
  readonly client: Twilio;
  /** The control API, which does not exist at Twilio. */
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
  script(address: string, script: Script): Promise<unknown>;
  /** Dials a number into a conference with its own TwiML, and waits until it is connected. */
  join(
    room: string,
    to: string,
    more?: { before?: string; attributes?: string },
  ): Promise<{ callSid: string; conferenceSid: string }>;
  /** Waits until the call is in the conference; returns the conference's SID. */
  isIn(room: string, callSid: string): Promise<string>;
  has(callSid: string, status: string): Promise<unknown>;
  end(conferenceSid: string): Promise<unknown>;
  /** Error codes of Twilio's debugger for a call. */
  complaints(callSid: string): Promise<number[]>;
}

export async function startLocalCarrier(
  config: Partial<CarrierConfig> = {},
): Promise<LocalCarrier> {
  const carrier = await startCarrier({
    port: 0,
    ...ACCOUNT,
    voiceUrl: UNUSED_URL,
    numbers: [{ phoneNumber: NUMBER, voiceUrl: UNUSED_URL }],
    callsPerSecond: 50,
    ...config,
  });
  const client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
  client.api.baseUrl = `http://127.0.0.1:${carrier.port}`;

  const local: LocalCarrier = {
    carrier,
    client,
    async control<T>(method: string, path: string, body?: unknown) {
      const response = await fetch(`http://127.0.0.1:${carrier.port}/_local/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return (await response.json()) as T;
    },
    script: (address, script) =>
      local.control('POST', 'scripts', { address, script: { ringMs: 10, ...script } }),
    async join(room, to, { before = '', attributes = 'beep="false"' } = {}) {
      const { sid } = await client.calls.create({
        from: NUMBER,
        to,
        twiml: `<Response>${before}<Dial><Conference ${attributes}>${room}</Conference></Dial></Response>`,
      });
      return { callSid: sid, conferenceSid: await local.isIn(room, sid) };
    },
    isIn: (room, callSid) =>
      until(`the call is in ${room}`, async () => {
        const [found] = (await client.conferences.list({ friendlyName: room })).filter(
          ({ status }) => status !== 'completed',
        );
        const there = found ? await client.conferences(found.sid).participants.list() : [];
        return there.some((one) => one.callSid === callSid && one.status === 'connected')
          ? found!.sid
          : undefined;
      }),
    has: (callSid, status) =>
      until(
        `the call is ${status}`,
        async () => (await client.calls(callSid).fetch()).status === status,
      ),
    end: (conferenceSid) => client.conferences(conferenceSid).update({ status: 'completed' }),
    complaints: async (callSid) =>
      (await local.control<{ code: number; callSid: string }[]>('GET', 'debugger'))
        .filter((one) => one.callSid === callSid)
        .map(({ code }) => code),
  };
  return local;
}

/**
 * One carrier for the tests of a suite, with an application that records its requests, cleared
 * before each test.
 */
export function onLocalCarrier(
  give: (place: { local: LocalCarrier; app: ToneApp }) => void,
  scripts: Readonly<Record<string, Script>> = {},
): void {
  let local: LocalCarrier;
  let app: ToneApp;
  before(async () => {
    app = await startToneApp(() => '');
    local = await startLocalCarrier();
    for (const [address, script] of Object.entries(scripts)) await local.script(address, script);
    give({ local, app });
  });
  beforeEach(async () => {
    await local.carrier.callbacks.idle();
    app.requests.splice(0);
  });
  after(async () => {
    await local.carrier.stop();
    await app.stop();
  });
}
