import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import {
  factKindOf,
  receiveFact,
  storableForm,
  type CarrierFactDeps,
  type FactKind,
} from './carrierFacts.ts';

/** A request whose body was read here, and which is left to the application. */
interface ReadBefore {
  readonly form: ReturnType<typeof parse>;
  /** The error that kept the reported fact from being applied. */
  readonly fault?: Error;
}

export interface CallbackListener {
  /** Answers callbacks that report facts, and passes every other request to the application. */
  readonly first: (application: RequestListener) => RequestListener;
  readonly readBefore: (request: IncomingMessage) => ReadBefore | undefined;
}

const MAX_BYTES = 64 * 1024;
const FORM = /^application\/x-www-form-urlencoded(; ?charset=utf-8)?$/i;

/**
 * Most requests are callbacks that report facts, and browsers do not send them. They are answered
 * without the middleware that people's requests need. A form that is not signed, or whose fact
 * cannot be applied, is passed to the application, which answers, audits and limits it like any
 * other request.
 */
export function createCallbackListener(deps: CarrierFactDeps): CallbackListener {
  const { webhooks } = deps;
  const kinds = new Map(webhooks.routes.map((route) => [route.path, factKindOf(route)]));
  const readBodies = new WeakMap<IncomingMessage, ReadBefore>();

  /** Returns false for a form that is not signed. */
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
    readBefore: (request) => readBodies.get(request),
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
        readBodies.set(request, read);
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

/** Calls `onBody` with the whole body, or never if the request is aborted. */
function whole(request: IncomingMessage, onBody: (body: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => onBody(Buffer.concat(chunks).toString()));
}

function answer(response: ServerResponse): void {
  response.statusCode = 204;
  response.end();
}
