import type { Config } from './config.ts';

const SECRET_NAMES = /^(authorization|cookie|token|ticket|secret|pin|currentPin|password|privateKey|assertion|access_token|phone)$/i;

/** What must never be read in a log, wherever it stands: signed tokens, keys, tickets, phone numbers. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[key]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(Bearer|OAuth|Basic) [\w!.~+/=-]+/g, '$1 [token]'],
  [/\b(ticket|assertion|access_token|token)=[^&\s"]+/g, '$1=[token]'],
  [/(?:\+|%2B)[1-9]\d{6,14}\b/g, '[number]'],
  [/\(\d{3}\)\s?\d{3}[-. ]\d{4}\b/g, '[number]'],
  [/\b(?:\d{3}[-. ]){2}\d{4}\b/g, '[number]'],
];

const MAX_DEPTH = 6;

/** Makes what goes into a log safe to be read by anybody who may read logs. `secrets` are replaced wherever they stand. */
export function redactor(secrets: readonly string[] = []): (value: unknown) => unknown {
  const literal = secrets.filter((secret) => secret.length >= 8);

  const inText = (text: string): string => {
    const known = literal.reduce((so, secret) => so.replaceAll(secret, '[secret]'), text);
    return PATTERNS.reduce((so, [pattern, instead]) => so.replace(pattern, instead), known);
  };

  function redacted(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return inText(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) return '[deep]';
    if (value instanceof Error) return { name: value.name, message: inText(value.message), stack: value.stack && inText(value.stack) };
    if (Array.isArray(value)) return value.map((one) => redacted(one, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, SECRET_NAMES.test(name) && typeof one === 'string' ? '[secret]' : redacted(one, depth + 1)]));
  }
  return (value) => redacted(value, 0);
}

/** The values of the configuration that let somebody act as us. */
export function secretsOf(config: Config): string[] {
  const passwords = [config.DATABASE_URL, config.DATABASE_OWNER_URL, config.REDIS_URL].flatMap((url) => (url ? decodeURIComponent(new URL(url).password) : []));
  return [config.TWILIO_AUTH_TOKEN, config.TWILIO_API_KEY_SECRET, ...config.orgs.map(({ privateKey }) => privateKey), config.AUDIT_SIGNING_KEY_FILE, ...passwords].filter((secret): secret is string => Boolean(secret));
}
