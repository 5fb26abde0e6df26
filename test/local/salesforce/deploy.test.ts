import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  APP,
  ARGS,
  BUILT,
  DASHBOARD,
  SETTING,
  SITE,
  createDeployStage,
  type DeployStage,
} from '../../support/deployStage.ts';

describe('putting the package into an org', function () {
  this.timeout(300_000);
  let stage: DeployStage;

  beforeEach(() => (stage = createDeployStage()));
  afterEach(() => stage.remove());

  const parts = (): string[] =>
    stage
      .calls()
      .map(({ args }) =>
        args.includes('--source-dir')
          ? `${args[args.indexOf('--source-dir') + 1]!.split('/').at(-1)}${args.includes('validate') ? ' (validated)' : ''}`
          : args.slice(0, 3).join(' '),
      );
  /** Without the questions for what the org has. */
  const steps = (): string[] =>
    parts().filter((part) => !part.startsWith('data query') && part !== 'project retrieve start');

  it('goes in its order, deploys what was built with the server’s address and certificate, and prints what the server must know, but no token', async () => {
    const { code, said } = await stage.run(ARGS);
    assert.equal(code, 0, said);
    assert.deepEqual(steps(), [
      'org display --target-org',
      'default (validated)',
      'project deploy quick',
      'org',
      'access',
      'skills',
      'german',
      'org assign permset',
      'org assign permset',
      'org assign permset',
      'org assign permset',
      'apex run --file',
    ]);
    assert.ok(stage.calls().every(({ args }) => args.includes('--json')));
    const { had } = stage.calls().find(({ args }) => args[0] === 'project')!;
    assert.ok(had(BUILT), 'the components’ JavaScript is there');
    assert.match(had(SETTING) ?? '', />https:\/\/calls\.acme\.test</);
    assert.match(had(SITE) ?? '', /<endpointUrl>https:\/\/calls\.acme\.test</);
    assert.match(had(APP) ?? '', /<certificate>-----BEGIN CERTIFICATE-----/);
    for (const line of [
      'SALESFORCE_ORG_ID=00D000000000001AAA',
      'SALESFORCE_LOGIN_URL=https://acme.my.salesforce.com',
      'SALESFORCE_ORIGINS=https://acme.lightning.force.com',
      'SALESFORCE_USERNAME=server@acme.test',
      `SALESFORCE_PRIVATE_KEY_FILE=${join(stage.out, 'server.key')}`,
    ]) {
      assert.ok(said.includes(line), `${line} is missing in: ${said}`);
    }
    assert.doesNotMatch(said, /verySecret|BEGIN PRIVATE KEY/);
  });

  it('runs the tests once: it deploys what the org has validated', async () => {
    const { code, said } = await stage.run(ARGS);
    assert.equal(code, 0, said);
    assert.doesNotMatch(said, /Deploying with the tests again/);
    const withTests = stage.calls().filter(({ args }) => args.includes('--tests'));
    assert.deepEqual(
      withTests.map(({ args }) => args.slice(0, 3).join(' ')),
      ['project deploy validate'],
    );
    const quick = stage.calls().find(({ args }) => args[2] === 'quick')!.args;
    assert.deepEqual(quick.slice(3, 5), ['--job-id', '0Af000000000001AAA']);
  });

  it('deploys with the tests where the org does not take its validation any more', async () => {
    const { code, said } = await stage.run(ARGS, {
      answers: [
        { when: 'deploy quick', answer: { status: 1, message: 'INVALID_ID_FIELD: not recent' } },
      ],
    });
    assert.equal(code, 0, said);
    assert.match(said, /INVALID_ID_FIELD: not recent[\s\S]*Deploying with the tests again/);
    assert.ok(parts().includes('default'));
  });

  it('keeps the server’s key for its owner alone, and uses it again', async () => {
    const refused = {
      answers: [{ when: 'org display', answer: { status: 1, message: 'unknown' } }],
    };
    await stage.run(ARGS, refused);
    const key = readFileSync(join(stage.out, 'server.key'), 'utf8');
    assert.equal(statSync(join(stage.out, 'server.key')).mode & 0o777, 0o600);
    await stage.run(ARGS, refused);
    assert.equal(readFileSync(join(stage.out, 'server.key'), 'utf8'), key);
  });

  it('as a dry run prints the plan, asks nothing and writes nothing', async () => {
    const { code, said } = await stage.run([...ARGS, '--dry-run'], { withCli: false });
    assert.equal(code, 0, said);
    assert.match(
      said,
      /Nothing was changed[\s\S]*1\. Validate the package[\s\S]*sf project deploy validate --source-dir force-app\/main\/default/,
    );
    assert.deepEqual([stage.calls(), existsSync(stage.out)], [[], false]);
  });

  it('says in one line what to install when the CLI is missing', async () => {
    const { code, said } = await stage.run(ARGS, { withCli: false });
    assert.equal(code, 1);
    assert.equal(
      said.trim(),
      'The Salesforce CLI is missing: install it with "npm install --global @salesforce/cli".',
    );
  });

  it('says how to sign in when the org does not answer', async () => {
    const { code, said } = await stage.run(ARGS, {
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
    const { code, said } = await stage.run(ARGS, {
      answers: [{ when: 'deploy validate', answer: { status: 1, result: { details } } }],
    });
    assert.equal(code, 1);
    assert.match(said, /Call_Intervention__c\.Lead__c: referenceTo value of Lead/);
    assert.match(said, /DealsideSessionTokenTest\.knowsACertificate: expected true/);
    assert.deepEqual(steps(), ['org display --target-org', 'default (validated)']);
  });

  it('asks first what the org has, and stops where that is not known', async () => {
    const { code, said } = await stage.run(ARGS, {
      answers: [{ when: 'FROM Dealside_Notice__mdt', answer: { status: 1, message: 'timed out' } }],
    });
    assert.equal(code, 1);
    assert.match(said, /did not say which Dealside_Notice records it has: timed out/);
    assert.ok(!parts().some((part) => part.startsWith('default')));
  });

  it('stops where a Developer Edition has no room for the dashboards, and names those in the way', async () => {
    const records = (...found: object[]) => ({ status: 0, result: { records: found } });
    const org = (edition: string) => ({
      answers: [
        { when: 'FROM Organization', answer: records({ OrganizationType: edition }) },
        {
          when: 'FROM Dashboard',
          answer: records({ DeveloperName: 'Pipeline' }, { DeveloperName: 'Coaching' }),
        },
      ],
    });
    const small = await stage.run(ARGS, org('Developer Edition'));
    assert.equal(small.code, 1);
    assert.match(small.said, /can have 3 dashboards[\s\S]*The package has 3[\s\S]*Pipeline\./);
    assert.match(small.said, /--no-dashboards/);
    assert.ok(!parts().some((part) => part.startsWith('default')));
    const large = await stage.run(ARGS, org('Enterprise Edition'));
    assert.equal(large.code, 0);
    assert.match(large.said, /can have 5 dashboards[^\n]*the org 1 of its own: there is room\./);
  });

  it('deploys to an org without room for the dashboards what it has room for', async () => {
    const found = (record: object) => ({ status: 0, result: { records: [record] } });
    const { code, said } = await stage.run([...ARGS, '--no-dashboards'], {
      answers: [
        { when: 'FROM Organization', answer: found({ OrganizationType: 'Developer Edition' }) },
        { when: 'FROM Dashboard', answer: found({ DeveloperName: 'Pipeline' }) },
      ],
    });
    assert.equal(code, 0, said);
    assert.doesNotMatch(said, /filters of the dashboards/);
    const deployed = stage.calls().filter(({ args }) => args[1] === 'deploy');
    assert.ok(deployed.some(({ had }) => had(BUILT)));
    assert.ok(deployed.every(({ had }) => had(DASHBOARD) === undefined));
  });

  it('stops where the org has something of its own by a name of the package', async () => {
    const own = { status: 0, result: { records: [{ DeveloperName: 'softphone' }] } };
    const { code, said } = await stage.run(ARGS, {
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
    const { code, said } = await stage.run(ARGS, {
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
    const { code, said } = await stage.run(ARGS, { answers: [{ when: '__mdt', answer: unknown }] });
    assert.equal(code, 0, said);
    assert.match(said, /0 records of policy and settings are in the org/);
    assert.ok(
      stage
        .calls()
        .every(
          ({ args }) =>
            args[0] !== 'project' ||
            !args.includes('seeds') ||
            args.includes('force-app/main/default'),
        ),
    );
  });

  it('goes on where an administrator can do it by hand, and says what', async () => {
    const { code, said } = await stage.run(ARGS, {
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
    await stage.run([...ARGS, '--no-org-settings', '--no-german']);
    assert.ok(parts().includes('project deploy quick'));
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
      const answer = await stage.run([...args]);
      assert.equal(answer.code, 2);
      assert.match(answer.said, said);
      assert.match(answer.said, /npm run salesforce:deploy/);
    });
  }
});
