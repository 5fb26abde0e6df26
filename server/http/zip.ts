import { makeZip } from 'client-zip';

interface ZippedFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * A ZIP archive of files that are stored as they are, chunk by chunk: nothing of it is kept in
 * memory. Rejects where the files do. `at` is the time that all of them show.
 */
export const zipped = (files: AsyncIterable<ZippedFile>, at: Date): AsyncIterable<Uint8Array> =>
  makeZip(entriesOf(files, at));

async function* entriesOf(files: AsyncIterable<ZippedFile>, lastModified: Date) {
  for await (const { name, content } of files) yield { name, input: content, lastModified };
}
