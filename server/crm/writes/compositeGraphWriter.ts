import { CrmProblem } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { toCrmProblem, asCrmProblem, type SalesforceError } from '../session/errors.ts';

export interface GraphNode {
  readonly method: 'POST' | 'PATCH';
  readonly url: string;
  readonly referenceId: string;
  readonly body: object;
}

interface NodeAnswer {
  readonly httpStatusCode: number;
  readonly body: unknown;
}
interface GraphAnswer {
  readonly graphId: string;
  readonly isSuccessful: boolean;
  readonly graphResponse: { readonly compositeResponse: readonly NodeAnswer[] };
}

interface PendingWrite {
  readonly nodes: readonly GraphNode[];
  /** The record that these belong to. Salesforce locks it while they are saved. */
  readonly parent: string | undefined;
  settle(error?: Error): void;
}

export interface CompositeGraphWriter {
  /** Saves all of these nodes or none; resolves once they are saved. Rejects with CrmProblem. */
  save(nodes: readonly GraphNode[], parent: string | undefined): Promise<void>;
}

/**
 * Below Salesforce's limit of 75 graphs and 500 nodes, so that a request completes before its
 * timeout.
 */
const MAX_GRAPHS = 40;
const ROLLED_BACK = 'PROCESSING_HALTED';

/**
 * Combines many all-or-none writes into one request. Writes that arrive during a request wait for
 * the next. Two with the same parent never share a request, because each would wait for the other's
 * lock.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph.htm
 */
export function createCompositeGraphWriter(crm: CrmConnection): CompositeGraphWriter {
  let waiting: PendingWrite[] = [];
  let isSending = false;

  /** Takes the first waiting writes with different parents, in their order. */
  function nextBatch(): PendingWrite[] {
    const parents = new Set<string>();
    const batch: PendingWrite[] = [];
    for (const write of waiting) {
      if (batch.length === MAX_GRAPHS || (write.parent && parents.has(write.parent))) continue;
      if (write.parent) parents.add(write.parent);
      batch.push(write);
    }
    waiting = waiting.filter((write) => !batch.includes(write));
    return batch;
  }

  async function send(batch: readonly PendingWrite[]): Promise<void> {
    const graphs = batch.map(({ nodes }, i) => ({ graphId: `g${i}`, compositeRequest: nodes }));
    try {
      const answer = await asCrmProblem(() =>
        crm.post<{ graphs: GraphAnswer[] }>('/composite/graph', { graphs }),
      );
      const byId = new Map(answer.graphs.map((graph) => [graph.graphId, graph]));
      batch.forEach((write, i) => write.settle(graphError(byId.get(`g${i}`))));
    } catch (error) {
      for (const write of batch) write.settle(error as Error);
    }
  }

  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    // Lets writes of the same turn of the event loop join the first request.
    await Promise.resolve();
    while (waiting.length > 0) await send(nextBatch());
    isSending = false;
  }

  return {
    save: (nodes, parent) =>
      new Promise((resolve, reject) => {
        waiting.push({ nodes, parent, settle: (error) => (error ? reject(error) : resolve()) });
        void sendAll();
      }),
  };
}

function graphError(graph: GraphAnswer | undefined): CrmProblem | undefined {
  if (!graph) return new CrmProblem('retry', 'Salesforce did not answer for this record.');
  if (graph.isSuccessful) return undefined;
  const errors = graph.graphResponse.compositeResponse
    .filter(({ httpStatusCode }) => httpStatusCode >= 400)
    .flatMap(({ body }) => body as SalesforceError[]);
  const [error] = [...errors.filter(({ errorCode }) => errorCode !== ROLLED_BACK), ...errors];
  return error
    ? toCrmProblem(error)
    : new CrmProblem('retry', 'Salesforce refused without saying why.');
}
