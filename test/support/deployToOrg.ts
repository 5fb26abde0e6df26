import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnv } from './childEnv.ts';

const DEPLOY = fileURLToPath(new URL('../../local/salesforce/deploy.ts', import.meta.url));

/**
 * The sf CLI for a local org: queries ask it, and a deploy gives it the custom metadata of the
 * source folders. The Tooling API says that the org has the package. Everything else succeeds.
 */
const SF = `#!/usr/bin/env node
const { existsSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
const args = process.argv.slice(2);
const org = (path, body) => fetch(process.env.ORG_URL + '/_local/' + path, body && { method: 'POST', body: JSON.stringify(body) })
  .then(async (answer) => { if (!answer.ok) throw new Error(await answer.text()); return answer.json(); });
async function run() {
  const what = args.slice(0, 2).join(' ');
  if (what === 'org display') return { id: '00D000000000001AAA', instanceUrl: 'https://acme.my.salesforce.com' };
  if (what === 'data query' && args.includes('--use-tooling-api'))
    return { records: (await org('records/Dealside_Setting__mdt')).length > 0 ? [{ DeveloperName: 'Dealside_Setting' }] : [] };
  if (what === 'data query')
    return { records: await org('records/' + /FROM (\\w+)/.exec(args[args.indexOf('--query') + 1])[1]) };
  if (what === 'project deploy' && args[2] === 'validate') return { id: '0Af000000000001AAA' };
  if (what === 'project deploy') {
    const dirs = args[2] === 'quick' ? ['force-app/main/default', 'seeds']
      : args.flatMap((arg, i) => (args[i - 1] === '--source-dir' ? [arg] : []));
    const files = dirs.map((dir) => join(dir, 'customMetadata')).filter(existsSync)
      .flatMap((dir) => readdirSync(dir).map((file) => resolve(dir, file)));
    if (files.length > 0) await org('deploy', { files });
  }
  return {};
}
run().then(
  (result) => process.stdout.write(JSON.stringify({ status: 0, result })),
  (error) => { process.stdout.write(JSON.stringify({ status: 1, message: error.message })); process.exitCode = 1; },
);
`;

/** Deploys the package to a local org by the script that deploys it to a real one. */
export async function deployToOrg(
  orgUrl: string,
  more: readonly string[] = [],
): Promise<{ code: number | null; said: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-sf-'));
  try {
    mkdirSync(join(dir, 'bin'));
    writeFileSync(join(dir, 'bin/sf'), SF);
    chmodSync(join(dir, 'bin/sf'), 0o755);
    const args = ['--target-org', 'acme', '--server-url', 'https://calls.acme.test', ...more];
    const child = spawn(process.execPath, [DEPLOY, ...args, '--out', join(dir, 'out')], {
      env: {
        ...childEnv(),
        PATH: [join(dir, 'bin'), join(process.execPath, '..'), '/usr/bin', '/bin'].join(delimiter),
        HOME: dir,
        ORG_URL: orgUrl,
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, said };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
