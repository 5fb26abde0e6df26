import assert from 'node:assert/strict';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

const BYTES = 16_384;
const CHARACTERS = 100_000;
const ids = (count: number): string =>
  Array.from({ length: count }, (_, n) => `'005${String(n).padStart(15, '0')}'`).join(', ');

describe('an org with the limits of Salesforce', () => {
  let org: OrgStage;

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  const users = (count: number) => `SELECT Id FROM User WHERE Id IN (${ids(count)})`;

  it(`refuses a URI of more than ${BYTES} bytes, whoever asks`, async () => {
    await org.crm.query(users(500));
    await assert.rejects(org.crm.query(users(600)), { errorCode: 'URI_TOO_LONG' });
  });

  it(`refuses a URI and headers of more than ${BYTES} bytes together`, async () => {
    const answer = await fetch(`${org.url}/services/data`, {
      headers: { 'x-long': 'x'.repeat(BYTES) },
    });
    assert.equal(answer.status, 431);
  });

  it(`takes a longer statement in a composite request, up to ${CHARACTERS} characters`, async () => {
    const [found] = await org.crm.queries<object>([users(4_000)]);
    assert.deepEqual(found, []);
    await assert.rejects(org.crm.queries([users(5_000)]), {
      errorCode: 'MALFORMED_QUERY',
      message: /100000 characters/,
    });
  });

  it('gives a long answer in pages, which may be smaller than 2,000 records', async () => {
    await org.fault({ pageSize: 5 });
    const own = await org.connect().query<{ Id: string }>('SELECT Id FROM User ORDER BY Name');
    assert.equal(own.length, (await org.records('User')).length);
    const first = await org.crm.post<{
      compositeResponse: { body: { records: object[]; done: boolean } }[];
    }>('/composite', {
      compositeRequest: [
        {
          method: 'GET',
          referenceId: 'page',
          url: '/services/data/v66.0/query?q=SELECT+Id+FROM+User',
        },
      ],
    });
    const { records, done } = first.compositeResponse[0]!.body;
    assert.deepEqual([records.length, done], [5, false]);
  });

  it('refuses an OFFSET of more than 2,000', async () => {
    await assert.rejects(org.crm.query('SELECT Id FROM User LIMIT 1 OFFSET 2001'), {
      errorCode: 'NUMBER_OUTSIDE_VALID_RANGE',
    });
  });

  it('says what was used of the day with every answer, with the refusal too', async () => {
    await org.fault({ dailyRequests: 1 });
    await assert.rejects(org.crm.query('SELECT Id FROM User'), {
      errorCode: 'REQUEST_LIMIT_EXCEEDED',
    });
    const { used, limit } = org.crm.usage()!;
    assert.ok(limit === 1 && used >= 1, `${used} of ${limit}`);
    await org.fault({ dailyRequests: 15_000 });
  });

  describe('with millions of tasks', () => {
    beforeEach(() => org.fault({ rowsOf: { Task: 5_000_000 } }));

    for (const [what, where] of [
      ['a field without an index', "Subject = 'Call'"],
      ['all that is not one thing', "WhatId != '006000000000001AAA'"],
      [
        'either an indexed field or one that is not',
        "WhatId = '006000000000001AAA' OR Subject = 'x'",
      ],
      ['a text that may begin with anything', "Owner.Name LIKE '%a'"],
    ] as const)
      it(`never answers a search by ${what}`, async () => {
        await assert.rejects(org.crm.query(`SELECT Id FROM Task WHERE ${where}`), {
          errorCode: 'QUERY_TIMEOUT',
        });
      });

    it('never answers a search without any condition', async () => {
      await assert.rejects(org.crm.query('SELECT Id FROM Task'), { errorCode: 'QUERY_TIMEOUT' });
    });

    for (const [what, where] of [
      ['a lookup', "WhatId = '006000000000001AAA'"],
      ['a lookup and more', "Subject = 'Call' AND WhatId IN ('006000000000001AAA')"],
      ['when it was created', 'CreatedDate > 2026-01-01T00:00:00Z'],
    ] as const)
      it(`answers a search by ${what}`, async () => {
        assert.deepEqual(
          await org.crm.query(`SELECT Id FROM Task WHERE ${where} AND Subject = 'nothing'`),
          [],
        );
      });
  });
});
