import { crc32 } from 'node:zlib';

const LOCAL_FILE = 0x04034b50;
const DATA_DESCRIPTOR = 0x08074b50;
const CENTRAL_ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const STORED = 0;
/** Sizes and offsets have 32 bits. */
const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * A ZIP archive of files that are stored as they are, chunk by chunk: nothing of it is kept in
 * memory. Rejects beyond 4 GiB or 65,535 files. `at` is the time that all of them show.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function* zipped(
  files: AsyncIterable<{ readonly name: string; readonly content: AsyncIterable<Uint8Array> }>,
  at: Date,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stamp = dosTime(at);
  const written: Written[] = [];
  let offset = 0;
  for await (const { name: text, content } of files) {
    const name = Buffer.from(text);
    const start = offset;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(LOCAL_FILE, 0);
    header.writeUInt16LE(VERSION, 4);
    header.writeUInt16LE(FLAGS, 6);
    header.writeUInt16LE(STORED, 8);
    header.writeUInt32LE(stamp, 10);
    header.writeUInt16LE(name.length, 26);
    yield header;
    yield name;
    let [crc, size] = [0, 0];
    for await (const chunk of content) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(DATA_DESCRIPTOR, 0);
    descriptor.writeUInt32LE(crc, 4);
    offset += header.length + name.length + size + descriptor.length;
    if (offset > MOST_BYTES || written.length >= MOST_FILES)
      throw new Error('an archive holds at most 4 GiB and 65,535 files');
    descriptor.writeUInt32LE(size, 8);
    descriptor.writeUInt32LE(size, 12);
    yield descriptor;
    written.push({ name, crc, size, offset: start });
  }
  const entries = written.map((one) => centralEntry(one, stamp));
  yield* entries;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    entries.reduce((sum, entry) => sum + entry.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  yield end;
}

function centralEntry({ name, crc, size, offset }: Written, stamp: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(CENTRAL_ENTRY, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(STORED, 10);
  entry.writeUInt32LE(stamp, 12);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(size, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

/** Time in the low, date in the high 16 bits, in UTC. */
const dosTime = (at: Date): number =>
  (((at.getUTCFullYear() - 1980) << 25) |
    ((at.getUTCMonth() + 1) << 21) |
    (at.getUTCDate() << 16) |
    (at.getUTCHours() << 11) |
    (at.getUTCMinutes() << 5) |
    (at.getUTCSeconds() >> 1)) >>>
  0;
