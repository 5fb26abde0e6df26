import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { RelayConfig } from './telephony/softphone/relays.ts';

/** A certificate that verifies an org's session tokens, valid between the times (ISO 8601). */
export interface SigningKey {
  readonly keyId: string;
  readonly certificate: string;
  readonly from?: string;
  readonly until: string;
}

/** A Salesforce org that this server serves. */
export interface OrgConfig {
  readonly orgId: string;
  readonly loginUrl: string;
  readonly clientId: string;
  /** The integration user. */
  readonly username: string;
  readonly privateKey: string;
  /** Lightning origins that may call the API and frame the softphone. */
  readonly origins: readonly string[];
  readonly signingKeys: readonly SigningKey[];
  /**
   * The org's phone numbers in E.164. The first is its caller id; a call to any of them is the
   * org's.
   */
  readonly numbers: readonly string[];
  /** By which relays its softphones reach the phone service, if not directly. */
  readonly relays?: RelayConfig;
}

/** Until when the latest of an org's registered certificates is taken; undefined without one. */
export const certificateUntil = (orgs: readonly OrgConfig[], orgId: string): string | undefined =>
  orgs
    .find((org) => org.orgId === orgId)
    ?.signingKeys.map(({ until }) => until)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);

export type ReadOrgs =
  | { readonly orgs: readonly OrgConfig[] }
  | { readonly faults: readonly string[] };

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

const orgId = z.string().regex(/^00D[A-Za-z0-9]{15}$/, 'must be the 18-character org id');
const secureUrl = z
  .url('must be a URL')
  .regex(/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/, 'must begin with https://')
  .transform((value) => value.replace(/\/$/, ''));
const origin = secureUrl.refine(
  (value) => new URL(value).origin === value,
  'must be an origin such as https://northwind.lightning.force.com, without a path',
);
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number such as +14155550100');
const instant = z.iso.datetime({
  offset: true,
  message: 'must be a time such as 2026-11-01T00:00:00Z',
});
const text = z.string().min(1, 'is empty');
export const relayUrl = z
  .string()
  .regex(/^(stun|turns?):[^\s]+$/, 'must be an address such as turns:turn.example.com:443');

const OrgsFile = z
  .array(
    z.strictObject({
      orgId,
      loginUrl: secureUrl,
      clientId: text,
      username: text,
      privateKeyFile: text,
      origins: z.array(origin).min(1, 'needs at least one origin'),
      signingKeys: z
        .array(
          z.strictObject({
            keyId: text.max(64),
            certificateFile: text,
            from: instant.optional(),
            until: instant.optional(),
          }),
        )
        .min(1, 'needs at least one key'),
      numbers: z.array(phone).default([]),
      relays: z
        .union([
          z.literal('twilio'),
          z.strictObject({ urls: z.array(relayUrl).min(1), secretFile: text }),
        ])
        .optional(),
    }),
  )
  .min(1, 'names no org');

/** Reads the orgs from a JSON file. Paths in it are relative to its folder. Returns every fault. */
export function readOrgsFile(path: string): ReadOrgs {
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return {
      faults: [
        error instanceof SyntaxError
          ? `is not JSON: ${path}`
          : `names a file that cannot be read: ${path}`,
      ],
    };
  }
  const parsed = OrgsFile.safeParse(written);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map((issue) =>
        `${pathText(issue.path)} ${messageOf(issue)}`.trim(),
      ),
    };

  const faults: string[] = [];
  const read = (place: string, name: string): string => {
    try {
      return readFileSync(resolve(dirname(path), name), 'utf8');
    } catch {
      faults.push(`${place} names a file that cannot be read: ${name}`);
      return '';
    }
  };
  const orgs = parsed.data.map(({ privateKeyFile, signingKeys, relays, ...org }, i): OrgConfig => ({
    ...org,
    ...(relays === 'twilio' && { relays: { kind: 'carrier' } }),
    ...(typeof relays === 'object' && {
      relays: {
        kind: 'own',
        urls: relays.urls,
        secret: read(`[${i}].relays.secretFile`, relays.secretFile).trim(),
      },
    }),
    privateKey: read(`[${i}].privateKeyFile`, privateKeyFile),
    signingKeys: signingKeys.map(({ certificateFile, ...key }, k) => {
      const place = `[${i}].signingKeys[${k}]`;
      const pem = read(`${place}.certificateFile`, certificateFile);
      const [certificate, ...others] = certificatesIn(pem);
      if (pem && (!certificate || others.length > 0))
        faults.push(`${place}.certificateFile must hold one certificate: ${certificateFile}`);
      const until = key.until ?? (certificate ? expiryOf(certificate) : '');
      if (key.from && until && Date.parse(key.from) >= Date.parse(until))
        faults.push(`${place}.until must be later than its from`);
      return { ...key, certificate: certificate ?? '', until };
    }),
  }));
  faults.push(...duplicateFaults(orgs));
  return faults.length > 0 ? { faults } : { orgs };
}

/** Returns a key for each RSA certificate in the PEM text, valid until the certificate expires. */
export function keysIn(pems: string): SigningKey[] {
  return certificatesIn(pems).map((certificate) => ({
    keyId: new X509Certificate(certificate).fingerprint256
      .replaceAll(':', '')
      .slice(0, 16)
      .toLowerCase(),
    certificate,
    until: expiryOf(certificate),
  }));
}

/**
 * Faults of values that two orgs share, because calls and sessions are assigned to orgs by them.
 */
function duplicateFaults(orgs: readonly OrgConfig[]): string[] {
  const faults: string[] = [];
  const requireUnique = (what: string, valuesOf: (org: OrgConfig) => readonly string[]): void => {
    const seen = new Map<string, number>();
    orgs.forEach((org, i) => {
      for (const value of valuesOf(org)) {
        if (seen.has(value))
          faults.push(`[${i}] has the ${what} ${value} that [${seen.get(value)}] has`);
        seen.set(value, i);
      }
    });
  };
  requireUnique('org id', (org) => [org.orgId]);
  requireUnique('origin', (org) => org.origins);
  requireUnique('number', (org) => org.numbers);
  for (const [i, { signingKeys }] of orgs.entries()) {
    const ids = signingKeys.map(({ keyId }) => keyId);
    if (new Set(ids).size < ids.length) faults.push(`[${i}].signingKeys has two keys of one keyId`);
  }
  return faults;
}

function certificatesIn(pem: string): string[] {
  return (pem.match(CERTIFICATE) ?? []).filter((certificate) => {
    try {
      return new X509Certificate(certificate).publicKey.asymmetricKeyType === 'rsa';
    } catch {
      return false;
    }
  });
}

const expiryOf = (certificate: string): string =>
  new Date(new X509Certificate(certificate).validTo).toISOString();

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_type' && issue.message.includes('undefined')
    ? 'is missing'
    : issue.code === 'unrecognized_keys'
      ? `has an unknown setting: ${issue.keys.join(', ')}`
      : issue.message;
