import { makeZip } from 'client-zip';

interface ZippedFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * A ZIP archive of uncompressed files, streamed chunk by chunk. Rejects if reading a file does.
 * `at` is the time that all files show.
 */
export const zipped = (files: AsyncIterable<ZippedFile>, at: Date): AsyncIterable<Uint8Array> =>
  makeZip(entriesOf(files, at));

async function* entriesOf(files: AsyncIterable<ZippedFile>, lastModified: Date) {
  for await (const { name, content } of files) yield { name, input: content, lastModified };
}
