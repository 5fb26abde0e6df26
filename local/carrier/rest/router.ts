import type { Assumption } from './assumptions.ts';
import { invalid, notFound } from './errors.ts';
import type { RestDeps } from './parts.ts';

/** The methods of the REST API. */
export type Method = 'GET' | 'POST' | 'DELETE';

/** A request to the REST API. */
export interface RestRequest {
  readonly method: Method;
  /** The whole path as requested, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}

/** A response of the REST API. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Sent as it is, rather than `body` as JSON. */
  readonly media?: { readonly type: string; readonly bytes: Uint8Array };
  readonly assumption?: Assumption;
}

/** Returns what is wrong with a value; undefined when it is valid. */
export type Check = (value: string) => string | undefined;

/** One operation of a resource: a method and a path of Twilio's OpenAPI description. */
export interface Operation {
  readonly method: Method;
  /**
   * The part after /2010-04-01/Accounts/{AccountSid} in Twilio's description, such as
   * `/Calls/{Sid}.json`.
   */
  readonly path: string;
  /** Its parameters, in the query of a GET or the form of a POST. Others are refused. */
  readonly parameters?: Readonly<Record<string, Check>>;
  /** @param ids the decoded values of the path, by name */
  readonly answer: (
    request: RestRequest,
    ids: Readonly<Record<string, string>>,
  ) => RestAnswer | Promise<RestAnswer>;
}

/** The operations of one resource. */
export type Resource = (parts: RestDeps) => readonly Operation[];

/** Routes REST requests to operations. */
export interface Router {
  readonly operations: readonly Operation[];
  /** Throws RestError where Twilio would refuse. */
  answer(request: RestRequest): Promise<RestAnswer>;
}

/** Finds the operation of a request, and refuses unknown or invalid parameters. */
export function createRouter(base: string, operations: readonly Operation[]): Router {
  const routes = operations.map((operation) => ({
    operation,
    pattern: patternOf(base + operation.path),
  }));
  return {
    operations,
    async answer(request) {
      for (const { operation, pattern } of routes) {
        const found = operation.method === request.method ? pattern.exec(request.path) : undefined;
        if (!found) continue;
        refuseUnknownParameters(request, operation.parameters ?? {});
        return operation.answer(
          request,
          Object.fromEntries(
            Object.entries(found.groups ?? {}).map(([name, value]) => [
              name,
              decoded(value, request.path),
            ]),
          ),
        );
      }
      throw notFound(request.path);
    },
  };
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)')}$`);

function decoded(value: string, path: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw notFound(path);
  }
}

function refuseUnknownParameters(
  { method, query, form }: RestRequest,
  parameters: Readonly<Record<string, Check>>,
): void {
  for (const [name, value] of method === 'POST' ? form : query) {
    const check = parameters[name];
    if (!check) throw invalid(`Invalid parameter ${name}`, 'unknown-parameter');
    const fault = check(value);
    if (fault) throw invalid(`Invalid ${name}: ${fault}`, 'invalid-value');
  }
}
