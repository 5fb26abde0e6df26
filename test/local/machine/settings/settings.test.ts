import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fromRoot } from '../../../../local/machine/files/paths.ts';
import type { Keys } from '../../../../local/machine/keys/keys.ts';
import {
  BOUNDARIES,
  readBoundaries,
  withoutBoundaries,
  type Boundary,
} from '../../../../local/machine/settings/boundaries.ts';
import {
  databaseEnvironment,
  environmentsFor,
} from '../../../../local/machine/settings/environments.ts';
import { readSettings } from '../../../../local/machine/settings/settings.ts';

const settingsOf = (env: NodeJS.ProcessEnv) => {
  const read = readSettings(env);
  assert.ok('settings' in read, JSON.stringify(read));
  return read.settings;
};
const faultsOf = (read: object): string[] => ('faults' in read ? (read.faults as string[]) : []);

describe('settings', () => {
  it('default to port 8430 and a data folder of that port', () => {
    assert.deepEqual(settingsOf({}), {
      ports: { server: 8430, org: 8431, carrier: 8432 },
      dataDir: fromRoot('.dealside', '8430'),
      demo: true,
    });
  });

  it('follow DEALSIDE_PORT', () => {
    const { ports, dataDir } = settingsOf({ DEALSIDE_PORT: '9000' });
    assert.deepEqual(
      [ports.server, ports.carrier, dataDir],
      [9000, 9002, fromRoot('.dealside', '9000')],
    );
  });

  it('take DEALSIDE_DATA from where the command was typed', () => {
    assert.equal(
      settingsOf({ DEALSIDE_DATA: 'my data', INIT_CWD: '/somewhere' }).dataDir,
      resolve('/somewhere/my data'),
    );
  });

  for (const port of ['eighty', '80', '65534', '8430.5', '-1', '1e99']) {
    it(`refuse DEALSIDE_PORT=${port}, naming the variable and the rule`, () => {
      assert.match(
        faultsOf(readSettings({ DEALSIDE_PORT: port })).join(),
        /^DEALSIDE_PORT must be a whole number from 1024 to 65533/,
      );
    });
  }

  it('refuse a DEALSIDE_DEMO that is neither on nor off', () => {
    assert.match(
      faultsOf(readSettings({ DEALSIDE_DEMO: 'maybe' })).join(),
      /^DEALSIDE_DEMO must be on or off/,
    );
  });
});

const configured = (boundary: Boundary): NodeJS.ProcessEnv =>
  Object.fromEntries(BOUNDARIES[boundary].required.map((name) => [name, 'x']));

describe('boundaries', () => {
  it('are all local where nothing is configured', () => {
    assert.deepEqual(readBoundaries({ PATH: '/bin', PUBLIC_URL: 'http://x' }), {
      reality: { telephony: 'local', crm: 'local', database: 'local', queue: 'local' },
    });
  });

  for (const boundary of Object.keys(BOUNDARIES) as Boundary[]) {
    it(`of ${boundary} is real when it is configured wholly, and the others stay local`, () => {
      const local = { telephony: 'local', crm: 'local', database: 'local', queue: 'local' };
      assert.deepEqual(readBoundaries(configured(boundary)), {
        reality: { ...local, [boundary]: 'real' },
      });
    });
  }

  for (const boundary of ['telephony', 'crm'] as const) {
    for (const missing of BOUNDARIES[boundary].required) {
      it(`of ${boundary} is only partly configured without ${missing}, which one line says`, () => {
        const faults = faultsOf(readBoundaries({ ...configured(boundary), [missing]: '' }));
        assert.equal(faults.length, 1);
        assert.match(
          faults[0]!,
          new RegExp(`is only partly configured: ${missing} missing; set them, or unset `),
        );
      });
    }
  }

  it('of Salesforce is real where a file names the orgs', () => {
    const read = readBoundaries({ SALESFORCE_ORGS_FILE: 'orgs.json' });
    assert.equal('reality' in read && read.reality.crm, 'real');
  });

  it('of tests lead nowhere outside', () => {
    const env = {
      PATH: '/bin',
      PUBLIC_URL: 'x',
      TWILIO_EDGE: 'x',
      ...configured('telephony'),
      ...configured('crm'),
      ...configured('database'),
      ...configured('queue'),
    };
    assert.deepEqual(withoutBoundaries(env), { PATH: '/bin' });
  });
});

describe('the environments of the processes', () => {
  const keys: Keys = {
    accountSid: 'AC',
    authToken: 'secret',
    apiKeySid: 'SK',
    apiKeySecret: 'secret2',
    twimlAppSid: 'AP',
    clientId: 'id',
    orgSigning: { keyFile: 'o.key', certificateFile: 'o.crt' },
    serverClient: { keyFile: 's.key', certificateFile: 's.crt' },
    auditSigningKeyFile: 'a.key',
  };
  const settings = settingsOf({});
  const local = { telephony: 'local', crm: 'local', database: 'local', queue: 'local' } as const;
  const given = {
    PATH: '/bin',
    ...configured('telephony'),
    TWILIO_ACCOUNT_SID: 'ACreal',
    PUBLIC_URL: 'https://calls.example',
  };

  it('hand the server the stand-ins where the boundary is local', () => {
    const { server } = environmentsFor({
      settings,
      reality: local,
      keys,
      given: { PATH: '/bin' },
    });
    assert.deepEqual(
      [server.TWILIO_ACCOUNT_SID, server.TWILIO_API_URL, server.SALESFORCE_LOGIN_URL],
      ['AC', 'http://localhost:8432', 'http://localhost:8431'],
    );
  });

  it('hand the server the key that signs checkpoints, and what is given of a real database', () => {
    const own = environmentsFor({ settings, reality: local, keys, given: {} });
    assert.equal(own.server.AUDIT_SIGNING_KEY_FILE, 'a.key');
    const given = environmentsFor({
      settings,
      reality: { ...local, database: 'real' },
      keys,
      given: { DATABASE_OWNER_URL: 'postgresql://y', AUDIT_SIGNING_KEY_FILE: 'mine.key' },
    });
    assert.deepEqual(
      [given.server.DATABASE_OWNER_URL, given.server.AUDIT_SIGNING_KEY_FILE],
      ['postgresql://y', 'mine.key'],
    );
    assert.equal(given.org.DATABASE_OWNER_URL ?? given.carrier.DATABASE_OWNER_URL, undefined);
  });

  it('have the demo’s calls transcribed, and none that a real carrier would charge for', () => {
    const transcribes = (demo: string, telephony: 'local' | 'real') =>
      environmentsFor({
        settings: settingsOf({ DEALSIDE_DEMO: demo }),
        reality: { ...local, telephony },
        keys,
        given,
      }).org.TRANSCRIBE_CALLS;
    assert.deepEqual(
      [transcribes('on', 'local'), transcribes('off', 'local'), transcribes('on', 'real')],
      ['on', 'off', 'off'],
    );
  });

  it('name the database, and its owner where migrations run as another role', () => {
    assert.deepEqual(
      databaseEnvironment({
        databaseUrl: 'postgresql://app@x',
        databaseOwnerUrl: 'postgresql://owner@x',
      }),
      { DATABASE_URL: 'postgresql://app@x', DATABASE_OWNER_URL: 'postgresql://owner@x' },
    );
    assert.deepEqual(databaseEnvironment({ databaseUrl: 'postgresql://x' }), {
      DATABASE_URL: 'postgresql://x',
    });
  });

  it('leave the server what the person configured where it is real', () => {
    const { server } = environmentsFor({
      settings,
      reality: { ...local, telephony: 'real' },
      keys,
      given,
    });
    assert.deepEqual(
      [server.TWILIO_ACCOUNT_SID, server.TWILIO_API_URL, server.PUBLIC_URL],
      ['ACreal', undefined, 'https://calls.example'],
    );
  });

  it('show the stand-ins no credential of the world outside', () => {
    const { org, carrier } = environmentsFor({
      settings,
      reality: { ...local, telephony: 'real' },
      keys,
      given,
    });
    assert.deepEqual(
      [...Object.keys(org), ...Object.keys(carrier)].filter((name) =>
        /^(TWILIO|SALESFORCE)_|^(DATABASE|REDIS)_URL$/.test(name),
      ),
      [],
    );
  });
});
