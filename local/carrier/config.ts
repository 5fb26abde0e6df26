import { existsSync, readFileSync } from 'node:fs';
import type { AccountNumber } from './switchboard/accountNumber.ts';

/** The account and the ports that the carrier serves. */
export interface CarrierConfig {
  readonly port: number;
  readonly tls?: { port: number; cert: string; key: string };
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly voiceUrl: string;
  /** The TwiML App that tokens must name to place calls; without it, any app is accepted. */
  readonly twimlAppSid?: string;
  /** Further TwiML Apps that can be dialed with `app:`. */
  readonly apps?: readonly { appSid: string; voiceUrl: string }[];
  readonly numbers: readonly AccountNumber[];
  readonly callsPerSecond: number;
  /** The region that this carrier represents. Credentials of another region are refused. */
  readonly region?: string;
}

const REQUIRED = [
  'PORT',
  'ACCOUNT_SID',
  'AUTH_TOKEN',
  'API_KEY_SID',
  'API_KEY_SECRET',
  'VOICE_URL',
] as const;

/** Reads the environment; returns a line for every fault. */
export function readConfig(
  env: NodeJS.ProcessEnv,
): { config: CarrierConfig } | { faults: string[] } {
  const faults: string[] = REQUIRED.filter((name) => !env[name]).map(
    (name) => `${name} is missing`,
  );
  const port = Number(env.PORT);
  if (env.PORT && !(Number.isInteger(port) && port >= 0 && port < 65536))
    faults.push('PORT must be a port number');
  let numbers: CarrierConfig['numbers'] = [];
  try {
    numbers = JSON.parse(env.NUMBERS || '[]') as CarrierConfig['numbers'];
  } catch {
    faults.push('NUMBERS must be a JSON list of {phoneNumber, voiceUrl}');
  }
  const callsPerSecond = Number(env.CPS || 1);
  if (!(callsPerSecond > 0)) faults.push('CPS must be a number above 0');
  for (const name of env.TLS_PORT ? ['TLS_CERT_FILE', 'TLS_KEY_FILE'] : []) {
    if (!existsSync(env[name] ?? ''))
      faults.push(`${name} must name a file, since TLS_PORT is given`);
  }
  if (faults.length > 0) return { faults };
  return {
    config: {
      port,
      numbers,
      tls: env.TLS_PORT
        ? {
            port: Number(env.TLS_PORT),
            cert: readFileSync(env.TLS_CERT_FILE!, 'utf8'),
            key: readFileSync(env.TLS_KEY_FILE!, 'utf8'),
          }
        : undefined,
      accountSid: env.ACCOUNT_SID!,
      authToken: env.AUTH_TOKEN!,
      apiKeySid: env.API_KEY_SID!,
      apiKeySecret: env.API_KEY_SECRET!,
      voiceUrl: env.VOICE_URL!,
      twimlAppSid: env.TWIML_APP_SID,
      callsPerSecond,
      region: env.REGION || 'us1',
    },
  };
}
