import assert from 'node:assert/strict';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { SOBJECTS } from '../../../../server/crm/session/requests.ts';
import {
  createCompositeGraphWriter,
  type GraphNode,
} from '../../../../server/crm/writes/compositeGraphWriter.ts';
import { CrmProblem, CrmUnavailable } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

interface Request {
  graphs: { graphId: string; compositeRequest: GraphNode[] }[];
}

const node = (name: string): GraphNode => ({
  method: 'POST',
  url: `/${name}`,
  referenceId: name,
  body: {},
});

/** A connection that answers when it is told to, and says which names came in each request. */
function heldConnection(failing: readonly string[] = []) {
  const requests: string[][] = [];
  const held: (() => void)[] = [];
  const crm = {
    post: (_path: string, body: Request) =>
      new Promise((resolve) => {
        requests.push(body.graphs.map(({ compositeRequest }) => compositeRequest[0]!.referenceId));
        held.push(() =>
          resolve({
            graphs: body.graphs.map(({ graphId, compositeRequest }) => {
              const isSuccessful = !failing.includes(compositeRequest[0]!.referenceId);
              const bad = [{ errorCode: 'PROCESSING_HALTED', message: 'another failed' }];
              const worse = [
                { errorCode: 'STRING_TOO_LONG', message: 'too long', fields: ['Note__c'] },
              ];
              return {
                graphId,
                isSuccessful,
                graphResponse: {
                  compositeResponse: isSuccessful
                    ? [{ httpStatusCode: 201, body: {} }]
                    : [
                        { httpStatusCode: 400, body: bad },
                        { httpStatusCode: 400, body: worse },
                      ],
                },
              };
            }),
          }),
        );
      }),
  } as unknown as CrmConnection;
  return { crm, requests, answer: () => held.shift()!() };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a write of a field that the package does not have', () => {
  let org: OrgStage;
  before(async () => {
    org = await startOrgStage();
  });
  after(() => org?.stop());

  it('is named as such, whichever record of the graph has it, so that it is tried for hours', async () => {
    const { save } = createCompositeGraphWriter(org.crm);
    const task = (referenceId: string, more: object = {}): GraphNode => ({
      method: 'POST',
      url: `${SOBJECTS}/Task`,
      referenceId,
      body: { Subject: 'Debrief', ...more },
    });
    const problem: unknown = await save(
      [task('first'), task('second', { Of_A_Newer_Package__c: 'x' }), task('third')],
      undefined,
    ).catch((fault: unknown) => fault);
    assert.ok(problem instanceof CrmProblem);
    assert.deepEqual([problem.kind, problem.fault?.code], ['refused', 'field_missing']);
  });
});

describe('writes that gather', () => {
  it('go together, many in one request', async () => {
    const { crm, requests, answer } = heldConnection();
    const { save } = createCompositeGraphWriter(crm);
    const saved = Promise.all(['a', 'b', 'c'].map((name) => save([node(name)], name)));
    await turn();
    answer();
    await saved;
    assert.deepEqual(requests, [['a', 'b', 'c']]);
  });

  it('wait while a request is on its way, and follow in one', async () => {
    const { crm, requests, answer } = heldConnection();
    const { save } = createCompositeGraphWriter(crm);
    const first = save([node('a')], undefined);
    await turn();
    const others = Promise.all(['b', 'c'].map((name) => save([node(name)], undefined)));
    answer();
    await first;
    await turn();
    answer();
    await others;
    assert.deepEqual(requests, [['a'], ['b', 'c']]);
  });

  it('never go with another of the same deal', async () => {
    const { crm, requests, answer } = heldConnection();
    const { save } = createCompositeGraphWriter(crm);
    const saved = Promise.all([
      save([node('a')], 'deal'),
      save([node('b')], 'deal'),
      save([node('c')], 'other'),
    ]);
    await turn();
    answer();
    await turn();
    answer();
    await saved;
    assert.deepEqual(requests, [['a', 'c'], ['b']]);
  });

  it('fail each by itself, with what Salesforce said first of all', async () => {
    const { crm, answer } = heldConnection(['b']);
    const { save } = createCompositeGraphWriter(crm);
    const [a, b] = [save([node('a')], undefined), save([node('b')], undefined)];
    await turn();
    answer();
    await a;
    await assert.rejects(
      b,
      (problem) =>
        problem instanceof CrmProblem &&
        problem.kind === 'refused' &&
        /too long \(Note__c\)/.test(problem.message),
    );
  });

  it('all fail, to be tried again, when there is no answer', async () => {
    const { save } = createCompositeGraphWriter({
      post: () => Promise.reject(new Error('socket hang up')),
    } as unknown as CrmConnection);
    const outcomes = await Promise.allSettled([
      save([node('a')], undefined),
      save([node('b')], undefined),
    ]);
    assert.deepEqual(
      outcomes.map(
        (outcome) => outcome.status === 'rejected' && (outcome.reason as CrmProblem).kind,
      ),
      ['retry', 'retry'],
    );
  });

  it('are split where a request is full, by graphs and by nodes', async () => {
    const { crm, requests, answer } = heldConnection();
    const { save } = createCompositeGraphWriter(crm);
    const small = Array.from({ length: 80 }, (_, n) => save([node(`s${n}`)], undefined));
    await turn();
    assert.deepEqual(
      requests.map(({ length }) => length),
      [75],
    );
    answer();
    await turn();
    answer();
    await Promise.all(small);
    const large = Array.from({ length: 10 }, (_, n) =>
      save(
        Array.from({ length: 100 }, (_one, i) => node(`l${n}-${i}`)),
        undefined,
      ),
    );
    await turn();
    answer();
    await turn();
    answer();
    await Promise.all(large);
    assert.deepEqual(
      requests.map(({ length }) => length),
      [75, 5, 5, 5],
    );
  });

  it('go in more than one request at a time only when each is full, and never two of a deal', async () => {
    const { crm, requests, answer } = heldConnection();
    const { save } = createCompositeGraphWriter(crm);
    const saved = Array.from({ length: 160 }, (_, n) =>
      save([node(`${n}`)], n === 0 || n === 80 ? 'deal' : undefined),
    );
    await turn();
    assert.deepEqual(
      requests.map(({ length }) => length),
      [75, 75],
    );
    assert.ok(!requests[1]!.includes('80'));
    answer();
    answer();
    await turn();
    answer();
    await Promise.all(saved);
    assert.equal(requests.length, 3);
    assert.equal(requests[2]!.length, 10);
  });

  it('are sent again when Salesforce left them undone after too many failures', async () => {
    const requests: number[] = [];
    const bad = (n: number) => n < 20;
    const { save } = createCompositeGraphWriter({
      async post(_path: string, { graphs }: Request) {
        requests.push(graphs.length);
        let failures = 0;
        return {
          graphs: graphs.map(({ graphId, compositeRequest }) => {
            const isHalted = failures > 14;
            const isSuccessful = !isHalted && !bad(Number(compositeRequest[0]!.referenceId));
            if (!isSuccessful && !isHalted) failures += 1;
            const errorCode = isHalted ? 'PROCESSING_HALTED' : 'STRING_TOO_LONG';
            return {
              graphId,
              isSuccessful,
              graphResponse: {
                compositeResponse: [
                  isSuccessful
                    ? { httpStatusCode: 201, body: { id: 'x' } }
                    : { httpStatusCode: 400, body: [{ errorCode, message: 'no' }] },
                ],
              },
            };
          }),
        };
      },
    } as unknown as CrmConnection);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) => save([node(`${n}`)], undefined)),
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      outcomes.map((_outcome, n) => (bad(n) ? 'rejected' : 'fulfilled')),
    );
    assert.deepEqual(requests, [60, 45]);
  });

  it('are found one by one when one spoils the whole request', async () => {
    const requests: string[][] = [];
    const { save } = createCompositeGraphWriter({
      async post(_path: string, { graphs }: Request) {
        const names = graphs.map(({ compositeRequest }) => compositeRequest[0]!.referenceId);
        requests.push(names);
        if (names.includes('bad'))
          throw Object.assign(new Error('malformed'), { errorCode: 'JSON_PARSER_ERROR' });
        return {
          graphs: graphs.map(({ graphId }) => ({
            graphId,
            isSuccessful: true,
            graphResponse: { compositeResponse: [{ httpStatusCode: 201, body: { id: 'x' } }] },
          })),
        };
      },
    } as unknown as CrmConnection);
    const names = ['a', 'b', 'bad', 'd', 'e'];
    const outcomes = await Promise.allSettled(names.map((name) => save([node(name)], undefined)));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    );
    assert.ok(requests.length <= 7, `${requests.length} requests`);
  });

  it('that wait fail at once when the org is away, without a request of their own', async () => {
    let requests = 0;
    const { save } = createCompositeGraphWriter({
      async post() {
        requests += 1;
        throw new CrmUnavailable('no answer');
      },
    } as unknown as CrmConnection);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, (_, n) => save([node(`${n}`)], undefined)),
    );
    assert.deepEqual(
      new Set(
        outcomes.map((one) => one.status === 'rejected' && (one.reason as CrmProblem).isAway),
      ),
      new Set([true]),
    );
    assert.ok(requests <= 3, `${requests} requests`);
  });
});
