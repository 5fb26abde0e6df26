import { CrmProblem } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { toCrmProblem, asCrmProblem, type SalesforceError } from '../session/errors.ts';

export interface GraphNode { readonly method: 'POST' | 'PATCH'; readonly url: string; readonly referenceId: string; readonly body: object }

interface NodeAnswer { readonly httpStatusCode: number; readonly body: unknown }
interface GraphAnswer { readonly graphId: string; readonly isSuccessful: boolean; readonly graphResponse: { readonly compositeResponse: readonly NodeAnswer[] } }

interface PendingWrite {
  readonly nodes: readonly GraphNode[];
  /** The record whose children these are. Salesforce locks it while they are saved. */
  readonly parent: string | undefined;
  settle(problem?: Error): void;
}

export interface CompositeGraphWriter {
  /** Saves all of these nodes or none; resolves once they are saved. Throws CrmProblem. */
  save(nodes: readonly GraphNode[], parent: string | undefined): Promise<void>;
}

/** Far from the 75 graphs and 500 nodes that a request may have, so that one is answered in time. */
const MAX_GRAPHS = 40;
const KNOCK_ON = 'PROCESSING_HALTED';

/**
 * Many all-or-none writes in one request. While one is on its way the next ones gather; two of the same parent never go together,
 * for Salesforce would meet its own lock. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph.htm
 */
export function createCompositeGraphWriter(crm: CrmConnection): CompositeGraphWriter {
  let waiting: PendingWrite[] = [];
  let isSending = false;

  /** The first ones that may go together, in their order; the others wait on. */
  function nextBatch(): PendingWrite[] {
    const parents = new Set<string>();
    const batch: PendingWrite[] = [];
    for (const one of waiting) {
      if (batch.length === MAX_GRAPHS || (one.parent && parents.has(one.parent))) continue;
      if (one.parent) parents.add(one.parent);
      batch.push(one);
    }
    waiting = waiting.filter((one) => !batch.includes(one));
    return batch;
  }

  async function send(batch: readonly PendingWrite[]): Promise<void> {
    const graphs = batch.map(({ nodes }, i) => ({ graphId: `g${i}`, compositeRequest: nodes }));
    try {
      const answer = await asCrmProblem(() => crm.post<{ graphs: GraphAnswer[] }>('/composite/graph', { graphs }));
      const byId = new Map(answer.graphs.map((graph) => [graph.graphId, graph]));
      batch.forEach((one, i) => one.settle(graphError(byId.get(`g${i}`))));
    } catch (problem) {
      for (const one of batch) one.settle(problem as Error);
    }
  }

  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    // What was asked for in the same moment goes together.
    await Promise.resolve();
    while (waiting.length > 0) await send(nextBatch());
    isSending = false;
  }

  return {
    save: (nodes, parent) => new Promise((resolve, reject) => {
      waiting.push({ nodes, parent, settle: (problem) => (problem ? reject(problem) : resolve()) });
      void sendAll();
    }),
  };
}

function graphError(graph: GraphAnswer | undefined): CrmProblem | undefined {
  if (!graph) return new CrmProblem('retry', 'Salesforce did not answer for this record.');
  if (graph.isSuccessful) return undefined;
  const errors = graph.graphResponse.compositeResponse.filter(({ httpStatusCode }) => httpStatusCode >= 400).flatMap(({ body }) => body as SalesforceError[]);
  const [error] = [...errors.filter(({ errorCode }) => errorCode !== KNOCK_ON), ...errors];
  return error ? toCrmProblem(error) : new CrmProblem('retry', 'Salesforce refused without saying why.');
}
