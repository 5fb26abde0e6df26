import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@lwc/compiler';
import { PACKAGE, read, sources } from './package.ts';

interface Emitted {
  readonly bundle: string;
  readonly file: string;
  readonly code: string;
}
interface Emitter {
  emitted(): Iterable<Emitted>;
}

describe('what is deployed of the components', () => {
  let files: Emitted[];
  before(async () => {
    const emitter = (await import(pathToFileURL(join(PACKAGE, '../../emit.mjs')).href)) as Emitter;
    files = [...emitter.emitted()];
  });

  it('is JavaScript for each bundle but those of styles alone', () => {
    const withCode = [...new Set(sources('ts').map((path) => path.split('/')[1]!))];
    assert.ok(withCode.length > 30);
    assert.deepEqual(
      withCode.filter(
        (bundle) => !files.some(({ file }) => file.endsWith(`/${bundle}/${bundle}.js`)),
      ),
      [],
    );
  });

  it('compiles with the LWC compiler', () => {
    for (const { file, code, bundle } of files) {
      assert.doesNotThrow(() => transformSync(code, file, { name: bundle, namespace: 'c' }), file);
    }
    for (const path of sources('html')) {
      const bundle = path.split('/')[1]!;
      assert.doesNotThrow(
        () => transformSync(read(path), join(PACKAGE, path), { name: bundle, namespace: 'c' }),
        path,
      );
    }
  });
});
