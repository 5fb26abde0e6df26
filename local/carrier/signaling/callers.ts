import { errors, jwtVerify } from 'jose';

/**
 * The longest time that a leg is kept without a socket.
 * https://twilio.github.io/twilio-voice.js/interfaces/voice.device.options.html#maxcallsignalingtimeoutms
 */
const LONGEST_KEPT_MS = 30_000;

/** The account whose access tokens are accepted. */
export interface TokenSettings {
  readonly accountSid: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  /** The TwiML App that tokens must name to place calls; without it, any app is accepted. */
  readonly twimlAppSid?: string;
  readonly region?: string;
}

/** Who is signed in on a socket. */
export interface Caller {
  identity: string;
  /** The token of the latest sign-in. */
  token?: string;
  /** Seconds. */
  ttl: number;
  /** Epoch milliseconds. */
  expiresAt: number;
  mayCall: boolean;
  /** How long its calls are kept without a socket; 0 if the browser requests nothing. */
  keptMs: number;
}

/** An error in the form in which the SDK receives it. */
interface Refusal {
  code: number;
  message: string;
}

/** How long calls are kept without a socket, from a request in seconds; 0 if there is none. */
export const keptMsAsked = (reconnectTimeout: unknown): number =>
  Math.min(LONGEST_KEPT_MS, Math.max(0, Number(reconnectTimeout) || 0) * 1_000);

export const hasExpired = ({ expiresAt }: Caller): boolean => Date.now() >= expiresAt;

export const NOT_SIGNED_IN: Refusal = { code: 31202, message: 'Not signed in' };
export const TOKEN_EXPIRED: Refusal = { code: 20104, message: 'Access token expired' };
export const CANNOT_REGISTER: Refusal = {
  code: 31205,
  message: 'Cannot register. Token is expired',
};
const INVALID_TOKEN: Refusal = { code: 20101, message: 'Invalid access token' };

/** Reads the caller from an access token. https://www.twilio.com/docs/iam/access-tokens */
export async function callerOf(
  token: string,
  { apiKeySid, apiKeySecret, accountSid, twimlAppSid, region = 'us1' }: TokenSettings,
): Promise<Omit<Caller, 'keptMs'> | Refusal> {
  try {
    const { payload, protectedHeader } = await jwtVerify(
      token,
      new TextEncoder().encode(apiKeySecret),
      {
        algorithms: ['HS256'],
        subject: accountSid,
        issuer: apiKeySid,
        requiredClaims: ['exp'],
      },
    );
    // A token belongs to one region, us1 by default. In another region its key is unknown.
    if ((protectedHeader.twr ?? 'us1') !== region) return INVALID_TOKEN;
    const { identity, voice } = payload.grants as {
      identity?: string;
      voice?: { outgoing?: { application_sid?: string } };
    };
    if (!identity) return INVALID_TOKEN;
    const application = voice?.outgoing?.application_sid;
    return {
      identity,
      ttl: Math.max(0, payload.exp! - Math.floor(Date.now() / 1000)),
      expiresAt: payload.exp! * 1000,
      mayCall:
        application !== undefined && (twimlAppSid === undefined || application === twimlAppSid),
    };
  } catch (fault) {
    return fault instanceof errors.JWTExpired ? TOKEN_EXPIRED : INVALID_TOKEN;
  }
}

/** How long a leg without sound is kept while its socket is open (voice-quickstart-objc#64). */
const SILENT_KEPT_MS = 300_000;
/**
 * How long a leg without socket and sound is kept if its browser requested no time
 * (twilio-voice.js#118).
 */
const KEPT_UNASKED_MS = 15_000;

/** A browser's leg. Times are epoch ms. */
export interface KeptLeg {
  /** When its socket closed; undefined once another one has replaced it. */
  readonly lostAt?: number;
  /** When its last sound arrived. */
  readonly heardAt: number;
  /** How long the leg is kept without a socket. */
  readonly keptMs: number;
}

/**
 * Whether a leg is given up. A browser that disappears without closing anything, such as on a
 * sleeping computer, is detected only by its missing sound.
 */
export function isAbandoned({ lostAt, heardAt, keptMs }: KeptLeg, now: number): boolean {
  if (lostAt === undefined) return now - heardAt >= SILENT_KEPT_MS;
  const since = keptMs > 0 ? lostAt : Math.max(lostAt, heardAt);
  return now - since >= (keptMs || KEPT_UNASKED_MS);
}
