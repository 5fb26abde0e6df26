import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { OutcomeDrop } from '../../ports/index.ts';

export interface Bucket {
  /**
   * URL of the bucket, with a prefix for the names of files:
   * `https://reports.s3.eu-central-1.amazonaws.com/dealside`.
   */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

const ANSWERS_WITHIN_MS = 30_000;
/**
 * The hash of the bytes as they were sent. The `ETag` is not such a hash if the bucket encrypts.
 */
const SHA256 = 'x-amz-meta-sha256';

/**
 * Writes files to a bucket of Amazon S3, or of a service with the same API. The right to put
 * objects is sufficient; without the right to read, every file is written each time.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export function createDropBucket({ url, region, keyId, secret }: Bucket): OutcomeDrop {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: 0,
  });

  async function ask(method: 'PUT' | 'HEAD', parts: readonly string[], bytes?: Uint8Array) {
    const sha256 = hexSha256(bytes ?? '');
    return client.fetch([url, ...parts.map(encodeURIComponent)].join('/'), {
      method,
      ...(bytes && { body: Buffer.from(bytes) }),
      headers: {
        'x-amz-content-sha256': sha256,
        ...(bytes && { [SHA256]: sha256, 'content-type': 'application/octet-stream' }),
      },
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
  }

  async function put(parts: readonly string[], bytes: Uint8Array): Promise<void> {
    const answer = await ask('PUT', parts, bytes);
    if (!answer.ok) throw new Error(await refusalOf(answer));
    await answer.body?.cancel();
  }

  return {
    async leave(parts, bytes) {
      const before = await ask('HEAD', parts);
      if (before.ok && before.headers.get(SHA256) === hexSha256(bytes)) return false;
      await put(parts, bytes);
      return true;
    },
    check: () => put(['.dealside'], Buffer.alloc(0)),
  };
}

const hexSha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The error code without the message, which can contain the key's id. */
async function refusalOf(answer: Response): Promise<string> {
  const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1];
  return `the bucket answered ${answer.status}${code ? ` ${code}` : ''}`;
}
