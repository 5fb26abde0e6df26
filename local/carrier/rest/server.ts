import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultBook, RestFault } from '../faults/faultBook.ts';
import type { StepGate } from '../faults/stepGate.ts';
import { newSid } from '../formats/sids.ts';
import { RestError } from './errors.ts';
import type { Method, RestAnswer, Router } from './router.ts';

/** The credentials that requests must carry. */
export interface RestServerSettings {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly region?: string;
}

/** Handles one REST request. */
export type RestServer = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: string,
) => Promise<void>;

/** Headers of every Twilio response. */
const HEADERS = {
  'x-api-domain': 'api.twilio.com',
  'x-powered-by': 'AT-5000',
  'x-shenanigans': 'none',
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers':
    'Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Idempotency-Key',
  'access-control-expose-headers': 'ETag',
};

/** Serves the REST API: authentication, common headers, and the faults that tests ask for. */
export function createRestServer(
  settings: RestServerSettings,
  rest: () => Router,
  { faults, gate }: { readonly faults: FaultBook<RestFault>; readonly gate: StepGate },
): RestServer {
  const { accountSid, authToken, apiKeySid, apiKeySecret, region = 'us1' } = settings;
  const credentials = [`${accountSid}:${authToken}`, `${apiKeySid}:${apiKeySecret}`].map(
    (pair) => `Basic ${Buffer.from(pair).toString('base64')}`,
  );
  let concurrent = 0;

  async function answerOf(
    request: IncomingMessage,
    url: URL,
    form: URLSearchParams,
  ): Promise<RestAnswer> {
    // Credentials belong to one region and are unknown in others.
    const isKnown = credentials.includes(request.headers.authorization ?? '');
    if (!isKnown || regionOf(request.headers[HOST_HEADER]) !== region)
      throw new RestError(401, 20003, 'Authenticate');
    return rest().answer({
      method: request.method as Method,
      path: url.pathname,
      query: url.searchParams,
      form,
    });
  }

  return async (request, response, url, body) => {
    const since = performance.now();
    concurrent += 1;
    response.on('close', () => (concurrent -= 1));
    const form = new URLSearchParams(body);
    const applied = faults.apply(
      Object.fromEntries([...url.searchParams, ...form]),
      ({ method, path }) =>
        (method ?? request.method) === request.method && url.pathname.includes(path ?? ''),
    );
    const faultOf = (does: RestFault['does']) => applied.find((fault) => fault.does === does);

    async function answerLate(): Promise<RestAnswer | undefined> {
      await Promise.race([pause(faultOf('slow')?.ms ?? 0), faults.cleared()]);
      await gate.pass({
        method: request.method!,
        path: url.pathname,
        form: Object.fromEntries(form),
      });
      const isServed = !isRetired(request.headers[HOST_HEADER]);
      if (faultOf('lose-request') || !isServed) return undefined;
      const refusal = REFUSALS.find(([does]) => faultOf(does))?.[1];
      return refusal ? answerTo(refusal) : answerOf(request, url, form).catch(answerTo);
    }
    const answer = await (faultOf('slow') ? faults.holding(answerLate) : answerLate());
    if (!answer || faultOf('lose-answer')) return void request.socket.destroy();

    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    response.setHeader('x-home-region', region);
    response.setHeader('twilio-request-id', newSid('RQ'));
    response.setHeader('twilio-request-duration', ((performance.now() - since) / 1000).toFixed(3));
    response.setHeader('twilio-concurrent-requests', String(concurrent));
    if (answer.assumption) response.setHeader('x-local-assumption', answer.assumption);
    if (answer.status === 401) response.setHeader('www-authenticate', 'Basic realm="Twilio API"');
    const { status, media } = answer;
    if (media) response.writeHead(status, { 'content-type': media.type }).end(media.bytes);
    else if (answer.body === undefined) response.writeHead(status).end();
    else
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body));
  };
}

/** The header that names Twilio's host if the request is sent to another address. */
const HOST_HEADER = 'x-twilio-host';

/** The region that a host belongs to: `api.{edge}.{region}.twilio.com`, or us1 without the two. */
function regionOf(host: string | string[] | undefined): string {
  const [, , region] = String(host ?? '')
    .replace(/\.twilio\.com$/, '')
    .split('.');
  return region ?? 'us1';
}

/** Hosts that name a region without an edge stopped answering in April 2026. */
const isRetired = (host: string | string[] | undefined): boolean =>
  /^\w+\.(ie1|au1|br1|de1|jp1|sg1|us2)\.twilio\.com$/.test(String(host ?? ''));

/** Refused without processing, so the request can safely be repeated. */
const REFUSALS = [
  ['429', new RestError(429, 20429, 'Too Many Requests')],
  ['500', new RestError(500, 20500, 'An internal server error has occurred')],
] as const;

/** An error as a response in Twilio's shape. */
function answerTo(fault: unknown): RestAnswer {
  const error =
    fault instanceof RestError ? fault : new RestError(500, 20500, (fault as Error).message);
  return { status: error.status, body: error.body, assumption: error.assumption };
}
