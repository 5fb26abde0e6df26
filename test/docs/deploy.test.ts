import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const PACKAGE = 'force-app/main/default';
const DEPLOY = readFileSync('docs/DEPLOY.md', 'utf8');
const paragraphOf = (start: string): string =>
  DEPLOY.split('\n').find((line) => line.startsWith(start)) ?? '';

const objects = readdirSync(`${PACKAGE}/objects`).filter((name) => name.endsWith('__c'));

describe('docs/DEPLOY.md', () => {
  it('names each object and class whose name an org may have already', () => {
    const names = [
      ...objects,
      ...readdirSync(`${PACKAGE}/classes`)
        .filter((file) => file.endsWith('.cls'))
        .map((file) => file.replace('.cls', '')),
    ].filter((name) => !name.startsWith('Dealside'));
    const named = [...paragraphOf('The names of objects').matchAll(/`(\w+)`/g)];
    assert.deepEqual(named.map(([, name]) => name).toSorted(), names.toSorted());
  });

  it('names each object whose records go with the package', () => {
    const kept = paragraphOf('2. Export what you keep');
    for (const object of objects) {
      const xml = readFileSync(`${PACKAGE}/objects/${object}/${object}.object-meta.xml`, 'utf8');
      const label = /^ {4}<label>(.*)<\/label>/m.exec(xml)![1]!;
      assert.ok(kept.includes(label), label);
    }
  });
});
