import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from '../../../../local/machine/build/stamps.ts';

describe('the digest of what something is built from', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dealside stamps '));
    mkdirSync(join(dir, 'inputs', 'dist'), { recursive: true });
    write('a.ts', 'one');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const write = (name: string, content: string) =>
    writeFileSync(join(dir, 'inputs', name), content);
  const digest = (nowMs = Date.now()) =>
    digestOf(
      { name: 'these', inputs: [join(dir, 'inputs'), join(dir, 'missing')], except: ['dist'] },
      { stateDir: join(dir, 'state'), nowMs },
    );
  const known = () => join(dir, 'state', 'made', 'these.digest');
  /** When files that are written now are no longer new. */
  const later = () => Date.now() + 60_000;

  it('is the same while nothing changes', () => {
    assert.equal(digest(), digest());
    assert.equal(digest(later()), digest(later()));
  });

  it('is known without reading the files again', () => {
    digest(later());
    const stored = JSON.parse(readFileSync(known(), 'utf8')) as object;
    writeFileSync(known(), JSON.stringify({ ...stored, digest: 'known' }));
    assert.equal(digest(), 'known');
    write('a.ts', 'another');
    assert.notEqual(digest(later()), 'known');
  });

  it('is not kept of files that were just written, whose times could stay the same', () => {
    digest();
    assert.equal(existsSync(known()), false);
  });

  it('is computed again where what is known cannot be read', () => {
    const before = digest(later());
    writeFileSync(known(), '{');
    assert.equal(digest(), before);
  });

  it('differs when a file has another content of the same length, at once', () => {
    const before = digest();
    write('a.ts', 'two');
    const after = digest();
    assert.notEqual(after, before);
    write('a.ts', 'one');
    assert.equal(digest(), before);
  });

  it('differs when a file with the old times has another content', () => {
    const [before, longAgo] = [digest(), new Date('2020-01-01')];
    write('a.ts', 'two');
    utimesSync(join(dir, 'inputs', 'a.ts'), longAgo, longAgo);
    assert.notEqual(digest(), before);
  });

  it('differs when a file is added or removed', () => {
    const before = digest();
    write('b.ts', '');
    assert.notEqual(digest(), before);
    rmSync(join(dir, 'inputs', 'b.ts'));
    assert.equal(digest(), before);
  });

  it('leaves out folders that are generated', () => {
    const before = digest();
    write('dist/a.js', 'made');
    assert.equal(digest(), before);
  });
});
