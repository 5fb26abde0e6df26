import { OrgError } from '../errors/orgError.ts';
import type { Database } from '../records/database.ts';
import type { OrgRest, RestCall, RestReply } from './restCall.ts';

interface SubRequest {
  method: string;
  url: string;
  referenceId: string;
  body?: unknown;
}
interface CompositeBody {
  allOrNone?: boolean;
  compositeRequest?: SubRequest[];
}
interface SubAnswer {
  body: unknown;
  httpHeaders: object;
  httpStatusCode: number;
  referenceId: string;
}

const MAX_PARTS = 25;
/** How many of the parts may be queries or collections of records. */
const MAX_QUERIES = 5;
const QUERY_PATH = /^\/services\/data\/v[\d.]+\/(query|queryAll|composite\/sobjects)\b/;
const VERSION_PATH = /^\/services\/data\/v[\d.]+(?=\/)/;

/**
 * Handles a composite request: several requests in one, which may refer to the results of earlier
 * ones.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
export function runComposite(
  database: Database,
  rest: OrgRest,
  { body, userId }: RestCall,
): RestReply {
  const { allOrNone = false, compositeRequest: parts } = (body ?? {}) as CompositeBody;
  if (!parts) throw new OrgError(400, 'JSON_PARSER_ERROR', 'compositeRequest is missing');
  if (parts.length > MAX_PARTS)
    throw new OrgError(
      400,
      'LIMIT_EXCEEDED',
      `The limit of ${MAX_PARTS} subrequests per composite request was exceeded`,
    );
  if (parts.filter(({ url }) => QUERY_PATH.test(url)).length > MAX_QUERIES)
    throw new OrgError(
      400,
      'LIMIT_EXCEEDED',
      `The limit of ${MAX_QUERIES} query and collection subrequests per composite request was exceeded`,
    );
  if (new Set(parts.map((part) => part.referenceId)).size < parts.length)
    throw new OrgError(400, 'INVALID_INPUT', 'Each referenceId must be unique');

  return {
    status: 200,
    body: { compositeResponse: runParts(database, rest, { parts, allOrNone, userId }) },
  };
}

interface Graph {
  graphId: string;
  compositeRequest: SubRequest[];
}
interface GraphAnswer {
  graphId: string;
  graphResponse: { compositeResponse: SubAnswer[] };
  isSuccessful: boolean;
}

const MAX_NODES = 500;
const MAX_GRAPHS = 75;
/** Kinds of nodes: version, method and object. */
const MAX_KINDS = 15;
/** If more graphs than this have failed, the remaining ones are not processed. */
const MAX_FAILURES = 14;

/**
 * Handles composite graphs: several composite requests in one, each of them all-or-none.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph_limits.htm
 */
export function runGraphs(
  database: Database,
  rest: OrgRest,
  { body, userId }: RestCall,
): RestReply {
  const { graphs } = (body ?? {}) as { graphs?: Graph[] };
  if (!graphs) throw new OrgError(400, 'JSON_PARSER_ERROR', 'graphs is missing');
  const nodes = graphs.reduce((sum, graph) => sum + graph.compositeRequest.length, 0);
  if (graphs.length > MAX_GRAPHS)
    throw new OrgError(
      400,
      'LIMIT_EXCEEDED',
      `The limit of ${MAX_GRAPHS} graphs per request was exceeded`,
    );
  if (nodes > MAX_NODES)
    throw new OrgError(
      400,
      'LIMIT_EXCEEDED',
      `The limit of ${MAX_NODES} nodes per request was exceeded`,
    );
  if (new Set(graphs.map(({ graphId }) => graphId)).size < graphs.length)
    throw new OrgError(400, 'INVALID_INPUT', 'Each graphId must be unique');
  const kinds = new Set(
    graphs.flatMap(({ compositeRequest }) =>
      compositeRequest.map(({ method, url }) => `${method} ${/^.*?\/sobjects\/\w+/.exec(url)}`),
    ),
  );
  if (kinds.size > MAX_KINDS)
    throw new OrgError(
      400,
      'LIMIT_EXCEEDED',
      `The limit of ${MAX_KINDS} different nodes per request was exceeded`,
    );
  let failures = 0;
  const answers = graphs.map(({ graphId, compositeRequest }): GraphAnswer => {
    const compositeResponse =
      failures > MAX_FAILURES
        ? compositeRequest.map((part) => halted(part, []))
        : runParts(database, rest, { parts: compositeRequest, allOrNone: true, userId });
    const isSuccessful = compositeResponse.every(({ httpStatusCode }) => httpStatusCode < 400);
    if (!isSuccessful) failures += 1;
    return { graphId, graphResponse: { compositeResponse }, isSuccessful };
  });
  return { status: 200, body: { graphs: answers } };
}

function runParts(
  database: Database,
  rest: OrgRest,
  {
    parts,
    allOrNone,
    userId,
  }: {
    readonly parts: readonly SubRequest[];
    readonly allOrNone: boolean;
    readonly userId: string;
  },
): SubAnswer[] {
  const answers: SubAnswer[] = [];
  const results = new Map<string, unknown>();

  function run(part: SubRequest): void {
    try {
      const url = new URL(filled(part.url, results), 'http://org');
      if (!VERSION_PATH.test(url.pathname))
        throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
      const filledBody =
        part.body === undefined
          ? undefined
          : JSON.parse(filled(JSON.stringify(part.body), results));
      const reply = rest({
        method: part.method,
        path: url.pathname.replace(VERSION_PATH, ''),
        query: url.searchParams,
        body: filledBody,
        userId,
      });
      results.set(part.referenceId, reply.body);
      answers.push(answer(part, reply.status, reply.body ?? null));
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      answers.push(answer(part, error.status, [error.toJSON()]));
      if (allOrNone) throw error;
    }
  }

  try {
    if (allOrNone) database.atomically(() => parts.forEach(run));
    else parts.forEach(run);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return parts.map((part) => halted(part, answers));
  }
  return answers;
}

const answer = ({ referenceId }: SubRequest, httpStatusCode: number, body: unknown): SubAnswer => ({
  body,
  httpHeaders: {},
  httpStatusCode,
  referenceId,
});

/** In an all-or-none request, one failure halts all other parts. */
function halted(part: SubRequest, answers: readonly SubAnswer[]): SubAnswer {
  const own = answers.find(({ referenceId }) => referenceId === part.referenceId);
  if (own && own.httpStatusCode >= 400) return own;
  const error = new OrgError(
    400,
    'PROCESSING_HALTED',
    'The transaction was rolled back since another operation in the same transaction failed.',
  );
  return answer(part, 400, [error.toJSON()]);
}

/** Replaces references to earlier results, such as @{intervention.id} or @{found.records[0].Id}. */
function filled(text: string, results: ReadonlyMap<string, unknown>): string {
  return text.replace(/@\{(\w+)\.([\w.[\]]+)\}/g, (_whole, reference: string, path: string) => {
    let value = results.get(reference);
    for (const key of path.split(/[.[\]]+/).filter(Boolean))
      value = (value as Record<string, unknown> | undefined)?.[key];
    if (value === undefined || value === null) {
      throw new OrgError(
        400,
        'PROCESSING_HALTED',
        `Invalid reference specified. No value for ${reference}.${path} found in ${reference}`,
      );
    }
    return JSON.stringify(String(value)).slice(1, -1);
  });
}
