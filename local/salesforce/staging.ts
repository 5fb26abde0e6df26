import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageVersion } from '../../force-app/packageVersion.mjs';
import { seedFile, SETTING } from './seeds.ts';

interface Emitter {
  emitted(): Iterable<{ file: string; code: string }>;
}

/** A prepared copy of the project. */
export interface Staged {
  readonly dir: string;
  readonly testClasses: readonly string[];
  remove(): void;
}

/** Files that `.forceignore` excludes, which are a quarter of all files. */
const IGNORED_BY_CLI = /(^|\/)__tests__(\/|$)|\.ts$/;

const PACKAGE_RECORD =
  'force-app/main/default/customMetadata/Dealside_Package.Deployed.md-meta.xml';
const NOT_STATED = 'not stated';
const EXAMPLE_URL = 'https://dealside.example.com';

/**
 * Copies the project for one org, and adds the emitted JavaScript, the version of the package, the
 * server's URL and the server's certificate. Of the seeds, only the named ones are copied, and the
 * dashboards only if they are deployed.
 */
export async function stage(
  root: string,
  {
    serverUrl,
    certificate,
    clientCertificate,
    seeds,
    withDashboards,
  }: {
    serverUrl: string;
    certificate: string;
    clientCertificate: string;
    seeds: readonly string[];
    withDashboards: boolean;
  },
): Promise<Staged> {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-deploy-'));
  for (const part of ['.forceignore', 'sfdx-project.json', 'scripts', 'force-app/main'])
    cpSync(join(root, part), join(dir, part), {
      recursive: true,
      filter: (path) => !IGNORED_BY_CLI.test(relative(root, path)),
    });
  if (!withDashboards) rmSync(join(dir, 'force-app/main/default/dashboards'), { recursive: true });
  mkdirSync(join(dir, 'seeds/customMetadata'), { recursive: true });
  for (const name of seeds) copyFileSync(seedFile(root, name), seedFile(dir, name));
  const { emitted } = (await import(
    pathToFileURL(join(root, 'force-app/emit.mjs')).href
  )) as Emitter;
  for (const { file, code } of emitted())
    writeFileSync(file.replace(root.replace(/\/$/, ''), dir), code);

  const change = (path: string, edit: (text: string) => string): void => {
    const file = join(dir, path);
    const before = readFileSync(file, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`${path} is not as the deploy expects it`);
    writeFileSync(file, after);
  };
  const { version, sources } = await packageVersion(root);
  change(PACKAGE_RECORD, (xml) => xml.replace(NOT_STATED, version).replace(NOT_STATED, sources));
  const { origin } = new URL(serverUrl);
  change('force-app/main/default/cspTrustedSites/Dealside_Server.cspTrustedSite-meta.xml', (xml) =>
    xml.replace(EXAMPLE_URL, origin),
  );
  if (seeds.includes(SETTING))
    change(relative(dir, seedFile(dir, SETTING)), (xml) =>
      xml.replace(EXAMPLE_URL, serverUrl).replace('>Dealside_Session<', `>${certificate}<`),
    );
  change(
    'force-app/main/access/extlClntAppGlobalOauthSets/Dealside_Server_glbloauth.ecaGlblOauth-meta.xml',
    (xml) =>
      xml.replace(
        '    <externalClientApplication>',
        `    <certificate>${clientCertificate.trim()}</certificate>\n    <externalClientApplication>`,
      ),
  );
  return {
    dir,
    testClasses: readdirSync(join(dir, 'force-app/main/default/classes'))
      .filter((file) => file.endsWith('Test.cls'))
      .map((file) => file.replace('.cls', '')),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
