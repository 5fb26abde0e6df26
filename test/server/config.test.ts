import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crmTimeoutMs, readConfig } from '../../server/config.ts';
import { selfSigned, type KeyAndCertificate } from '../support/selfSigned.ts';

const ORG = '00D000000000001AAA';

describe('the configuration of the server', () => {
  let dir: string;
  let pair: KeyAndCertificate;
  let base: Record<string, string>;
  let single: Record<string, string>;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'dealside-config-'));
    pair = await selfSigned('org-signing');
    writeFileSync(join(dir, 'client.key'), pair.privateKey);
    writeFileSync(join(dir, 'one.crt'), pair.certificate);
    writeFileSync(
      join(dir, 'two.crt'),
      `${pair.certificate}\n${(await selfSigned('next')).certificate}`,
    );
    base = {
      PORT: '8430',
      PUBLIC_URL: 'https://calls.example',
      DATABASE_URL: 'postgresql://x',
      TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'a'.repeat(32),
      TWILIO_API_KEY_SID: `SK${'2'.repeat(32)}`,
      TWILIO_API_KEY_SECRET: 'b'.repeat(32),
      TWILIO_TWIML_APP_SID: `AP${'3'.repeat(32)}`,
      TWILIO_CALLER_ID: '+15005550100',
    };
    single = {
      SALESFORCE_LOGIN_URL: 'https://northwind.my.salesforce.com/',
      SALESFORCE_CLIENT_ID: 'c',
      SALESFORCE_USERNAME: 'u',
      SALESFORCE_ORG_ID: ORG,
      SALESFORCE_PRIVATE_KEY_FILE: join(dir, 'client.key'),
      SALESFORCE_SIGNING_CERTIFICATE_FILE: join(dir, 'two.crt'),
      SALESFORCE_ORIGINS: 'https://northwind.lightning.force.com',
    };
  });
  after(() => rmSync(dir, { recursive: true }));

  const orgWith = (more: object = {}) => ({
    orgId: ORG,
    loginUrl: 'https://northwind.my.salesforce.com',
    clientId: 'c',
    username: 'u',
    privateKeyFile: 'client.key',
    origins: ['https://northwind.lightning.force.com'],
    signingKeys: [{ keyId: '2026-11', certificateFile: 'one.crt' }],
    numbers: ['+15005550101'],
    ...more,
  });
  it('reads by which relays softphones connect, of one org and of several', () => {
    writeFileSync(join(dir, 'turn.secret'), 'shared\n');
    const relaysOf = (more: Record<string, string>) => {
      const read = readConfig({ ...base, ...more });
      return 'config' in read ? read.config.orgs.map(({ relays }) => relays) : read.faults;
    };
    const urls = ['turns:turn.example.com:443?transport=tcp'];
    const own = { kind: 'own', urls, secret: 'shared' };
    const secret = join(dir, 'turn.secret');
    assert.deepEqual(relaysOf(single), [undefined]);
    assert.deepEqual(relaysOf({ ...single, TURN_URLS: 'twilio' }), [{ kind: 'carrier' }]);
    assert.deepEqual(relaysOf({ ...single, TURN_URLS: urls[0]!, TURN_SECRET_FILE: secret }), [own]);
    assert.deepEqual(relaysOf({ ...single, TURN_URLS: urls[0]! }), ['TURN_SECRET_FILE is missing']);
    const file = join(dir, 'relays.json');
    writeFileSync(
      file,
      JSON.stringify([
        orgWith({ relays: { urls, secretFile: 'turn.secret' } }),
        orgWith({
          orgId: '00D000000000009AAA',
          origins: ['https://other.lightning.force.com'],
          numbers: [],
          relays: 'twilio',
        }),
      ]),
    );
    assert.deepEqual(relaysOf({ SALESFORCE_ORGS_FILE: file }), [own, { kind: 'carrier' }]);
  });

  it('takes a lifetime of softphone tokens between a minute and the day that Twilio allows', () => {
    const seconds = (SOFTPHONE_TOKEN_SECONDS?: string) => {
      const read = readConfig({ ...base, ...single, SOFTPHONE_TOKEN_SECONDS });
      return 'config' in read ? read.config.SOFTPHONE_TOKEN_SECONDS : 'refused';
    };
    assert.deepEqual([undefined, '60', '86400', '59', '86401', 'soon'].map(seconds), [
      3_600,
      60,
      86_400,
      'refused',
      'refused',
      'refused',
    ]);
  });

  it('takes a time limit for reads from the CRM of a second to a minute', () => {
    const limit = (CRM_TIMEOUT_MS?: string) => {
      const read = readConfig({ ...base, ...single, CRM_TIMEOUT_MS });
      return 'config' in read ? read.config.CRM_TIMEOUT_MS : read.faults.length;
    };
    const values = [undefined, '', '1000', '60000', '999', '60001', 'long', '1.5'];
    assert.deepEqual(values.map(limit), [5_000, 5_000, 1_000, 60_000, 1, 1, 1, 1]);
    assert.equal(crmTimeoutMs({ CRM_TIMEOUT_MS: '7000' }), 7_000);
    assert.equal(crmTimeoutMs({}), 5_000);
    assert.throws(() => crmTimeoutMs({ CRM_TIMEOUT_MS: '999' }));
  });

  it('leaves the carrier an answer in time for a caller while the CRM hangs, if nothing is set', () => {
    const CARRIER_WAITS_MS = 15_000;
    assert.ok(2 * crmTimeoutMs({}) < CARRIER_WAITS_MS);
  });

  it('reads a setting by its former name too, and by its own first', () => {
    const minutes = (more: Record<string, string>) => {
      const read = readConfig({ ...base, ...single, ...more });
      return 'config' in read ? read.config.AUDIO_CHECK_EVERY_MINUTES : read.faults;
    };
    assert.deepEqual(
      [
        minutes({ CANARY_EVERY_MINUTES: '15' }),
        minutes({ CANARY_EVERY_MINUTES: '15', AUDIO_CHECK_EVERY_MINUTES: '5' }),
      ],
      [15, 5],
    );
    assert.match(String(minutes({ CANARY_EVERY_MINUTES: 'soon' })), /AUDIO_CHECK_EVERY_MINUTES/);
  });

  function readFile(content: unknown): ReturnType<typeof readConfig> {
    writeFileSync(
      join(dir, 'orgs.json'),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
    return readConfig({ ...base, SALESFORCE_ORGS_FILE: join(dir, 'orgs.json') });
  }
  const faultsOf = (content: unknown): string[] => {
    const read = readFile(content);
    return 'faults' in read ? read.faults : [];
  };
  const orgsOf = (read: ReturnType<typeof readConfig>) => {
    assert.ok('config' in read, JSON.stringify(read));
    return read.config.orgs;
  };

  it('with the variables of one org means one org, whose keys are named by their fingerprint', () => {
    const [org, ...others] = orgsOf(readConfig({ ...base, ...single }));
    assert.equal(others.length, 0);
    assert.deepEqual(
      [org!.orgId, org!.loginUrl, org!.origins, org!.numbers],
      [ORG, 'https://northwind.my.salesforce.com', ['https://northwind.lightning.force.com'], []],
    );
    assert.equal(new Set(org!.signingKeys.map(({ keyId }) => keyId)).size, 2);
    assert.ok(org!.signingKeys.every(({ until }) => Date.parse(until) > Date.now()));
  });

  it('wants all of a bucket for files of outcomes, and no folder beside it', () => {
    const bucket = { OUTCOMES_DROP_BUCKET: 'https://reports.s3.eu-central-1.amazonaws.com/x' };
    writeFileSync(join(dir, 'bucket.secret'), 'secret\n');
    const keys = {
      OUTCOMES_DROP_KEY_ID: 'AKIA1',
      OUTCOMES_DROP_SECRET_FILE: join(dir, 'bucket.secret'),
    };
    const read = readConfig({ ...base, ...single, ...bucket, ...keys });
    assert.ok('config' in read);
    assert.equal(read.config.OUTCOMES_DROP_SECRET_FILE, 'secret');
    const faultsOfBucket = (more: Record<string, string>): readonly string[] => {
      const refused = readConfig({ ...base, ...single, ...bucket, ...more });
      return 'faults' in refused ? refused.faults : [];
    };
    assert.deepEqual(faultsOfBucket({}), [
      'OUTCOMES_DROP_KEY_ID must be set with OUTCOMES_DROP_BUCKET',
      'OUTCOMES_DROP_SECRET_FILE must be set with OUTCOMES_DROP_BUCKET',
    ]);
    assert.deepEqual(faultsOfBucket({ ...keys, OUTCOMES_DROP_DIR: '/drop' }), [
      'OUTCOMES_DROP_BUCKET cannot be set with OUTCOMES_DROP_DIR',
    ]);
    assert.deepEqual(faultsOfBucket({ ...keys, OUTCOMES_DROP_BUCKET: 'http://reports.example' }), [
      'OUTCOMES_DROP_BUCKET must begin with https://',
    ]);
  });

  it('names in one line a region and an edge that do not go together', () => {
    const faults = (more: Record<string, string>) => {
      const read = readConfig({ ...base, ...single, ...more });
      return 'faults' in read ? read.faults : [];
    };
    assert.deepEqual(faults({ TWILIO_REGION: 'ie1', TWILIO_EDGES: 'dublin,frankfurt' }), []);
    assert.deepEqual(faults({ TWILIO_REGION: 'ie2' }), [
      'TWILIO_REGION must be one of us1, ie1, au1',
    ]);
    assert.deepEqual(faults({ TWILIO_REGION: 'au1', TWILIO_EDGES: 'ashburn' }), [
      'TWILIO_EDGES must begin with sydney or sydney-ix where TWILIO_REGION is au1',
    ]);
  });

  it('names every missing variable of a single org', () => {
    const read = readConfig(base);
    assert.deepEqual(
      'faults' in read && read.faults.sort(),
      Object.keys(single)
        .sort()
        .map((name) => `${name} is missing`),
    );
  });

  it('names faults of the environment and of the orgs together', () => {
    const read = readConfig({ ...base, ...single, PORT: '0', SALESFORCE_ORG_ID: 'x' });
    assert.equal('faults' in read && read.faults.length, 2);
  });

  it('reads several orgs from a file, with the files it names beside it', () => {
    const keys = [
      { keyId: 'old', certificateFile: 'one.crt', until: '2026-12-01T00:00:00Z' },
      { keyId: 'new', certificateFile: 'one.crt', from: '2026-11-15T00:00:00Z' },
    ];
    const other = orgWith({
      orgId: '00D000000000002AAA',
      origins: ['https://brightwater.lightning.force.com'],
      numbers: [],
    });
    const orgs = orgsOf(readFile([orgWith({ signingKeys: keys }), other]));
    assert.deepEqual(
      orgs.map(({ orgId, privateKey }) => [orgId, privateKey === pair.privateKey]),
      [
        [ORG, true],
        ['00D000000000002AAA', true],
      ],
    );
    assert.deepEqual(
      orgs[0]!.signingKeys.map(({ keyId, from, until }) => [keyId, from, until.slice(0, 4)]),
      [
        ['old', undefined, '2026'],
        ['new', '2026-11-15T00:00:00Z', '2036'],
      ],
    );
  });

  it('takes either the file or the variables, never both', () => {
    writeFileSync(join(dir, 'orgs.json'), JSON.stringify([orgWith()]));
    const read = readConfig({
      ...base,
      SALESFORCE_ORGS_FILE: join(dir, 'orgs.json'),
      SALESFORCE_ORG_ID: ORG,
    });
    assert.deepEqual('faults' in read && read.faults, [
      'SALESFORCE_ORGS_FILE names the orgs; unset SALESFORCE_ORG_ID',
    ]);
  });

  for (const [what, content, fault] of [
    ['that is not JSON', '[', /^SALESFORCE_ORGS_FILE is not JSON: .*orgs\.json$/],
    ['without orgs', [], /names no org/],
    [
      'with a key file that is not there',
      [{ privateKeyFile: 'gone.key' }],
      /^SALESFORCE_ORGS_FILE \[0\]\.privateKeyFile names a file that cannot be read: gone\.key$/,
    ],
    [
      'with two certificates under one key id',
      [{ signingKeys: [{ keyId: 'k', certificateFile: 'two.crt' }] }],
      /\[0\]\.signingKeys\[0\]\.certificateFile must hold one certificate/,
    ],
    [
      'with a private key where a certificate should be',
      [{ signingKeys: [{ keyId: 'k', certificateFile: 'client.key' }] }],
      /\[0\]\.signingKeys\[0\]\.certificateFile must hold one certificate/,
    ],
    [
      'with one key id twice',
      [
        {
          signingKeys: [
            { keyId: 'k', certificateFile: 'one.crt' },
            { keyId: 'k', certificateFile: 'one.crt' },
          ],
        },
      ],
      /\[0\]\.signingKeys has two keys of one keyId/,
    ],
    [
      'with a key that ends before it begins',
      [
        {
          signingKeys: [
            {
              keyId: 'k',
              certificateFile: 'one.crt',
              from: '2026-12-01T00:00:00Z',
              until: '2026-11-01T00:00:00Z',
            },
          ],
        },
      ],
      /\[0\]\.signingKeys\[0\]\.until must be later than its from/,
    ],
    ['without keys', [{ signingKeys: [] }], /\[0\]\.signingKeys needs at least one key/],
    [
      'with an org id of 15 characters',
      [{ orgId: '00D000000000001' }],
      /\[0\]\.orgId must be the 18-character org id/,
    ],
    [
      'with an unencrypted login address',
      [{ loginUrl: 'http://login.example' }],
      /\[0\]\.loginUrl must begin with https/,
    ],
    [
      'with a page where an origin should be',
      [{ origins: ['https://northwind.lightning.force.com/one'] }],
      /\[0\]\.origins\[0\] must be an origin/,
    ],
    [
      'with a setting that does not exist',
      [{ orgins: [] }],
      /\[0\] has an unknown setting: orgins/,
    ],
    ['with a setting missing', [{ clientId: undefined }], /\[0\]\.clientId is missing/],
    [
      'with a number that is no number',
      [{ numbers: ['415'] }],
      /\[0\]\.numbers\[0\] must be a phone number/,
    ],
    [
      'with one org twice',
      [{ origins: ['https://a.example'], numbers: [] }, {}],
      /\[1\] has the org id 00D000000000001AAA that \[0\] has/,
    ],
    [
      'with one origin for two orgs',
      [{ numbers: [] }, { orgId: '00D000000000002AAA' }],
      /\[1\] has the origin https:\/\/northwind\.lightning\.force\.com that \[0\] has/,
    ],
    [
      'with one number for two orgs',
      [{ origins: ['https://a.example'] }, { orgId: '00D000000000002AAA' }],
      /\[1\] has the number \+15005550101 that \[0\] has/,
    ],
  ] as const) {
    it(`refuses a file ${what}, and says where`, () => {
      const faults = faultsOf(
        typeof content === 'string' ? content : content.map((more) => orgWith(more)),
      );
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0]!, fault);
    });
  }
});
