import type { Config } from './config.ts';

const SECRET_NAMES =
  /^(authorization|cookie|token|ticket|secret|pin|currentPin|password|privateKey|assertion|access_token|phone)$/i;

/** Signed tokens, keys, tickets and phone numbers, redacted anywhere in a text. */
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

/**
 * Returns a function that redacts a value for the log: known patterns, fields with secret names,
 * and the given secrets of 8 characters or more, at any depth.
 */
export function redactor(secrets: readonly string[] = []): (value: unknown) => unknown {
  const literal = secrets.filter((secret) => secret.length >= 8);

  const inText = (text: string): string => {
    const withoutSecrets = literal.reduce(
      (redactedText, secret) => redactedText.replaceAll(secret, '[secret]'),
      text,
    );
    return PATTERNS.reduce(
      (redactedText, [pattern, replacement]) => redactedText.replace(pattern, replacement),
      withoutSecrets,
    );
  };

  function redacted(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return inText(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) return '[deep]';
    if (value instanceof Error)
      return {
        name: value.name,
        message: inText(value.message),
        stack: value.stack && inText(value.stack),
      };
    if (Array.isArray(value)) return value.map((entry) => redacted(entry, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [
        name,
        SECRET_NAMES.test(name) && typeof entry === 'string'
          ? '[secret]'
          : redacted(entry, depth + 1),
      ]),
    );
  }
  return (value) => redacted(value, 0);
}

/** The secret values of the configuration. */
export function secretsOf(config: Config): string[] {
  const passwords = [config.DATABASE_URL, config.DATABASE_OWNER_URL, config.REDIS_URL].flatMap(
    (url) => (url ? decodeURIComponent(new URL(url).password) : []),
  );
  return [
    config.TWILIO_AUTH_TOKEN,
    config.TWILIO_API_KEY_SECRET,
    ...config.orgs.map(({ privateKey }) => privateKey),
    config.AUDIT_SIGNING_KEY_FILE,
    ...passwords,
  ].filter((secret): secret is string => Boolean(secret));
}
