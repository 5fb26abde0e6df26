import { ApexParserFactory } from '@apexdevtools/apex-parser';
import assert from 'node:assert/strict';
import { exists, filesBelow, read } from './package.ts';

const classes = filesBelow('classes').filter((path) => path.endsWith('.cls'));

function syntaxErrors(source: string): string[] {
  const errors: string[] = [];
  const parser = ApexParserFactory.createParser(source);
  parser.removeErrorListeners();
  parser.addErrorListener({
    syntaxError: (_recognizer: unknown, _symbol: unknown, line: number, column: number, message: string) => errors.push(`${line}:${column} ${message}`),
    reportAmbiguity: () => undefined,
    reportAttemptingFullContext: () => undefined,
    reportContextSensitivity: () => undefined,
  } as never);
  parser.compilationUnit();
  return errors;
}

describe('Apex', () => {
  for (const path of classes) {
    it(`${path.split('/')[1]} is Apex, with its metadata`, () => {
      assert.deepEqual(syntaxErrors(read(path)), []);
      assert.ok(exists(`${path}-meta.xml`));
    });
  }

  it('is checked by a parser that sees a mistake', () => {
    assert.equal(syntaxErrors('public class Broken { void run() { return } }').length, 1);
  });

  it('names only fields and types that exist', () => {
    const custom = classes.flatMap((path) => [...read(path).matchAll(/\b(\w+__(?:c|mdt))\b/g)].map((match) => match[1]!));
    const known = filesBelow('objects').map((path) => path.split('/').at(-1)!.split('.')[0]!);
    assert.deepEqual(custom.filter((name) => !known.includes(name)), []);
  });

  it('runs with the sharing of the person who uses it', () => {
    const lax = classes.filter((path) => !/@IsTest/i.test(read(path)) && !/\bwith sharing class\b/.test(read(path)));
    assert.deepEqual(lax, []);
  });

  it('has a test for each class that the browser calls', () => {
    const called = classes.filter((path) => /@AuraEnabled/.test(read(path)));
    assert.deepEqual(called.filter((path) => !exists(path.replace('.cls', 'Test.cls'))), []);
  });
});
