/** A system outside the server, which is local or real. */
export type Boundary = 'telephony' | 'crm' | 'database' | 'queue';

interface Rule {
  readonly label: string;
  readonly local: string;
  readonly real: string;
  /** If a variable whose name matches is set, the real system is used. */
  readonly sign: RegExp;
  /** The variables that the real system needs. */
  readonly required: readonly string[];
  /** A variable that replaces all `required` ones. */
  readonly instead?: string;
}

/** The settings that each system needs, and its name in messages. */
export const BOUNDARIES: Record<Boundary, Rule> = {
  telephony: {
    label: 'Telephony',
    local: 'stand-in carrier on this machine',
    real: 'Twilio',
    sign: /^TWILIO_/,
    required: [
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
      'TWILIO_API_KEY_SID',
      'TWILIO_API_KEY_SECRET',
      'TWILIO_TWIML_APP_SID',
      'TWILIO_CALLER_ID',
      'PUBLIC_URL',
    ],
  },
  crm: {
    label: 'Salesforce',
    local: 'stand-in org on this machine',
    real: 'your org',
    sign: /^SALESFORCE_/,
    required: [
      'SALESFORCE_LOGIN_URL',
      'SALESFORCE_CLIENT_ID',
      'SALESFORCE_USERNAME',
      'SALESFORCE_PRIVATE_KEY_FILE',
      'SALESFORCE_ORG_ID',
      'SALESFORCE_SIGNING_CERTIFICATE_FILE',
      'SALESFORCE_ORIGINS',
    ],
    instead: 'SALESFORCE_ORGS_FILE',
  },
  database: {
    label: 'Database',
    local: 'bundled PostgreSQL',
    real: 'your PostgreSQL',
    sign: /^DATABASE_(OWNER_)?URL$/,
    required: ['DATABASE_URL'],
  },
  queue: {
    label: 'Queue',
    local: 'in the database',
    real: 'Redis',
    sign: /^REDIS_URL$/,
    required: ['REDIS_URL'],
  },
};

/** Which systems are local and which are real. */
export type Reality = Record<Boundary, 'local' | 'real'>;

/** Reads which systems are real; returns a line for each that is only partly configured. */
export function readBoundaries(
  env: NodeJS.ProcessEnv,
): { reality: Reality } | { faults: string[] } {
  const given = Object.keys(env).filter((name) => env[name]);
  const faults: string[] = [];
  const reality: Reality = { telephony: 'local', crm: 'local', database: 'local', queue: 'local' };
  for (const boundary of Object.keys(BOUNDARIES) as Boundary[]) {
    const { label, sign, required, instead } = BOUNDARIES[boundary];
    const signs = given.filter((name) => sign.test(name));
    if (signs.length === 0) continue;
    reality[boundary] = 'real';
    if (instead && given.includes(instead)) continue;
    const missing = required.filter((name) => !given.includes(name));
    if (missing.length > 0)
      faults.push(
        `${label} is only partly configured: ${missing.join(', ')} missing; set them, or unset ${signs.join(', ')} to use the ${BOUNDARIES[boundary].local}`,
      );
  }
  return faults.length > 0 ? { faults } : { reality };
}

/** The environment without the variables of real systems. */
export function withoutBoundaries(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const signs = [...Object.values(BOUNDARIES).map(({ sign }) => sign), /^PUBLIC_URL$/];
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !signs.some((sign) => sign.test(name))),
  );
}
