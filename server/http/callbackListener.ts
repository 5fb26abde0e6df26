import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import {
  factKindOf,
  receiveFact,
  storableForm,
  type CarrierFactDeps,
  type FactKind,
} from './carrierFacts.ts';

/** A request whose body was read, and which the application answers. */
interface ReadBefore {
  readonly form: ReturnType<typeof parse>;
  /** Why it could not be carried out. */
  readonly fault?: Error;
}

export interface CallbackListener {
  /** Answers callbacks that report facts; all else is for the application. */
  readonly first: (application: RequestListener) => RequestListener;
  readonly readBefore: (request: IncomingMessage) => ReadBefore | undefined;
}

const MAX_BYTES = 64 * 1024;
const FORM = /^application\/x-www-form-urlencoded(; ?charset=utf-8)?$/i;

/**
 * Callbacks that report facts are most of what comes in, and no browser sends them: they are
 * answered without what holds for people's requests. A form that is not signed, or that cannot be
 * carried out, goes on to the application, which answers, audits and limits as for every request.
 */
export function createCallbackListener(deps: CarrierFactDeps): CallbackListener {
  const { webhooks } = deps;
  const kinds = new Map(webhooks.routes.map((route) => [route.path, factKindOf(route)]));
  const setAside = new WeakMap<IncomingMessage, ReadBefore>();

  /** False for a form that is not signed. */
  async function isApplied(
    { url, headers }: IncomingMessage,
    kind: FactKind,
    fields: ReadBefore['form'],
  ): Promise<boolean> {
    const params = fields as Record<string, string>;
    const form = webhooks.read({ path: url!, headers, params });
    if (!webhooks.isSigned(form)) return false;
    await receiveFact(deps, kind, storableForm(form));
    return true;
  }

  return {
    readBefore: (request) => setAside.get(request),
    first: (application) => (request, response) => {
      const [path = ''] = request.url!.split('?', 1);
      const kind = kinds.get(path);
      if (!kind || !isPlainForm(request)) return application(request, response);

      whole(request, (body) => {
        const form = parse(body);
        isApplied(request, kind, form).then(
          (applied) => (applied ? answer(response) : handOn({ form })),
          (fault: Error) => handOn({ form, fault }),
        );
      });

      function handOn(read: ReadBefore): void {
        setAside.set(request, read);
        application(request, response);
      }
    },
  };
}

const isPlainForm = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  FORM.test(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined &&
  Number(headers['content-length'] ?? Infinity) <= MAX_BYTES;

/** Calls `take` with the body; never when the request is broken off. */
function whole(request: IncomingMessage, take: (body: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => take(Buffer.concat(chunks).toString()));
}

function answer(response: ServerResponse): void {
  response.statusCode = 204;
  response.end();
}
