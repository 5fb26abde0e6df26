import assert from 'node:assert/strict';
import {
  createCompositeGraphWriter,
  type GraphNode,
} from '../../../../server/crm/writes/compositeGraphWriter.ts';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { CrmProblem } from '../../../../server/ports/index.ts';

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
});
