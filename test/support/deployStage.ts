import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnv } from './childEnv.ts';

const DEPLOY = fileURLToPath(new URL('../../local/salesforce/deploy.ts', import.meta.url));
const ORG = {
  status: 0,
  result: {
    id: '00D000000000001AAA',
    instanceUrl: 'https://acme.my.salesforce.com',
    accessToken: '00D!verySecret',
  },
};
export const ARGS = [
  '--target-org',
  'acme',
  '--server-url',
  'https://calls.acme.test/',
  '--integration-user',
  'server@acme.test',
  '--supervisors',
  'maya@acme.test,dana@acme.test',
];

export const SETTING = 'Dealside_Setting.Default.md-meta.xml';
export const SITE = 'Dealside_Server.cspTrustedSite-meta.xml';
export const APP = 'Dealside_Server_glbloauth.ecaGlblOauth-meta.xml';
export const BUILT = 'liveCalls.js';
const VALIDATION = '0Af000000000001AAA';
export const DASHBOARD = 'Stepping_In.dashboard-meta.xml';

/**
 * Stands in for the sf CLI: notes how it was called and what lay there, and answers what it is
 * told. A deploy calls it 31 times, and a shell starts nine times as fast as Node. What it gives
 * back of the org's dashboards is the file $SF_KEPT. As in Salesforce, any deployment ends a
 * validation.
 * https://salesforce.stackexchange.com/questions/187859
 */
const FAKE = `#!/bin/sh
refused=
call=0
while [ -e "$SF_CALLS/$call" ]; do call=$((call + 1)); done
mkdir -p "$SF_CALLS/$call"
for arg in "$@"; do printf '%s\\n' "$arg"; done >"$SF_CALLS/$call/args"
if [ "$1" = project ]; then
  for file in seeds/customMetadata/${SETTING} \
    force-app/main/default/cspTrustedSites/${SITE} \
    force-app/main/access/extlClntAppGlobalOauthSets/${APP} \
    force-app/main/default/dashboards/Dealside/${DASHBOARD} \
    force-app/main/default/lwc/liveCalls/${BUILT}; do
    if [ -e "$file" ]; then cp "$file" "$SF_CALLS/$call"; fi
  done
fi
if [ "$2" = retrieve ] && [ -e "$SF_KEPT" ]; then
  mkdir -p kept/dashboards/Dealside
  cp "$SF_KEPT" kept/dashboards/Dealside/${DASHBOARD}
fi
if [ "$2" = deploy ] && [ "$3" = validate ]; then : >"$SF_VALID"; fi
if [ "$2" = deploy ] && [ "$3" = start ]; then rm -f "$SF_VALID"; fi
for answer in "$SF_ANSWERS"/*; do
  read -r when <"$answer/when"
  case "$*" in
    *"$when"*) cat "$answer/json"; read -r status <"$answer/status"; exit "$status" ;;
  esac
done
if [ "$2" = deploy ] && [ "$3" = validate ]; then
  printf '{"status":0,"result":{"id":"${VALIDATION}"}}'
  exit
fi
if [ "$2" = deploy ] && [ "$3" = quick ]; then
  case "$*" in
    *"--job-id ${VALIDATION}"*) [ -e "$SF_VALID" ] || refused=yes ;;
    *) refused=yes ;;
  esac
  if [ "$refused" ]; then
    printf '{"status":1,"message":"INVALID_ID_FIELD: deploy ID is not for a recently validated deployment"}'
    exit 1
  fi
fi
printf '{"status":0,"result":{}}'
`;

interface Call {
  readonly args: string[];
  /** What a file held when this was called; undefined where there was none. */
  had(name: string): string | undefined;
}
interface CliAnswer {
  when: string;
  answer: { readonly status: number; readonly [more: string]: unknown };
}

function callsIn(dir: string): Call[] {
  const numbers = existsSync(dir) ? readdirSync(dir).map(Number) : [];
  return numbers
    .toSorted((a, b) => a - b)
    .map((number) => {
      const had = (name: string): string | undefined => {
        const path = join(dir, String(number), name);
        return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      };
      return { args: had('args')!.trimEnd().split('\n'), had };
    });
}

function writeAnswers(dir: string, answers: readonly CliAnswer[]): void {
  rmSync(dir, { recursive: true, force: true });
  for (const [n, { when, answer }] of answers.entries()) {
    const place = join(dir, String(n));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'when'), `${when}\n`);
    writeFileSync(join(place, 'json'), JSON.stringify(answer));
    writeFileSync(join(place, 'status'), `${answer.status}\n`);
  }
}

export interface DeployStage {
  readonly dir: string;
  /** Where the deploy leaves what people keep. */
  readonly out: string;
  run(
    args: readonly string[],
    options?: { readonly answers?: readonly CliAnswer[]; readonly withCli?: boolean },
  ): Promise<{ readonly code: number | null; readonly said: string }>;
  /** How the CLI was called, in order. */
  calls(): Call[];
  /** Forgets how it was called. */
  forgetCalls(): void;
  remove(): void;
}

/** A folder in which the deploy runs with a stand-in for Salesforce's CLI. */
export function createDeployStage(): DeployStage {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-fake-sf-'));
  const out = join(dir, 'kept');
  mkdirSync(join(dir, 'bin'));
  writeFileSync(join(dir, 'bin/sf'), FAKE);
  chmodSync(join(dir, 'bin/sf'), 0o755);
  return {
    dir,
    out,
    run(args, { answers = [], withCli = true } = {}) {
      const nodeDir = join(process.execPath, '..');
      const path = withCli
        ? [join(dir, 'bin'), nodeDir, '/usr/bin', '/bin'].join(delimiter)
        : join(dir, 'nothing');
      writeAnswers(join(dir, 'answers'), [...answers, { when: 'org display', answer: ORG }]);
      const child = spawn(process.execPath, [DEPLOY, ...args, '--out', out], {
        env: {
          ...childEnv(),
          PATH: path,
          HOME: dir,
          SF_CALLS: join(dir, 'calls'),
          SF_ANSWERS: join(dir, 'answers'),
          SF_KEPT: join(dir, 'kept.xml'),
          SF_VALID: join(dir, 'validated'),
        },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
    },
    calls: () => callsIn(join(dir, 'calls')),
    forgetCalls: () => rmSync(join(dir, 'calls'), { recursive: true }),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
