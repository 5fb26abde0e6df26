import { readFileSync } from 'node:fs';
import type { OrgShape } from './schema/shape.ts';

/** The org, its server and its client app. */
export interface OrgConfig {
  readonly port: number;
  /** Set if several stand-ins run side by side; LOCAL_ORG_ID otherwise. */
  readonly orgId?: string;
  readonly publicUrl: string;
  readonly dataDir?: string;
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientCertificate: string;
  readonly signingKey: string;
  /** The differences from an org that was created in US English. */
  readonly shape?: OrgShape;
  /** Calls are transcribed, unless its record of settings says otherwise. */
  readonly transcribesCalls?: boolean;
}

const REQUIRED = [
  'PORT',
  'PUBLIC_URL',
  'SERVER_URL',
  'CLIENT_ID',
  'CLIENT_CERTIFICATE_FILE',
  'SIGNING_KEY_FILE',
] as const;

/** Reads the environment; returns a line for every fault. */
export function readConfig(env: NodeJS.ProcessEnv): { config: OrgConfig } | { faults: string[] } {
  const faults: string[] = REQUIRED.filter((name) => !env[name]).map(
    (name) => `${name} is missing`,
  );
  const read = (name: 'CLIENT_CERTIFICATE_FILE' | 'SIGNING_KEY_FILE'): string => {
    try {
      return env[name] ? readFileSync(env[name], 'utf8') : '';
    } catch {
      faults.push(`${name} names a file that cannot be read: ${env[name]}`);
      return '';
    }
  };
  const [clientCertificate, signingKey] = [
    read('CLIENT_CERTIFICATE_FILE'),
    read('SIGNING_KEY_FILE'),
  ];
  if (faults.length > 0) return { faults };
  return {
    config: {
      port: Number(env.PORT),
      publicUrl: env.PUBLIC_URL!,
      dataDir: env.DATA_DIR,
      serverUrl: env.SERVER_URL!,
      clientId: env.CLIENT_ID!,
      clientCertificate,
      signingKey,
      transcribesCalls: env.TRANSCRIBE_CALLS === 'on',
    },
  };
}
