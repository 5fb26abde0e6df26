import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnv } from '../../support/childEnv.ts';

const DEPLOY = fileURLToPath(new URL('../../../local/salesforce/deploy.ts', import.meta.url));
const ORG = {
  status: 0,
  result: {
    id: '00D000000000001AAA',
    instanceUrl: 'https://acme.my.salesforce.com',
    accessToken: '00D!verySecret',
  },
};
const ARGS = [
  '--target-org',
  'acme',
  '--server-url',
  'https://calls.acme.test/',
  '--integration-user',
  'server@acme.test',
  '--supervisors',
  'maya@acme.test,dana@acme.test',
];

const SETTING = 'Dealside_Setting.Default.md-meta.xml';
const SITE = 'Dealside_Server.cspTrustedSite-meta.xml';
const APP = 'Dealside_Server_glbloauth.ecaGlblOauth-meta.xml';
const BUILT = 'liveCalls.js';
const DASHBOARD = 'Stepping_In.dashboard-meta.xml';

/**
 * Stands in for the sf CLI: notes how it was called and what lay there, and answers what it is
 * told. A deploy calls it 31 times, and a shell starts nine times as fast as Node. What it gives
 * back of the org's dashboards is the file $SF_KEPT.
 */
const FAKE = `#!/bin/sh
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
for answer in "$SF_ANSWERS"/*; do
  read -r when <"$answer/when"
  case "$*" in
    *"$when"*) cat "$answer/json"; read -r status <"$answer/status"; exit "$status" ;;
  esac
done
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

describe('putting the package into an org', function () {
  this.timeout(300_000);
  let dir: string;
  let out: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dealside-fake-sf-'));
    out = join(dir, 'kept');
    mkdirSync(join(dir, 'bin'));
    writeFileSync(join(dir, 'bin/sf'), FAKE);
    chmodSync(join(dir, 'bin/sf'), 0o755);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  function run(
    args: string[],
    { answers = [], withCli = true }: { answers?: CliAnswer[]; withCli?: boolean } = {},
  ): Promise<{ code: number | null; said: string }> {
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
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
  }
  const calls = (): Call[] => callsIn(join(dir, 'calls'));
  const parts = (): string[] =>
    calls().map(({ args }) =>
      args.includes('--source-dir')
        ? `${args[args.indexOf('--source-dir') + 1]!.split('/').at(-1)}${args.includes('--dry-run') ? ' (validated)' : ''}`
        : args.slice(0, 3).join(' '),
    );
  /** Without the questions for what the org has. */
  const steps = (): string[] =>
    parts().filter((part) => !part.startsWith('data query') && part !== 'project retrieve start');

  it('goes in its order, deploys what was built with the server’s address and certificate, and prints what the server must know, but no token', async () => {
    const { code, said } = await run(ARGS);
    assert.equal(code, 0, said);
    assert.deepEqual(steps(), [
      'org display --target-org',
      'default (validated)',
      'org',
      'default',
      'access',
      'skills',
      'german',
      'org assign permset',
      'org assign permset',
      'org assign permset',
      'org assign permset',
      'apex run --file',
    ]);
    assert.ok(calls().every(({ args }) => args.includes('--json')));
    const { had } = calls().find(({ args }) => args[0] === 'project')!;
    assert.ok(had(BUILT), 'the components’ JavaScript is there');
    assert.match(had(SETTING) ?? '', />https:\/\/calls\.acme\.test</);
    assert.match(had(SITE) ?? '', /<endpointUrl>https:\/\/calls\.acme\.test</);
    assert.match(had(APP) ?? '', /<certificate>-----BEGIN CERTIFICATE-----/);
    for (const line of [
      'SALESFORCE_ORG_ID=00D000000000001AAA',
      'SALESFORCE_LOGIN_URL=https://acme.my.salesforce.com',
      'SALESFORCE_ORIGINS=https://acme.lightning.force.com',
      'SALESFORCE_USERNAME=server@acme.test',
      `SALESFORCE_PRIVATE_KEY_FILE=${join(out, 'server.key')}`,
    ]) {
      assert.ok(said.includes(line), `${line} is missing in: ${said}`);
    }
    assert.doesNotMatch(said, /verySecret|BEGIN PRIVATE KEY/);
  });

  describe('the filters of the dashboards', () => {
    const named = (...names: string[]) => ({
      status: 0,
      result: { records: names.map((name) => ({ name })) },
    });
    const ANSWERS = [
      { when: 'FROM Group', answer: named('Renewals & More', 'New Business', 'Berlin, Ost') },
      { when: 'FROM PermissionSetAssignment', answer: named('Maya Okafor') },
      { when: 'FROM User', answer: named('Somebody Else') },
    ];
    /** The options of a filter in what was deployed, each as operator and value. */
    function deployed(filter: string): string[] {
      const { had } = calls().find(({ args }) => args[1] === 'deploy')!;
      const xml = had(DASHBOARD)!
        .match(/<dashboardFilters>[\s\S]*?<\/dashboardFilters>/g)!
        .find((one) => one.includes(`<name>${filter}</name>`))!;
      return [...xml.matchAll(/<operator>(\w+)<\/operator>\s*<values>([^<]*)<\/values>/g)].map(
        ([, operator, value]) => `${operator} ${value}`.trim(),
      );
    }

    it('have the org’s queues, and the managers of its reps', async () => {
      const { said } = await run(ARGS, { answers: ANSWERS });
      assert.deepEqual(deployed('Queue'), [
        'notEqual',
        'equals',
        'contains Renewals &amp; More',
        'contains New Business',
      ]);
      assert.deepEqual(deployed('Team'), ['notEqual', 'equals', 'equals Maya Okafor']);
      assert.match(said, /2 queues and 1 teams? of the org/);
    });

    it('have the managers of most people before there are reps', async () => {
      await run(ARGS, { answers: ANSWERS.filter(({ when }) => !when.includes('Permission')) });
      assert.deepEqual(deployed('Team'), ['notEqual', 'equals', 'equals Somebody Else']);
    });

    it('keep what somebody has added in the org, once', async () => {
      await run(ARGS, { answers: ANSWERS });
      const { had } = calls().find(({ args }) => args[1] === 'deploy')!;
      writeFileSync(
        join(dir, 'kept.xml'),
        had(DASHBOARD)!.replace('contains</operator><values>New', 'contains</operator><values>Own'),
      );
      rmSync(join(dir, 'calls'), { recursive: true });
      await run(ARGS, { answers: ANSWERS });
      assert.deepEqual(deployed('Queue'), [
        'notEqual',
        'equals',
        'contains Renewals &amp; More',
        'contains New Business',
        'contains Own Business',
      ]);
      assert.deepEqual(deployed('Team'), ['notEqual', 'equals', 'equals Maya Okafor']);
    });

    it('stay as they are where the org names neither', async () => {
      const { code } = await run(ARGS, {
        answers: [
          { when: 'project retrieve', answer: { status: 1, message: 'no such dashboard' } },
        ],
      });
      assert.equal(code, 0);
      assert.deepEqual(deployed('Queue'), ['notEqual', 'equals']);
    });
  });

  it('keeps the server’s key for its owner alone, and uses it again', async () => {
    const refused = {
      answers: [{ when: 'org display', answer: { status: 1, message: 'unknown' } }],
    };
    await run(ARGS, refused);
    const key = readFileSync(join(out, 'server.key'), 'utf8');
    assert.equal(statSync(join(out, 'server.key')).mode & 0o777, 0o600);
    await run(ARGS, refused);
    assert.equal(readFileSync(join(out, 'server.key'), 'utf8'), key);
  });

  it('as a dry run prints the plan, asks nothing and writes nothing', async () => {
    const { code, said } = await run([...ARGS, '--dry-run'], { withCli: false });
    assert.equal(code, 0, said);
    assert.match(
      said,
      /1\. Validate the package[\s\S]*sf project deploy start --source-dir force-app\/main\/default[\s\S]*Nothing was changed|Nothing was changed[\s\S]*1\. Validate the package/,
    );
    assert.deepEqual([calls(), existsSync(out)], [[], false]);
  });

  it('says in one line what to install when the CLI is missing', async () => {
    const { code, said } = await run(ARGS, { withCli: false });
    assert.equal(code, 1);
    assert.equal(
      said.trim(),
      'The Salesforce CLI is missing: install it with "npm install --global @salesforce/cli".',
    );
  });

  it('says how to sign in when the org does not answer', async () => {
    const { code, said } = await run(ARGS, {
      answers: [
        {
          when: 'org display',
          answer: { status: 1, message: 'No authorization information found for acme.' },
        },
      ],
    });
    assert.equal(code, 1);
    assert.match(said, /No authorization information[\s\S]*sf org login web --alias acme/);
  });

  it('stops at the first refusal of the package, and names component and test', async () => {
    const details = {
      componentFailures: [
        {
          fullName: 'Call_Intervention__c.Lead__c',
          problem: 'referenceTo value of Lead does not resolve',
        },
      ],
      runTestResult: {
        failures: [
          {
            name: 'DealsideSessionTokenTest',
            methodName: 'knowsACertificate',
            message: 'expected true',
          },
        ],
      },
    };
    const { code, said } = await run(ARGS, {
      answers: [{ when: '--dry-run', answer: { status: 1, result: { details } } }],
    });
    assert.equal(code, 1);
    assert.match(said, /Call_Intervention__c\.Lead__c: referenceTo value of Lead/);
    assert.match(said, /DealsideSessionTokenTest\.knowsACertificate: expected true/);
    assert.deepEqual(steps(), ['org display --target-org', 'default (validated)']);
  });

  it('asks first what the org has, and stops where that is not known', async () => {
    const { code, said } = await run(ARGS, {
      answers: [{ when: 'FROM Dealside_Notice__mdt', answer: { status: 1, message: 'timed out' } }],
    });
    assert.equal(code, 1);
    assert.match(said, /did not say which Dealside_Notice records it has: timed out/);
    assert.ok(!parts().some((part) => part.startsWith('default')));
  });

  it('stops where the org has something of its own by a name of the package', async () => {
    const own = { status: 0, result: { records: [{ DeveloperName: 'softphone' }] } };
    const { code, said } = await run(ARGS, {
      answers: [{ when: 'FROM LightningComponentBundle', answer: own }],
    });
    assert.equal(code, 1);
    assert.match(said, /LightningComponentBundle softphone[\s\S]*docs\/DEPLOY\.md, "Names"/);
    assert.ok(!parts().some((part) => part.startsWith('default')));
  });

  it('takes the names for its own where the org has Dealside', async () => {
    const has = (...names: string[]) => ({
      status: 0,
      result: { records: names.map((DeveloperName) => ({ DeveloperName })) },
    });
    const { code, said } = await run(ARGS, {
      answers: [
        { when: 'FROM CustomObject', answer: has('Help_Request', 'Dealside_Setting') },
        { when: 'FROM LightningComponentBundle', answer: has('softphone') },
      ],
    });
    assert.equal(code, 0, said);
  });

  it('takes an org that does not know the types for one that has none', async () => {
    const unknown = {
      status: 1,
      name: 'INVALID_TYPE',
      message: "sObject type 'Dealside_Notice__mdt' is not supported.",
    };
    const { code, said } = await run(ARGS, { answers: [{ when: '__mdt', answer: unknown }] });
    assert.equal(code, 0, said);
    assert.match(said, /0 records of policy and settings are in the org/);
    assert.ok(
      calls().every(
        ({ args }) =>
          args[0] !== 'project' ||
          !args.includes('seeds') ||
          args.includes('force-app/main/default'),
      ),
    );
  });

  it('goes on where an administrator can do it by hand, and says what', async () => {
    const { code, said } = await run(ARGS, {
      answers: [
        {
          when: 'main/german',
          answer: { status: 1, message: 'Not available for deploy for this organization' },
        },
        {
          when: 'apex run',
          answer: {
            status: 0,
            result: {
              logs: '12:00:00.1 (1)|USER_DEBUG|[2]|DEBUG|DEALSIDE: Setup, Certificate and Key Management: create a self-signed certificate named Dealside_Session.\n',
            },
          },
        },
      ],
    });
    assert.equal(code, 0, said);
    assert.match(
      said,
      /To do by hand:[\s\S]*add German[\s\S]*create a self-signed certificate named Dealside_Session/,
    );
    assert.equal(parts().at(-1), 'apex run --file');
  });

  it('leaves the org’s settings and German out when told to', async () => {
    await run([...ARGS, '--no-org-settings', '--no-german']);
    assert.ok(parts().includes('default'));
    assert.ok(!parts().includes('org') && !parts().includes('german'));
  });

  for (const [what, args, said] of [
    ['no org', ['--server-url', 'https://calls.acme.test'], /--target-org is missing/],
    [
      'an address without encryption',
      ['--target-org', 'acme', '--server-url', 'http://calls.acme.test'],
      /--server-url must be an https address/,
    ],
    ['something unknown', [...ARGS, '--force'], /Unknown option '--force'/],
  ] as const) {
    it(`refuses ${what}, with its usage`, async () => {
      const answer = await run([...args]);
      assert.equal(answer.code, 2);
      assert.match(answer.said, said);
      assert.match(answer.said, /npm run salesforce:deploy/);
    });
  }
});
