import { brotliCompressSync, gzipSync } from 'node:zlib';
import { signatureOf } from '../../local/carrier/webhooks/signature.ts';
import type { Route } from './routes.ts';

/** A request as an attacker sends it, or somebody whose program is broken. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface Attacked {
  readonly routes: readonly Route[];
  /** Valid sessions of several people, and validly signed ones of nobody: most requests bear one. */
  readonly tokens: readonly string[];
  readonly publicUrl: string;
  readonly authToken: string;
  /** Ids that exist, among those that cannot. */
  readonly ids: readonly string[];
}

const NUL = '\u0000';
const HIGH = '\ud800';
const LOW = '\udfff';
const TEXTS = [
  NUL,
  `a${NUL}b`,
  HIGH,
  LOW,
  `x${LOW}${HIGH}`,
  '\ufffe\uffff',
  '\u202e',
  '💥',
  '',
  ' ',
  'null',
  '-1',
  '1e999',
  '9'.repeat(40),
  "';--",
  '"}{',
  '../../etc/passwd',
  '__proto__',
  'monitor',
  '+14155550142',
  '2026-11-01',
  '2026-13-45',
  '0000-01-01T00:00:00Z',
  'z'.repeat(300),
];
const FIELDS = [
  ...['requestId', 'mode', 'reasonCode', 'note', 'pin', 'currentPin', 'outcome', 'coaching', 'to'],
  ...['contactId', 'opportunityId', 'onHold', 'userId', 'toUserId', 'complete', 'text', 'skill'],
  ...['person', 'confirm', 'reference', 'rules', 'holidays', 'policy', 'from', 'version', 'link'],
  ...['purpose', 'ceremonyId', 'response', 'action', 'before', 'limit', 'days', 'search', 'status'],
  ...['callId', 'covert', 'ticket', 'org', 'afterAt', 'afterId', 'device', 'sinceClickMs'],
  ...['CallSid', 'From', 'To', 'ConferenceSid', 'StatusCallbackEvent', 'FriendlyName', 'Timestamp'],
  ...['ParticipantLabel', 'SequenceNumber', 'RecordingSid', 'RecordingStatus', 'CallStatus'],
  ...['toString', 'constructor', '__proto__', NUL, HIGH, '𝒳'],
];
const PATHS = [
  ...['%00', 'a%00b', '%ED%A0%80', '%E0%A4%A', '%', '%2F', '..%2f..', '%C0%80', '%F0%9F%92%A5'],
  ...['00000000-0000-0000-0000-000000000000', '-1', '9'.repeat(30), "';--", 'x'.repeat(2_000)],
  ...['undefined', '%22%7D', '%EF%BF%BE', '%0d%0aset-cookie:a=b', '1.5', '%e2%80%ae'],
];
const TYPES = [
  ...['application/json', 'application/json; charset=utf-8', 'application/x-www-form-urlencoded'],
  ...['application/json; charset=utf-7', 'application/json;charset=\xff', 'text/plain', 'a', ''],
  ...['multipart/form-data; boundary=x', 'application/json;;;', 'application/scim+json'],
];
const ENCODINGS = ['gzip', 'br', 'deflate', 'identity', 'zstd', 'x', 'gzip, gzip', '\xff', ''];

/** Hostile requests without end, by pseudorandom numbers from 0 to 1. */
export function hostileRequests(
  { routes, tokens, publicUrl, authToken, ids }: Attacked,
  random: () => number,
): () => HostileRequest {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const chance = (share: number): boolean => random() < share;

  function value(depth = 0): unknown {
    const kind = random();
    if (kind < 0.5) return pick(TEXTS);
    if (kind < 0.6) return pick([0, -1, 1e308, 2 ** 53, 0.5]);
    if (kind < 0.7) return pick([true, false, null]);
    if (kind < 0.75) return pick(ids);
    if (depth > 2) return {};
    if (kind < 0.85) return [value(depth + 1), value(depth + 1)];
    return fields(depth + 1);
  }
  const fields = (depth = 0): Record<string, unknown> =>
    Object.fromEntries(
      Array.from({ length: Math.floor(random() * 6) }, () => [pick(FIELDS), value(depth)]),
    );
  const token = (): string => {
    const part = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
    if (chance(0.6)) return pick(tokens);
    return pick([
      () => `${part({ alg: pick(['none', 'RS256', NUL]), kid: value() })}.${part(fields())}.x`,
      () => `${part({ alg: 'RS256' })}.${part({ iss: value(), sub: value(), exp: value() })}.AAAA`,
      () => Buffer.from(pick(TEXTS)).toString('base64url') || 'x',
    ])();
  };
  const query = (): string => {
    const part = () => pick([() => pick(PATHS), () => encodeURIComponent(pick(ids))])();
    return chance(0.6)
      ? ''
      : `?${pick(FIELDS.slice(0, -3))}=${part()}${chance(0.3) ? `&${pick(FIELDS.slice(0, -3))}[]=${part()}` : ''}`;
  };
  const json = (): string =>
    chance(0.05)
      ? pick([
          '{',
          '[',
          '"',
          '',
          `${'['.repeat(9_000)}${']'.repeat(9_000)}`,
          `{"rules":${'['.repeat(9_000)}${']'.repeat(9_000)}}`,
        ])
      : JSON.stringify(chance(0.9) ? fields() : value());
  const form = (): [string, string][] =>
    Array.from({ length: Math.floor(random() * 8) }, () => [
      pick(FIELDS).toWellFormed(),
      String(pick(TEXTS)).toWellFormed(),
    ]);

  return () => {
    const route = pick(routes);
    const path =
      route.path
        .replace(/\/\*\w+/g, () => `/${pick(PATHS)}`)
        .replace(/:\w+/g, () => (chance(0.3) ? encodeURIComponent(pick(ids)) : pick(PATHS))) +
      query();
    const method = chance(0.05)
      ? pick(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])
      : route.method;
    const headers: Record<string, string> = {};
    if (chance(0.7)) headers.authorization = `Bearer ${token()}`;
    else if (chance(0.3)) headers.authorization = pick(['Bearer', 'Basic eDp5', 'Bearer \xff']);
    for (const name of [
      'accept-language',
      'origin',
      'referer',
      'x-forwarded-for',
      'cookie',
      'range',
    ])
      if (chance(0.1))
        headers[name] = pick([
          '\xff\xfe',
          'null',
          '*/*',
          'a'.repeat(2_000),
          'de;q=x',
          ',,,',
          '%00',
        ]);
    if (method === 'GET' || method === 'HEAD') return { method, path, headers };

    const isCallback = path.startsWith('/telephony/');
    let body: Buffer;
    if (isCallback || chance(0.1)) {
      const pairs = form();
      headers['content-type'] = 'application/x-www-form-urlencoded';
      body = Buffer.from(new URLSearchParams(pairs).toString());
      headers['x-twilio-signature'] = chance(0.7)
        ? signatureOf(authToken, publicUrl + path, Object.fromEntries(pairs))
        : pick(['', 'd3Jvbmc=', '\xff', 'x'.repeat(2_000)]);
      if (chance(0.1)) {
        headers['content-type'] = 'application/json';
        body = Buffer.from(json());
      }
    } else {
      const type = chance(0.6) ? 'application/json' : pick(TYPES);
      if (type) headers['content-type'] = type;
      body = Buffer.from(json());
    }
    if (chance(0.15)) {
      const encoding = pick(ENCODINGS);
      if (encoding) headers['content-encoding'] = encoding;
      if (encoding === 'gzip' && chance(0.5)) body = gzipSync(body);
      else if (encoding === 'br' && chance(0.5)) body = brotliCompressSync(body);
    }
    headers['content-length'] = String(body.length);
    return { method, path, headers, body };
  };
}
