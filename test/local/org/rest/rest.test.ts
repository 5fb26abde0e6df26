import assert from 'node:assert/strict';
import { SignJWT, importPKCS8 } from 'jose';
import { Connection } from 'jsforce';
import { startOrg, type Org } from '../../../../local/org/org.ts';
import { freePort } from '../../../support/freePort.ts';
import { selfSigned } from '../../../support/selfSigned.ts';

const CLIENT_ID = 'dealside-test';
const VERSION = '66.0';

interface Claims {
  iss?: string;
  sub?: string;
  aud?: string;
  expiresIn?: number;
  key?: string;
}
interface Part {
  body: unknown;
  httpStatusCode: number;
  referenceId: string;
}

describe('an org, to jsforce', () => {
  let org: Org;
  let url: string;
  let clientKey: string;
  let signIns = 0;

  before(async () => {
    const [client, signing, port] = await Promise.all([
      selfSigned('client'),
      selfSigned('signing'),
      freePort(),
    ]);
    url = `http://localhost:${port}`;
    clientKey = client.privateKey;
    org = await startOrg({
      port,
      publicUrl: url,
      serverUrl: 'http://localhost:1',
      clientId: CLIENT_ID,
      clientCertificate: client.certificate,
      signingKey: signing.privateKey,
    });
  });
  after(() => org.stop());
  beforeEach(() => control('reset', {}));

  async function control<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(
      `${url}/_local/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    return (await response.json()) as T;
  }

  async function assertion({
    iss = CLIENT_ID,
    sub = 'integration@northwind.example',
    aud = url,
    expiresIn = 180,
    key = clientKey,
  }: Claims = {}): Promise<string> {
    const exp = Math.floor(Date.now() / 1000) + expiresIn;
    return new SignJWT()
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(iss)
      .setSubject(sub)
      .setAudience(aud)
      .setExpirationTime(exp)
      .sign(await importPKCS8(key, 'RS256'));
  }

  async function signedIn(claims: Claims = {}): Promise<Connection> {
    const authorize = async (connection: Connection) => {
      signIns += 1;
      await connection.authorize({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: await assertion(claims),
      });
      return connection.accessToken!;
    };
    const connection = new Connection({
      loginUrl: url,
      instanceUrl: url,
      version: VERSION,
      refreshFn: (_old, done) =>
        void authorize(connection).then(
          (token) => done(null, token),
          (error) => done(error as Error),
        ),
    });
    await authorize(connection);
    return connection;
  }

  const opportunity = async (connection: Connection) =>
    (
      await connection.query<{ Id: string; AccountId: string }>(
        `SELECT Id, AccountId FROM Opportunity ORDER BY Name LIMIT 1`,
      )
    ).records[0]!;

  const composite = async (
    connection: Connection,
    compositeRequest: object[],
    allOrNone = true,
  ): Promise<Part[]> => {
    const { compositeResponse } = await connection.requestPost<{ compositeResponse: Part[] }>(
      '/composite',
      { allOrNone, compositeRequest },
    );
    return compositeResponse;
  };
  const codes = (parts: Part[]) =>
    parts.map(({ body }) =>
      Array.isArray(body) ? (body[0] as { errorCode: string }).errorCode : 'done',
    );
  const sobjects = `/services/data/v${VERSION}/sobjects`;

  describe('that signs in', () => {
    it('lets in who shows the registered key, and says who that is', async () => {
      const { username, display_name } = (await (await signedIn()).identity()) as {
        username: string;
        display_name: string;
      };
      assert.deepEqual(
        { username, display_name },
        { username: 'integration@northwind.example', display_name: 'Dealside Integration' },
      );
    });

    const strangers: [string, () => Promise<Claims>, RegExp][] = [
      [
        'with another key',
        async () => ({ key: (await selfSigned('stranger')).privateKey }),
        /invalid assertion/,
      ],
      ['as another client', async () => ({ iss: 'other' }), /client identifier invalid/],
      [
        'for another org',
        async () => ({ aud: 'https://elsewhere.example' }),
        /audience is invalid/,
      ],
      ['too late', async () => ({ expiresIn: -10 }), /expired/],
      ['as nobody', async () => ({ sub: 'nobody@northwind.example' }), /hasn't approved/],
    ];
    for (const [name, claims, why] of strangers) {
      it(`refuses who comes ${name}`, async () => assert.rejects(signedIn(await claims()), why));
    }

    it('lets a client renew a session that ended', async () => {
      const connection = await signedIn();
      const before = signIns;
      await control('expire-sessions', {});
      assert.equal((await connection.query('SELECT Id FROM User LIMIT 1')).records.length, 1);
      assert.equal(signIns, before + 1);
    });

    it('knows no session after it was revoked, and says so as an array', async () => {
      const connection = await signedIn();
      await fetch(`${url}/services/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: connection.accessToken! }),
      });
      const response = await fetch(`${url}/services/data/v${VERSION}/limits`, {
        headers: { authorization: `Bearer ${connection.accessToken}` },
      });
      assert.equal(response.status, 401);
      assert.deepEqual(await response.json(), [
        { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID', fields: [] },
      ]);
    });
  });

  describe('that keeps records', () => {
    it('gives the package’s object its fields', async () => {
      const { fields } = await (await signedIn()).describe('Call_Intervention__c');
      const externalId = fields.find((field) => field.name === 'External_Id__c');
      assert.deepEqual(
        [externalId?.externalId, externalId?.unique, externalId?.length],
        [true, true, 64],
      );
    });

    it('writes one record however often it is upserted by its external id', async () => {
      const connection = await signedIn();
      const write = () =>
        connection.requestPatch<{ created: boolean }>(
          '/sobjects/Call_Intervention__c/External_Id__c/one',
          { Call_Id__c: 'call' },
        );
      assert.deepEqual([(await write()).created, (await write()).created], [true, false]);
      assert.equal((await control<unknown[]>('records/Call_Intervention__c')).length, 1);
    });

    it('wants an external id in the address only', async () => {
      const connection = await signedIn();
      await assert.rejects(
        connection.requestPatch('/sobjects/Call_Intervention__c/External_Id__c/one', {
          External_Id__c: 'one',
        }),
        { errorCode: 'INVALID_FIELD' },
      );
    });

    it('tells its use of the daily limit with each answer', async () => {
      const connection = await signedIn();
      await connection.request(`/services/data/v${VERSION}/limits`);
      assert.deepEqual(connection.limitInfo.apiUsage, { used: 1, limit: 15000 });
    });

    it('refuses a field that is not there though no record is asked for', async () => {
      const connection = await signedIn();
      for (const soql of [
        `SELECT Nothing__c FROM Task WHERE Subject = 'no such'`,
        `SELECT Account.Nothing FROM Contact WHERE Id = null`,
        `SELECT Id FROM Task WHERE Subject = 'no such' ORDER BY Nothing__c`,
        'SELECT What.Name FROM Task',
      ])
        await assert.rejects(
          Promise.resolve(connection.query(soql)),
          { errorCode: 'INVALID_FIELD' },
          soql,
        );
      const { Id } = await opportunity(connection);
      await assert.rejects(connection.request(`${sobjects}/Opportunity/${Id}?fields=Nothing`), {
        errorCode: 'INVALID_FIELD',
      });
    });

    it('holds activities to what they may be about', async () => {
      const connection = await signedIn();
      const { Id } = await opportunity(connection);
      const task = (values: object) =>
        connection.requestPost('/sobjects/Task', { Subject: 'x', Status: 'Completed', ...values });
      await assert.rejects(task({ WhoId: Id }), { errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
      await assert.rejects(task({ ActivityDate: '2026-02-31' }), {
        errorCode: 'JSON_PARSER_ERROR',
      });
    });

    it('finds times as times, and nothing in what is empty', async () => {
      const connection = await signedIn();
      const at = (seconds: string) =>
        `SELECT Id FROM Call_Intervention__c WHERE Joined_At__c >= 2026-11-20T17:00:${seconds}+00:00`;
      await connection.requestPost('/sobjects/Call_Intervention__c', {
        External_Id__c: 'joined',
        Joined_At__c: '2026-11-20T18:00:00.000+01:00',
      });
      await connection.requestPost('/sobjects/Call_Intervention__c', {
        External_Id__c: 'not joined',
      });
      assert.deepEqual(
        [
          (await connection.query(at('00'))).totalSize,
          (await connection.query(at('01'))).totalSize,
        ],
        [1, 0],
      );
      assert.equal(
        (
          await connection.query(
            'SELECT Id FROM Call_Intervention__c WHERE Duration_Seconds__c < 5',
          )
        ).totalSize,
        0,
      );
    });
  });

  describe('that is asked for several things at once', () => {
    const create = (referenceId: string, body: object) => ({
      method: 'POST',
      referenceId,
      url: `${sobjects}/Account`,
      body,
    });
    const accounts = async () => (await control<unknown[]>('records/Account')).length;

    it('lets later parts refer to earlier ones', async () => {
      const connection = await signedIn({ sub: 'ada@northwind.example' });
      const parts = await composite(connection, [
        create('account', { Name: 'First' }),
        {
          method: 'POST',
          referenceId: 'contact',
          url: `${sobjects}/Contact`,
          body: { LastName: 'Of first', AccountId: '@{account.id}' },
        },
        {
          method: 'GET',
          referenceId: 'found',
          url: `/services/data/v${VERSION}/query?q=${encodeURIComponent("SELECT Account.Name FROM Contact WHERE Id = '")}@{contact.id}${encodeURIComponent("'")}`,
        },
        {
          method: 'PATCH',
          referenceId: 'renamed',
          url: `${sobjects}/Account/@{account.id}`,
          body: { Name: '@{found.records[0].Account.Name} again' },
        },
      ]);
      assert.deepEqual(
        parts.map((part) => part.httpStatusCode),
        [201, 201, 200, 204],
      );
      assert.equal(
        (await connection.query(`SELECT Id FROM Account WHERE Name = 'First again'`)).totalSize,
        1,
      );
    });

    it('keeps nothing of all-or-none when one part fails', async () => {
      const connection = await signedIn({ sub: 'ada@northwind.example' });
      const before = await accounts();
      const parts = await composite(connection, [
        create('good', { Name: 'Good' }),
        create('bad', {}),
        create('later', { Name: 'Later' }),
      ]);
      assert.deepEqual(codes(parts), [
        'PROCESSING_HALTED',
        'REQUIRED_FIELD_MISSING',
        'PROCESSING_HALTED',
      ]);
      assert.equal(await accounts(), before);
    });

    it('keeps the good parts otherwise, and refuses what refers to a bad one', async () => {
      const connection = await signedIn({ sub: 'ada@northwind.example' });
      const before = await accounts();
      const dependent = {
        method: 'POST',
        referenceId: 'contact',
        url: `${sobjects}/Contact`,
        body: { LastName: 'x', AccountId: '@{bad.id}' },
      };
      assert.deepEqual(
        codes(
          await composite(
            connection,
            [create('good', { Name: 'Good' }), create('bad', {}), dependent],
            false,
          ),
        ),
        ['done', 'REQUIRED_FIELD_MISSING', 'PROCESSING_HALTED'],
      );
      assert.equal(await accounts(), before + 1);
    });

    it('takes no more than 25 parts', async () => {
      const connection = await signedIn({ sub: 'ada@northwind.example' });
      await assert.rejects(
        composite(
          connection,
          Array.from({ length: 26 }, (_, i) => create(`a${i}`, { Name: 'x' })),
        ),
        { errorCode: 'LIMIT_EXCEEDED' },
      );
    });
  });

  describe('that knows what people may do', () => {
    it('lets nobody write the package’s object who may only read it', async () => {
      const dana = await signedIn({ sub: 'dana@northwind.example' });
      await assert.rejects(
        dana.requestPost('/sobjects/Call_Intervention__c', { External_Id__c: 'mine' }),
        { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' },
      );
      assert.deepEqual(await control('records/Call_Intervention__c'), []);
      assert.equal(
        (await dana.query('SELECT External_Id__c FROM Call_Intervention__c')).totalSize,
        0,
      );
    });

    it('hides the package’s objects and fields from a person whose permission set ended', async () => {
      const people = await control<{ Id: string; Username: string }[]>('records/User');
      const joId = people.find(({ Username }) => Username.startsWith('jo@'))!.Id;
      const assignments = await control<{ Id: string; AssigneeId: string }[]>(
        'records/PermissionSetAssignment',
      );
      await control(
        `update/PermissionSetAssignment/${assignments.find(({ AssigneeId }) => AssigneeId === joId)!.Id}`,
        { IsActive: false },
      );
      const jo = await signedIn({ sub: 'jo@northwind.example' });
      await assert.rejects(Promise.resolve(jo.query('SELECT Id FROM Call_Intervention__c')), {
        errorCode: 'INVALID_TYPE',
      });
      await assert.rejects(
        Promise.resolve(jo.query(`SELECT Id FROM Task WHERE Dealside_Key__c = 'x'`)),
        { errorCode: 'INVALID_FIELD' },
      );
    });

    it('ends the session of a person who was deactivated', async () => {
      const jo = await signedIn({ sub: 'jo@northwind.example' });
      const [user] = (await control<{ Id: string; Username: string }[]>('records/User')).filter(
        ({ Username }) => Username.startsWith('jo@'),
      );
      await control(`update/User/${user!.Id}`, { IsActive: false });
      await assert.rejects(Promise.resolve(jo.query('SELECT Id FROM User')), /hasn't approved/);
    });
  });
});
