import assert from 'node:assert/strict';
import type { Connection } from 'jsforce';
import { onJsforceOrg, SOBJECTS, VERSION } from './jsforceOrg.ts';

interface Part {
  body: unknown;
  httpStatusCode: number;
  referenceId: string;
}

describe('an org, to jsforce that is asked for several things at once', () => {
  const { control, signedIn } = onJsforceOrg();

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

  const create = (referenceId: string, body: object) => ({
    method: 'POST',
    referenceId,
    url: `${SOBJECTS}/Account`,
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
        url: `${SOBJECTS}/Contact`,
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
        url: `${SOBJECTS}/Account/@{account.id}`,
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

  it('answers five queries, and refuses six', async () => {
    const connection = await signedIn({ sub: 'ada@northwind.example' });
    const queries = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        method: 'GET',
        referenceId: `query${i}`,
        url: `/services/data/v${VERSION}/query?q=${encodeURIComponent('SELECT Id FROM User')}`,
      }));
    assert.deepEqual(codes(await composite(connection, queries(5), false)), Array(5).fill('done'));
    await assert.rejects(composite(connection, queries(6), false), /LIMIT_EXCEEDED|limit of 5/);
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
      url: `${SOBJECTS}/Contact`,
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
