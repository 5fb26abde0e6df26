import { type Call } from '../../domain/call/call.ts';
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

/**
 * The ids of the saved records, in the order of their nodes; undefined for a node for which
 * Salesforce returns no id.
 */
type SavedIds = readonly (string | undefined)[];

interface PendingWrite {
  readonly nodes: readonly GraphNode[];
  /** The record to which the nodes belong. Salesforce locks it while they are saved. */
  readonly parent: string | undefined;
  settle(outcome: CrmProblem | SavedIds): void;
}

/** The record that Salesforce locks while a record of the call is saved. */
export const parentOf = ({ opportunity, customer }: Call): string | undefined =>
  opportunity?.opportunityId ?? customer.accountId ?? customer.contactId;

export interface CompositeGraphWriter {
  /** Saves all of these nodes or none; resolves once they are saved. Rejects with CrmProblem. */
  save(nodes: readonly GraphNode[], parent: string | undefined): Promise<SavedIds>;
}

/**
 * Salesforce's limits for one request, and the number of failed graphs after which it skips the
 * remaining ones.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph_limits.htm
 */
const MAX_GRAPHS = 75;
const MAX_NODES = 500;
const MAX_FAILURES = 14;
/**
 * After a timeout the size of requests is halved, down to this number; after an answer it grows
 * again.
 */
const FEWEST_GRAPHS = 5;
/** Several requests are sent at a time only while each of them is full. */
const MAX_REQUESTS = 3;
/** Long, because the org's triggers and flows run for one record after another. */
const TIMEOUT_MS = 60_000;
const HALTED = 'PROCESSING_HALTED';
/** Errors that concern every request, whatever its size. */
const FOR_ALL = ['API_DISABLED_FOR_ORG'];

/**
 * Combines many all-or-none writes into one request. Writes that arrive during a request wait for
 * the next one. Two writes with the same parent are never sent at the same time, because one would
 * wait for the other's lock.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph.htm
 */
export function createCompositeGraphWriter(crm: CrmConnection): CompositeGraphWriter {
  let waiting: PendingWrite[] = [];
  let requests = 0;
  let mostGraphs = MAX_GRAPHS;
  const locked = new Set<string>();
  let isStarting = false;

  /**
   * The first waiting writes with different parents, in their order, and whether the batch is full.
   */
  function nextBatch(): { batch: PendingWrite[]; isFull: boolean } {
    const parents = new Set(locked);
    const batch: PendingWrite[] = [];
    let nodes = 0;
    for (const write of waiting) {
      if (batch.length === mostGraphs || nodes + write.nodes.length > MAX_NODES)
        return { batch, isFull: true };
      if (write.parent && parents.has(write.parent)) continue;
      if (write.parent) parents.add(write.parent);
      batch.push(write);
      nodes += write.nodes.length;
    }
    return { batch, isFull: batch.length === mostGraphs };
  }

  function sendNext(): void {
    while (requests < MAX_REQUESTS) {
      const { batch, isFull } = nextBatch();
      if (batch.length === 0 || (requests > 0 && !isFull)) return;
      waiting = waiting.filter((write) => !batch.includes(write));
      requests += 1;
      for (const { parent } of batch) if (parent) locked.add(parent);
      void send(batch).finally(() => {
        requests -= 1;
        for (const { parent } of batch) if (parent) locked.delete(parent);
        sendNext();
      });
    }
  }

  async function send(batch: readonly PendingWrite[]): Promise<void> {
    const problem = await attempt(batch);
    if (!problem) return;
    if (problem.isAway) {
      if (problem.code === undefined)
        mostGraphs = Math.max(FEWEST_GRAPHS, Math.ceil(mostGraphs / 2));
      // The waiting writes would fail in the same way, so they are settled without a request.
      settleAll([...batch, ...waiting.splice(0)], problem);
    } else if (FOR_ALL.includes(problem.code ?? '')) settleAll(batch, problem);
    else await sendHalves(batch, problem);
  }

  /**
   * Sends the batch in halves, to find the writes because of which Salesforce refuses the whole
   * request.
   */
  async function sendHalves(batch: readonly PendingWrite[], problem: CrmProblem): Promise<void> {
    if (batch.length === 1) return settleAll(batch, problem);
    const middle = Math.ceil(batch.length / 2);
    const failed: { half: readonly PendingWrite[]; because: CrmProblem }[] = [];
    for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
      const because = await attempt(half);
      if (because) failed.push({ half, because });
    }
    // If both halves fail with an error that is worth a retry, no single write is to blame, so the
    // search ends.
    const isEverywhere = failed.length === 2 && failed.every(({ because }) => !isRefused(because));
    for (const { half, because } of failed) {
      if (isEverywhere || because.isAway) settleAll(half, because);
      else await sendHalves(half, because);
    }
  }

  /** Sends one request: settles its writes, or returns why the whole request failed. */
  async function attempt(batch: readonly PendingWrite[]): Promise<CrmProblem | undefined> {
    const graphs = batch.map(({ nodes }, i) => ({ graphId: `g${i}`, compositeRequest: nodes }));
    try {
      const answer = await asCrmProblem(() =>
        crm.post<{ graphs: GraphAnswer[] }>('/composite/graph', { graphs }, TIMEOUT_MS),
      );
      mostGraphs = Math.min(MAX_GRAPHS, mostGraphs * 2);
      const byId = new Map(answer.graphs.map((graph) => [graph.graphId, graph]));
      const outcomes = batch.map((_write, i) => outcomeOf(byId.get(`g${i}`)));
      const failures = outcomes.filter(
        (outcome) => outcome instanceof CrmProblem && outcome.code !== HALTED,
      );
      const undone = batch.filter((write, i) => {
        const outcome = outcomes[i]!;
        if (
          outcome instanceof CrmProblem &&
          outcome.code === HALTED &&
          failures.length >= MAX_FAILURES
        )
          return true;
        write.settle(outcome);
        return false;
      });
      waiting.unshift(...undone);
      return undefined;
    } catch (problem) {
      return problem as CrmProblem;
    }
  }

  return {
    save: (nodes, parent) =>
      new Promise((resolve, reject) => {
        waiting.push({
          nodes,
          parent,
          settle: (outcome) => (outcome instanceof CrmProblem ? reject(outcome) : resolve(outcome)),
        });
        if (isStarting) return;
        isStarting = true;
        // Waits, so that writes of the same turn of the event loop join the first request.
        queueMicrotask(() => {
          isStarting = false;
          sendNext();
        });
      }),
  };
}

const isRefused = ({ kind }: CrmProblem): boolean => kind === 'refused';

function settleAll(writes: readonly PendingWrite[], problem: CrmProblem): void {
  for (const write of writes) write.settle(problem);
}

function outcomeOf(graph: GraphAnswer | undefined): CrmProblem | SavedIds {
  if (!graph) return new CrmProblem('retry', 'Salesforce did not answer for this record.');
  const { compositeResponse } = graph.graphResponse;
  if (graph.isSuccessful)
    return compositeResponse.map(({ body }) => (body as { id?: string } | null)?.id);
  const errors = compositeResponse
    .filter(({ httpStatusCode }) => httpStatusCode >= 400)
    .flatMap(({ body }) => body as SalesforceError[]);
  const [error] = [...errors.filter(({ errorCode }) => errorCode !== HALTED), ...errors];
  return error
    ? toCrmProblem(error)
    : new CrmProblem('retry', 'Salesforce refused without saying why.');
}
