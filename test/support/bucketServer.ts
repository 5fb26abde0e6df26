import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SignedRequest {
  readonly method: string;
  /** With the query, as it was sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const hash = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The signature that a request without a query must bear, by the names of its `authorization` header.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signatureOf({ method, url, headers }: SignedRequest, secret: string): string {
  const [, scope, signedHeaders] = /Credential=[^/]+\/([^,]+),\s*SignedHeaders=([^,]+)/.exec(
    headers.authorization ?? '',
  )!;
  const canonical = [
    method,
    url
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    '',
    ...signedHeaders!.split(';').map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    signedHeaders,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const key = scope!.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * A bucket on this machine that takes what is signed, as Amazon S3 does: 403 for a wrong signature or
 * where `mayRead` is false, 400 for bytes that are not those that were signed, 404 for what is not
 * there.
 */
export async function startBucket(keys: { readonly keyId: string; readonly secret: string }) {
  const objects = new Map<string, { readonly bytes: Buffer; readonly sha256: string }>();
  const bucket = { mayRead: true, isDown: false };
  const server = createServer((request, response) => {
    const answer = (status: number, code?: string): void =>
      void response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(
          code && request.method !== 'HEAD'
            ? `<Error><Code>${code}</Code><AWSAccessKeyId>${keys.keyId}</AWSAccessKeyId></Error>`
            : undefined,
        );
    void (async () => {
      const bytes = await bodyOf(request);
      if (bucket.isDown) return answer(503, 'SlowDown');
      const headers = request.headers as Record<string, string>;
      const signed = { method: request.method!, url: request.url!, headers };
      const given = /Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')?.[1];
      if (!headers.authorization?.includes(`Credential=${keys.keyId}/`) || !given)
        return answer(403, 'InvalidAccessKeyId');
      if (!timingSafeEqual(Buffer.from(given), Buffer.from(signatureOf(signed, keys.secret))))
        return answer(403, 'SignatureDoesNotMatch');
      if (headers['x-amz-content-sha256'] !== hash(bytes))
        return answer(400, 'XAmzContentSHA256Mismatch');
      const name = decodeURIComponent(request.url!);
      if (request.method === 'PUT') {
        objects.set(name, { bytes, sha256: headers['x-amz-meta-sha256'] ?? '' });
        return answer(200);
      }
      if (!bucket.mayRead) return answer(403);
      const object = objects.get(name);
      if (!object) return answer(404);
      response.setHeader('x-amz-meta-sha256', object.sha256);
      return answer(200);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    bucket,
    objects,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/reports/dealside`,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
