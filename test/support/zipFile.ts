import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';

/**
 * The files of a ZIP archive by name, as its central directory lists them; their checksums are
 * looked at. Files must be stored as they are.
 */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  assert.ok(end >= 0, 'the archive has an end');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [crc, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24)];
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const header = zip.readUInt32LE(at + 42);
    assert.equal(zip.readUInt32LE(header), 0x04034b50);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const content = zip.subarray(start, start + size);
    assert.equal(crc32(content), crc, `${name} is whole`);
    files.set(name, content);
    at += 46 + nameLength;
  }
  assert.equal(at, end, 'the directory ends where the end begins');
  return files;
}
