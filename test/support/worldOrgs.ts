import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { startOrg } from '../../local/org/org.ts';
import type { OrgShape } from '../../local/org/schema/shape.ts';
import { callJson } from './callJson.ts';
import { freePort } from './freePort.ts';
import type { Stops } from './stops.ts';
import { writeKeys } from './writeKeys.ts';

export const COMPANY_NUMBER = '+15005550100';
export const OTHER_NUMBER = '+15005550200';
export const OTHER_ORG_ID = '00DDn0000000BWTAAA';
const INTEGRATION_USER = 'integration@northwind.example';

/** How the orgs of a world differ from fresh ones. */
export interface WorldOrgOptions {
  readonly twoOrgs?: boolean;
  /**
   * Whether supervisors are announced where the law requires it; otherwise the org overrides that
   * requirement.
   */
  readonly announces?: boolean;
  /**
   * Whether consumers are called at the hour of the test, whatever it is; otherwise the law's hours
   * hold.
   */
  readonly callsAtAnyHour?: boolean;
  /** How the org was created: in which language, with which currencies. */
  readonly shape?: OrgShape;
  /** Changes the org's records before the server first asks for them. */
  readonly fillOrg?: (control: OrgControl) => Promise<void>;
  /** Fields of the org's record of settings. */
  readonly setting?: Readonly<Record<string, unknown>>;
  /** Fields of the org's record of how inbound calls are answered. */
  readonly inbound?: Readonly<Record<string, unknown>>;
}

/** A request to the control API of an org. */
export type OrgControl = <T>(path: string, body?: unknown) => Promise<T>;

/** The running orgs of a world. */
export interface WorldOrgs {
  readonly url: string;
  readonly signingKey: string;
  readonly auditSigningKeyFile: string;
  readonly other?: { readonly url: string; readonly signingKey: string };
  /** The settings by which a server reaches them. */
  readonly serverSettings: Readonly<Record<string, string>>;
}

/** Starts the orgs. @param dir where their keys are written */
export async function startOrgs(
  { dir, serverUrl }: { readonly dir: string; readonly serverUrl: string },
  {
    twoOrgs = false,
    announces = false,
    callsAtAnyHour = false,
    shape,
    fillOrg,
    setting,
    inbound,
  }: WorldOrgOptions,
  stops: Stops,
): Promise<WorldOrgs> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const files = await writeKeys(dir);
  const org = await startOrg({
    port,
    publicUrl: url,
    serverUrl,
    clientId: 'dealside-test',
    clientCertificate: files.client.certificate,
    signingKey: files.signing.privateKey,
    ...(shape && { shape }),
  });
  stops.add(() => org.stop());
  const other = twoOrgs ? await startOtherOrg(dir, serverUrl) : undefined;
  if (other) stops.add(() => other.org.stop());
  if (!announces)
    for (const one of [url, ...(other ? [other.url] : [])]) await overrideAnnouncements(one);
  if (callsAtAnyHour)
    await changeRecord(url, 'Dealside_Setting__mdt', { Calling_Hours__c: 'nobody' });
  if (setting) await changeRecord(url, 'Dealside_Setting__mdt', setting);
  if (inbound) await changeRecord(url, 'Dealside_Inbound__mdt', inbound);
  await fillOrg?.((path, body) =>
    callJson(`${url}/_local/${path}`, body === undefined ? 'GET' : 'POST', body),
  );
  return {
    url,
    signingKey: files.signing.privateKey,
    auditSigningKeyFile: files.auditSigningKeyFile,
    other,
    serverSettings: other
      ? {
          SALESFORCE_ORGS_FILE: await writeOrgsFile(dir, [
            { orgId: LOCAL_ORG_ID, url, keysDir: dir, numbers: [COMPANY_NUMBER] },
            {
              orgId: OTHER_ORG_ID,
              url: other.url,
              keysDir: join(dir, 'other'),
              numbers: [OTHER_NUMBER],
            },
          ]),
        }
      : {
          SALESFORCE_LOGIN_URL: url,
          SALESFORCE_CLIENT_ID: 'dealside-test',
          SALESFORCE_USERNAME: INTEGRATION_USER,
          SALESFORCE_PRIVATE_KEY_FILE: files.clientKeyFile,
          SALESFORCE_ORG_ID: LOCAL_ORG_ID,
          SALESFORCE_SIGNING_CERTIFICATE_FILE: files.signingCertificateFile,
          SALESFORCE_ORIGINS: url,
        },
  };
}

/** Changes the only record of a type. */
async function changeRecord(orgUrl: string, type: string, fields: object): Promise<void> {
  const [record] = await callJson<{ Id: string }[]>(`${orgUrl}/_local/records/${type}`, 'GET');
  await callJson(`${orgUrl}/_local/update/${type}/${record!.Id}`, 'POST', fields);
}

async function overrideAnnouncements(orgUrl: string): Promise<void> {
  const laws = await callJson<{ Id: string; Announce_Supervisor__c: boolean }[]>(
    `${orgUrl}/_local/records/Dealside_Jurisdiction__mdt`,
    'GET',
  );
  for (const law of laws)
    if (law.Announce_Supervisor__c)
      await callJson(`${orgUrl}/_local/update/Dealside_Jurisdiction__mdt/${law.Id}`, 'POST', {
        Announce_Supervisor__c: false,
      });
}

async function startOtherOrg(dir: string, serverUrl: string) {
  const keysDir = join(dir, 'other');
  await mkdir(keysDir);
  const [files, port] = [await writeKeys(keysDir, 'other-org'), await freePort()];
  const url = `http://localhost:${port}`;
  const org = await startOrg({
    port,
    orgId: OTHER_ORG_ID,
    publicUrl: url,
    serverUrl,
    clientId: 'dealside-test',
    clientCertificate: files.client.certificate,
    signingKey: files.signing.privateKey,
  });
  return { org, url, signingKey: files.signing.privateKey };
}

interface OrgToWrite {
  readonly orgId: string;
  readonly url: string;
  readonly keysDir: string;
  readonly numbers: readonly string[];
}

async function writeOrgsFile(dir: string, orgs: readonly OrgToWrite[]): Promise<string> {
  const path = join(dir, 'orgs.json');
  await writeFile(
    path,
    JSON.stringify(
      orgs.map(({ orgId, url, keysDir, numbers }) => ({
        orgId,
        loginUrl: url,
        clientId: 'dealside-test',
        username: INTEGRATION_USER,
        privateKeyFile: join(keysDir, 'client.key'),
        origins: [url],
        signingKeys: [{ keyId: 'test', certificateFile: join(keysDir, 'signing.crt') }],
        numbers,
      })),
    ),
  );
  return path;
}
