import type { IncomingMessage } from 'node:http';
import { OrgError } from '../errors/orgError.ts';

/**
 * The longest URI, and URI and headers together.
 * https://help.salesforce.com/s/articleView?id=000386264
 */
const MAX_BYTES = 16_384;
/** The size that the socket accepts, so that the refusal comes from the stand-in's own check. */
export const MAX_ACCEPTED_BYTES = 1_048_576;

/** Throws OrgError if the request line or the headers are too long. */
export function refuseTooLong({ url = '', rawHeaders }: IncomingMessage): void {
  const uri = Buffer.byteLength(url);
  if (uri > MAX_BYTES)
    throw new OrgError(414, 'URI_TOO_LONG', `The URI has ${uri} bytes; ${MAX_BYTES} are allowed.`);
  const headers = rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
  if (uri + headers > MAX_BYTES)
    throw new OrgError(
      431,
      'REQUEST_HEADER_FIELDS_TOO_LARGE',
      `URI and headers have ${uri + headers} bytes; ${MAX_BYTES} are allowed.`,
    );
}
