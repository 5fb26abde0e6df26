import { join } from 'node:path';
import { LOCAL_ORG_ID } from '../../org/ids/localOrgId.ts';
import type { Keys } from '../keys/keys.ts';
import { withoutBoundaries, type Reality } from './boundaries.ts';
import type { Settings } from './settings.ts';

/** What the environments are made from. */
export interface EnvironmentInputs {
  readonly settings: Settings;
  readonly reality: Reality;
  readonly keys: Keys;
  /** The environment of this process. */
  readonly given: NodeJS.ProcessEnv;
}

/** The addresses of the database. */
export interface DatabaseUrls {
  readonly databaseUrl: string;
  /** For migrations, as the owner of the tables. */
  readonly databaseOwnerUrl?: string;
}

/** The processes that are started. */
export type ProcessName = 'server' | 'org' | 'carrier';

const MAIN_NUMBER = '+15005550100';

/** The URL of each process. */
export const urlsFor = ({ ports }: Settings): Record<ProcessName, string> => ({
  server: `http://localhost:${ports.server}`,
  org: `http://localhost:${ports.org}`,
  carrier: `http://localhost:${ports.carrier}`,
});

/**
 * The environment of each process, for the server without its database. Stand-ins get no variable of
 * a real system.
 */
export function environmentsFor({
  settings,
  reality,
  keys,
  given,
}: EnvironmentInputs): Record<ProcessName, NodeJS.ProcessEnv> {
  const urls = urlsFor(settings);
  const publicUrl = given.PUBLIC_URL || urls.server;
  const plain = withoutBoundaries(given);
  const telephony =
    reality.telephony === 'real'
      ? {}
      : {
          TWILIO_ACCOUNT_SID: keys.accountSid,
          TWILIO_AUTH_TOKEN: keys.authToken,
          TWILIO_API_KEY_SID: keys.apiKeySid,
          TWILIO_API_KEY_SECRET: keys.apiKeySecret,
          TWILIO_TWIML_APP_SID: keys.twimlAppSid,
          TWILIO_CALLER_ID: MAIN_NUMBER,
          TWILIO_API_URL: urls.carrier,
          TWILIO_SIGNALING_URL: `ws://localhost:${settings.ports.carrier}`,
        };
  const crm =
    reality.crm === 'real'
      ? {}
      : {
          SALESFORCE_LOGIN_URL: urls.org,
          SALESFORCE_CLIENT_ID: keys.clientId,
          SALESFORCE_USERNAME: 'integration@northwind.example',
          SALESFORCE_PRIVATE_KEY_FILE: keys.serverClient.keyFile,
          SALESFORCE_ORG_ID: LOCAL_ORG_ID,
          SALESFORCE_SIGNING_CERTIFICATE_FILE: keys.orgSigning.certificateFile,
          SALESFORCE_ORIGINS: urls.org,
        };
  return {
    server: {
      ...given,
      PORT: String(settings.ports.server),
      PUBLIC_URL: publicUrl,
      AUDIT_SIGNING_KEY_FILE: given.AUDIT_SIGNING_KEY_FILE || keys.auditSigningKeyFile,
      ...telephony,
      ...crm,
    },
    org: {
      ...plain,
      PORT: String(settings.ports.org),
      PUBLIC_URL: urls.org,
      DATA_DIR: join(settings.dataDir, 'org'),
      SERVER_URL: publicUrl,
      CLIENT_ID: keys.clientId,
      CLIENT_CERTIFICATE_FILE: keys.serverClient.certificateFile,
      SIGNING_KEY_FILE: keys.orgSigning.keyFile,
      SIGNING_CERTIFICATE_FILE: keys.orgSigning.certificateFile,
      // Of the demo's calls. A real carrier charges for it.
      TRANSCRIBE_CALLS: settings.demo && reality.telephony === 'local' ? 'on' : 'off',
    },
    carrier: {
      ...plain,
      PORT: String(settings.ports.carrier),
      ACCOUNT_SID: keys.accountSid,
      AUTH_TOKEN: keys.authToken,
      API_KEY_SID: keys.apiKeySid,
      API_KEY_SECRET: keys.apiKeySecret,
      TWIML_APP_SID: keys.twimlAppSid,
      VOICE_URL: `${publicUrl}/telephony/voice`,
      DATA_DIR: join(settings.dataDir, 'carrier'),
      NUMBERS: JSON.stringify([
        {
          phoneNumber: MAIN_NUMBER,
          voiceUrl: `${publicUrl}/telephony/inbound`,
          statusCallback: `${publicUrl}/telephony/participant`,
        },
      ]),
    },
  };
}

/** The variables that name the database to the server, which is told them when it is reached. */
export const databaseEnvironment = ({
  databaseUrl,
  databaseOwnerUrl,
}: DatabaseUrls): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl,
  ...(databaseOwnerUrl && { DATABASE_OWNER_URL: databaseOwnerUrl }),
});

/** The environment of a server behind the balancer, which forwards the address of each caller. */
export const instanceEnvironment = (
  server: NodeJS.ProcessEnv,
  port: number,
): NodeJS.ProcessEnv => ({
  ...server,
  PORT: String(port),
  TRUSTED_PROXIES: String(Number(server.TRUSTED_PROXIES || 0) + 1),
});
