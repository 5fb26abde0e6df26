import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { keysIn, readOrgsFile, relayUrl, type OrgConfig } from './configOrgs.ts';
import { READ_TIMEOUT_MS } from './crm/session/requests.ts';
import { REGIONS, regionFaults, type RegionSettings } from './telephony/client/region.ts';

const url = z.url('must be a URL').transform((value) => value.replace(/\/$/, ''));
const integerBetween = (min: number, max: number) =>
  z.coerce.number().int('must be a whole number').min(min).max(max);
const sid = (prefix: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}[0-9a-fA-F]{32}$`),
      `must be ${prefix} followed by 32 hexadecimal digits`,
    );
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean),
);
const file = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    context.addIssue({ code: 'custom', message: `names a file that cannot be read: ${path}` });
    return z.NEVER;
  }
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Environment = z.object({
  PORT: z.coerce.number().int('must be a whole number').min(1).max(65535),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url,
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// URL'),
  /**
   * The role that owns the tables, for migrations only; without it the application's role owns
   * them.
   */
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// URL')
    .optional(),
  AUDIT_SIGNING_KEY_FILE: file.optional(),
  /**
   * A checkpoint is taken after this many new audit entries, and this long after the last one if
   * there are any.
   */
  CHECKPOINT_EVERY_ENTRIES: integerBetween(10, 1_000_000).default(1_000),
  CHECKPOINT_EVERY_MINUTES: integerBetween(1, 1_440).default(30),
  /** Of several orgs, the one whose administrators are told what belongs to none of them. */
  AUDIT_HOME_ORG: z.string().optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a redis:// URL')
    .optional(),
  ROLES: list.default(['web', 'worker']),
  /**
   * Number of trusted reverse proxies, whose `X-Forwarded-For` is used; a client can forge the rest
   * of it.
   */
  TRUSTED_PROXIES: integerBetween(0, 5).default(0),
  RATE_LIMIT_PER_PERSON: integerBetween(1, 1_000_000).default(600),
  RATE_LIMIT_PER_ORG: integerBetween(1, 10_000_000).default(30_000),
  /** How much of an org's daily requests may be used for reading from it, in percent. */
  CRM_READS_PERCENT: integerBetween(1, 90).default(20),
  /** After so long a read from the CRM counts as failed. */
  CRM_TIMEOUT_MS: integerBetween(1_000, 60_000).default(READ_TIMEOUT_MS),
  RATE_LIMIT_STRANGERS: integerBetween(1, 1_000_000).default(300),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TWILIO_ACCOUNT_SID: sid('AC'),
  TWILIO_AUTH_TOKEN: z.string().min(16, 'is too short to be an auth token'),
  TWILIO_API_KEY_SID: sid('SK'),
  TWILIO_API_KEY_SECRET: z.string().min(16, 'is too short to be an API key secret'),
  TWILIO_TWIML_APP_SID: sid('AP'),
  TWILIO_CALLER_ID: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number such as +14155550100'),
  TWILIO_API_URL: url.optional(),
  /** Where Twilio processes calls; credentials, TwiML App and numbers are of this region. */
  TWILIO_REGION: z.enum(REGIONS, `must be one of ${REGIONS.join(', ')}`).default('us1'),
  /** Through which edge locations softphones connect, in this order. */
  TWILIO_EDGES: list.default([]),
  /**
   * The share of the account's requests that goes to looks that are not urgent, in requests per
   * second.
   */
  CARRIER_LOOKS_PER_SECOND: z.coerce
    .number()
    .min(0.5, 'must be 0.5 or more')
    .max(100, 'must be 100 or less')
    .default(5),
  /** After so long a request to the carrier counts as failed: what it was to do is silenced. */
  CARRIER_TIMEOUT_MS: integerBetween(1_000, 60_000).default(5_000),
  TWILIO_SIGNALING_URL: z
    .string()
    .regex(/^wss?:\/\//, 'must begin with ws:// or wss://')
    .optional(),
  /** How long a softphone's access token lasts; Twilio takes a day at most. */
  SOFTPHONE_TOKEN_SECONDS: integerBetween(60, 86_400).default(3_600),
  SALESFORCE_ORGS_FILE: z.string().optional(),
  /** Whether sessions are taken that name no server, as packages of former versions sign them. */
  FORMER_SESSIONS: z.enum(['on', 'off']).default('off'),
  /**
   * Who plays the disclosure to customers: Dealside, on calls that need it, or a system that
   * answers before it.
   */
  DISCLOSURE: z.enum(['play', 'elsewhere']).default('play'),
  LEGITIMATE_INTEREST: z
    .string()
    .transform((text, context) => {
      const read = z
        .object({ document: z.string().min(1), owner: z.string().min(1), since: z.iso.date() })
        .safeParse(jsonOf(text));
      if (read.success) return read.data;
      context.addIssue({
        code: 'custom',
        message: 'must be {"document": …, "owner": …, "since": "2026-01-31"}',
      });
      return z.NEVER;
    })
    .optional(),
  RECORD_CALLS: z.enum(['on', 'off']).default('off'),
  TRANSCRIBE_VOICEMAIL: z.enum(['on', 'off']).default('off'),
  AUDIO_CHECK_EVERY_MINUTES: z.coerce.number().min(0, 'must be 0 (never) or more').default(60),
  AUDIO_CHECK_SETTLE_MS: z.coerce.number().int().min(200).max(5_000).default(1_000),
  AUDIO_CHECK_LISTEN_MS: z.coerce.number().int().min(200).max(5_000).default(600),
  SOFTPHONE_DIR: z.string().optional(),
  /** Where totals of days are left as files; nowhere if it is not set. */
  OUTCOMES_DROP_DIR: z.string().min(1).optional(),
  /** Instead of in a folder: the URL of a bucket, with what each name begins with. */
  OUTCOMES_DROP_BUCKET: url.optional(),
  OUTCOMES_DROP_REGION: z.string().min(1).default('us-east-1'),
  OUTCOMES_DROP_KEY_ID: z.string().min(1).optional(),
  OUTCOMES_DROP_SECRET_FILE: file.transform((secret) => secret.trim()).optional(),
  /** For how many days each kind is kept that neither the audit nor anything that is owed needs. */
  KEEP_RECEIPTS_DAYS: integerBetween(1, 3_650).default(7),
  KEEP_DELIVERED_DAYS: integerBetween(1, 3_650).default(30),
  KEEP_LATENCIES_DAYS: integerBetween(1, 3_650).default(400),
  KEEP_AUDIO_CHECKS_DAYS: integerBetween(1, 3_650).default(400),
  KEEP_SIMULATIONS_DAYS: integerBetween(1, 3_650).default(90),
  KEEP_TRANSCRIPTS_DAYS: integerBetween(1, 3_650).default(90),
  KEEP_ALERTS_DAYS: integerBetween(1, 3_650).default(400),
  /** Recordings at the carrier stay for good if it is not set. */
  KEEP_RECORDINGS_DAYS: integerBetween(1, 3_650).optional(),
});

const SingleOrg = z.object({
  SALESFORCE_LOGIN_URL: url,
  SALESFORCE_CLIENT_ID: z.string().min(1),
  SALESFORCE_USERNAME: z.string().min(1),
  SALESFORCE_PRIVATE_KEY_FILE: file,
  SALESFORCE_ORG_ID: z.string().regex(/^00D[A-Za-z0-9]{15}$/, 'must be the 18-character org id'),
  SALESFORCE_SIGNING_CERTIFICATE_FILE: file.transform((pem, context) => {
    const keys = keysIn(pem);
    if (keys.length === 0)
      context.addIssue({ code: 'custom', message: 'names a file without an RSA certificate' });
    return keys;
  }),
  SALESFORCE_ORIGINS: list,
  /** TURN servers of softphones, or `twilio` for Twilio's. */
  TURN_URLS: list.pipe(z.array(z.union([z.literal('twilio'), relayUrl]))).optional(),
  /** The secret that they share with this server. */
  TURN_SECRET_FILE: file.optional(),
});

export type Config = z.infer<typeof Environment> & { readonly orgs: readonly OrgConfig[] };

/** Settings that had another name in a former version, which is still read. */
const FORMER_NAMES: Readonly<Record<string, keyof typeof Environment.shape>> = {
  CANARY_EVERY_MINUTES: 'AUDIO_CHECK_EVERY_MINUTES',
  CANARY_SETTLE_MS: 'AUDIO_CHECK_SETTLE_MS',
  CANARY_LISTEN_MS: 'AUDIO_CHECK_LISTEN_MS',
};

/** Reads the configuration from the environment. Returns every fault, one line each. */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config } | { faults: string[] } {
  const set = Object.entries(env).filter(([, value]) => value !== '');
  const former = set.flatMap(([name, value]): [string, string | undefined][] =>
    FORMER_NAMES[name] ? [[FORMER_NAMES[name], value]] : [],
  );
  const given = Object.fromEntries([...former, ...set]);
  const parsed = Environment.safeParse(given);
  const read = readOrgs(given);
  const faults = [
    ...(parsed.success ? [] : faultsOf(given, parsed.error)),
    ...('faults' in read ? read.faults : []),
  ];
  const home = parsed.success ? parsed.data.AUDIT_HOME_ORG : undefined;
  if (home !== undefined && 'orgs' in read && !read.orgs.some(({ orgId }) => orgId === home))
    faults.push(`AUDIT_HOME_ORG must be one of the orgs; it is ${home}`);
  if (parsed.success) faults.push(...dropFaults(parsed.data));
  if (parsed.success) faults.push(...regionFaults(regionSettings(parsed.data)));
  return parsed.success && 'orgs' in read && faults.length === 0
    ? { config: { ...parsed.data, orgs: read.orgs } }
    : { faults };
}

/** Whether files have one place to be left at, and all that it needs. */
function dropFaults(settings: z.infer<typeof Environment>): string[] {
  const { OUTCOMES_DROP_DIR: folder, OUTCOMES_DROP_BUCKET: bucket } = settings;
  if (bucket === undefined) return [];
  const { protocol, hostname } = new URL(bucket);
  return [
    ...(folder === undefined ? [] : ['OUTCOMES_DROP_BUCKET cannot be set with OUTCOMES_DROP_DIR']),
    ...(protocol === 'https:' || ['127.0.0.1', 'localhost'].includes(hostname)
      ? []
      : ['OUTCOMES_DROP_BUCKET must begin with https://']),
    ...(['OUTCOMES_DROP_KEY_ID', 'OUTCOMES_DROP_SECRET_FILE'] as const)
      .filter((name) => settings[name] === undefined)
      .map((name) => `${name} must be set with OUTCOMES_DROP_BUCKET`),
  ];
}

const regionSettings = ({
  TWILIO_REGION: region,
  TWILIO_EDGES: edges,
  TWILIO_API_URL: apiUrl,
}: z.infer<typeof Environment>): RegionSettings => ({ region, edges, apiUrl });

/**
 * Reads only the settings of consent, for commands that need nothing else. Throws if they are not
 * valid; the server reports all faults at its start.
 */
export function consentSetUp(env: EnvironmentValues): {
  disclosedElsewhere: boolean;
  legitimateInterest?: Config['LEGITIMATE_INTEREST'];
} {
  const { DISCLOSURE, LEGITIMATE_INTEREST } = Environment.pick({
    DISCLOSURE: true,
    LEGITIMATE_INTEREST: true,
  }).parse({
    DISCLOSURE: env.DISCLOSURE || undefined,
    LEGITIMATE_INTEREST: env.LEGITIMATE_INTEREST || undefined,
  });
  return {
    disclosedElsewhere: DISCLOSURE === 'elsewhere',
    legitimateInterest: LEGITIMATE_INTEREST,
  };
}

/**
 * Reads only the time limit for reads from the CRM, for commands that need nothing else. Throws if
 * it is not valid.
 */
export const crmTimeoutMs = (env: EnvironmentValues): number =>
  Environment.pick({ CRM_TIMEOUT_MS: true }).parse({
    CRM_TIMEOUT_MS: env.CRM_TIMEOUT_MS || undefined,
  }).CRM_TIMEOUT_MS;

/** Reads only the orgs, for commands that need nothing else. */
export const readOrgs = (env: EnvironmentValues): ReadResult =>
  env.SALESFORCE_ORGS_FILE === undefined
    ? singleOrg(env)
    : severalOrgs(env, env.SALESFORCE_ORGS_FILE);

type EnvironmentValues = Record<string, string | undefined>;
type ReadResult = { readonly orgs: readonly OrgConfig[] } | { readonly faults: string[] };

function singleOrg(env: EnvironmentValues): ReadResult {
  const parsed = SingleOrg.safeParse(env);
  if (!parsed.success) return { faults: faultsOf(env, parsed.error) };
  const org = parsed.data;
  if (org.TURN_URLS?.some((one) => one !== 'twilio') && !org.TURN_SECRET_FILE)
    return { faults: ['TURN_SECRET_FILE is missing'] };
  return {
    orgs: [
      {
        orgId: org.SALESFORCE_ORG_ID,
        loginUrl: org.SALESFORCE_LOGIN_URL,
        clientId: org.SALESFORCE_CLIENT_ID,
        username: org.SALESFORCE_USERNAME,
        privateKey: org.SALESFORCE_PRIVATE_KEY_FILE,
        origins: org.SALESFORCE_ORIGINS,
        signingKeys: org.SALESFORCE_SIGNING_CERTIFICATE_FILE,
        numbers: [],
        ...relaysOf(org),
      },
    ],
  };
}

function relaysOf({
  TURN_URLS: urls = [],
  TURN_SECRET_FILE: secret,
}: z.infer<typeof SingleOrg>): Pick<OrgConfig, 'relays'> {
  if (urls.length === 0) return {};
  return urls.includes('twilio') || !secret
    ? { relays: { kind: 'carrier' } }
    : { relays: { kind: 'own', urls, secret: secret.trim() } };
}

function severalOrgs(env: EnvironmentValues, path: string): ReadResult {
  const conflicting = Object.keys(SingleOrg.shape).filter((name) => env[name] !== undefined);
  if (conflicting.length > 0)
    return { faults: [`SALESFORCE_ORGS_FILE names the orgs; unset ${conflicting.join(', ')}`] };
  const read = readOrgsFile(path);
  return 'orgs' in read
    ? read
    : { faults: read.faults.map((fault) => `SALESFORCE_ORGS_FILE ${fault}`) };
}

const faultsOf = (env: EnvironmentValues, error: z.ZodError): string[] =>
  error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return env[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
  });
