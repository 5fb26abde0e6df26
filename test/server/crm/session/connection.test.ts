import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { connectCrm, quoted } from '../../../../server/crm/session/connection.ts';
import { audienceOf } from '../../../../server/crm/session/signIn.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { freePort } from '../../../support/freePort.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';
import { selfSigned } from '../../../support/selfSigned.ts';

const ANYBODY = 'SELECT Id FROM User LIMIT 1';

describe('the audience of a sign-in', () => {
  for (const [loginUrl, audience] of [
    ['https://login.salesforce.com', 'https://login.salesforce.com'],
    ['https://northwind.my.salesforce.com', 'https://login.salesforce.com'],
    ['https://test.salesforce.com', 'https://test.salesforce.com'],
    ['https://northwind--uat.sandbox.my.salesforce.com', 'https://test.salesforce.com'],
    ['http://localhost:8431', 'http://localhost:8431'],
    ['https://salesforce.com.evil.example', 'https://salesforce.com.evil.example'],
  ] as const) {
    it(`at ${loginUrl} is ${audience}`, () => {
      assert.equal(audienceOf(loginUrl), audience);
    });
  }
});

describe('a value in a query', () => {
  it('cannot leave its quotes', () => {
    assert.equal(quoted("O'Neil \\' OR Name != '"), "'O\\'Neil \\\\\\' OR Name != \\''");
  });
});

describe('the connection to an org', () => {
  let org: OrgStage;
  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  it('reads every page of a long answer', async () => {
    const tasks = Array.from({ length: 200 }, (_, i) => ({
      attributes: { type: 'Task' },
      Subject: `Page ${i}`,
      Status: 'Completed',
    }));
    for (let i = 0; i < 11; i += 1)
      await org.crm.post('/composite/sobjects', { allOrNone: true, records: tasks });
    assert.equal(
      (await org.crm.query("SELECT Id FROM Task WHERE Subject LIKE 'Page %'")).length,
      2200,
    );
  });

  it('asks several questions in one request, and knows whose answer is whose', async () => {
    const before = (await org.used()).requests;
    const answers = await org.crm.queries<{ Name: string }>(
      ['Maya Okafor', 'Nobody', 'Ravi Patel'].map(
        (name) => `SELECT Name FROM User WHERE Name = ${quoted(name)}`,
      ),
    );
    assert.deepEqual(
      answers.map((rows) => rows.map(({ Name }) => Name)),
      [['Maya Okafor'], [], ['Ravi Patel']],
    );
    assert.equal((await org.used()).requests, before + 1);
    assert.deepEqual(await org.crm.queries([]), []);
    await assert.rejects(
      org.crm.queries([ANYBODY, 'SELECT Nothing FROM User']),
      (error) => (error as { errorCode: string }).errorCode === 'INVALID_FIELD',
    );
    const six = await org.crm.queries<{ Id: string }>(Array.from({ length: 6 }, () => ANYBODY));
    assert.deepEqual(
      six.map(({ length }) => length),
      [1, 1, 1, 1, 1, 1],
    );
  });

  it('knows how much of the daily limit is used, and that it is used up', async () => {
    const crm = org.connect();
    assert.equal(crm.usage(), undefined);
    await crm.query(ANYBODY);
    const { used, limit } = crm.usage()!;
    assert.deepEqual([used, limit], [(await org.used()).requests, 15_000]);
    await org.breakDown();
    await assert.rejects(crm.query(ANYBODY));
    assert.deepEqual([crm.usage()!.used, crm.usage()!.limit], [15_000, 15_000]);
    await org.restore();
    await crm.query(ANYBODY);
    assert.ok(crm.usage()!.used < 15_000);
  });

  it('takes ten sockets at most, however many requests are made', async () => {
    await org.fault({ delayMs: 20 });
    const crm = org.connect();
    const answers = await Promise.all(Array.from({ length: 60 }, () => crm.query(ANYBODY)));
    assert.equal(answers.length, 60);
    const { mostSockets } = await org.used();
    assert.ok(mostSockets <= 10, `${mostSockets} sockets`);
  });

  it('reads what is there', async () => {
    const [maya] = await org.crm.query<{ Name: string }>(
      `SELECT Name FROM User WHERE Name = ${quoted('Maya Okafor')}`,
    );
    assert.equal(maya?.Name, 'Maya Okafor');
  });

  it('finds names with quotes in them', async () => {
    await org.insert('Account', { Name: "D'Arcy \\ Sons" });
    const found = await org.crm.query(
      `SELECT Id FROM Account WHERE Name = ${quoted("D'Arcy \\ Sons")}`,
    );
    assert.equal(found.length, 1);
  });

  it('signs in anew when the org has forgotten the session, for all who ask at once', async () => {
    await org.crm.query(ANYBODY);
    await org.expireSessions();
    const answers = await Promise.all([
      org.crm.query(ANYBODY),
      org.crm.query(ANYBODY),
      org.crm.query(ANYBODY),
    ]);
    assert.deepEqual(
      answers.map((rows) => rows.length),
      [1, 1, 1],
    );
  });

  it('reads again when the org stumbles once', async () => {
    await org.fault({ failNext: 1, status: 503, errorCode: 'SERVER_UNAVAILABLE' });
    assert.equal((await org.crm.query(ANYBODY)).length, 1);
  });

  it('does not write again by itself', async () => {
    const before = (await org.records('Account')).length;
    await org.fault({ failNext: 1, status: 503, errorCode: 'SERVER_UNAVAILABLE' });
    await assert.rejects(org.crm.post('/sobjects/Account', { Name: 'Once' }), {
      errorCode: 'SERVER_UNAVAILABLE',
    });
    assert.equal((await org.records('Account')).length, before);
  });

  it('waits only so long', async () => {
    await org.crm.query(ANYBODY);
    await org.fault({ delayMs: 400 });
    await assert.rejects(org.crm.query(ANYBODY, 50), CrmUnavailable);
  });

  it('waits as long for a read as is set, if the read says nothing else', async () => {
    await org.fault({ delayMs: 400 });
    const impatient = org.connect({ readTimeoutMs: 50 });
    const reads = [
      impatient.query(ANYBODY),
      impatient.queries([ANYBODY]),
      impatient.get('/limits'),
    ];
    for (const read of await Promise.allSettled(reads))
      assert.match(String((read as PromiseRejectedResult).reason), /within 50 ms/);
  });

  it('says whose sign-in the org refuses', async () => {
    const { privateKey } = await selfSigned('stranger');
    await assert.rejects(org.connect({ privateKey }).query(ANYBODY), /invalid assertion/);
    await assert.rejects(
      org.connect({ username: 'nobody@northwind.example' }).query(ANYBODY),
      /hasn't approved/,
    );
  });
});

describe('an org that refuses each session it has just granted', () => {
  let server: Server;
  let signIns = 0;
  let loginUrl = '';

  before(async () => {
    const port = await freePort();
    loginUrl = `http://localhost:${port}`;
    server = createServer((request, response) => {
      const granting = request.url === '/services/oauth2/token';
      if (granting) signIns += 1;
      const body = granting
        ? {
            access_token: `token-${signIns}`,
            instance_url: loginUrl,
            id: `${loginUrl}/id/00D000000000001AAA/005000000000001AAA`,
            token_type: 'Bearer',
          }
        : [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];
      response
        .writeHead(granting ? 200 : 401, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is not asked for ever', async () => {
    const { privateKey } = await selfSigned('client');
    const crm = connectCrm({
      loginUrl,
      clientId: 'c',
      username: 'u@northwind.example',
      privateKey,
    });
    await assert.rejects(crm.query(ANYBODY), /refuses each new session/);
    assert.equal(signIns, 3);
  });
});
