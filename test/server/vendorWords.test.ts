import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { fromRoot } from '../../local/machine/files/paths.ts';
import { filesUnder } from '../docs/support/markdown.ts';

/** Folders that know no vendor: theirs are the carrier and the CRM. */
const INSIDE = ['server/domain', 'server/commands', 'server/http', 'server/ports'];
const VENDOR_WORD =
  /salesforce|twilio|twiml|apex\b|lightning|soql|dealside_[a-z]|\bcoached|__c\b|__mdt\b|\bsid\b|[a-z]sids?\b(?<!\b(?:be|north|out|road|sea|up)sid)/i;

/** Texts that people read name the products that they use. */
const SCREEN_TEXTS = new Set([
  'server/domain/texts/auditFaults.ts',
  'server/domain/texts/refusalNames.ts',
  'server/domain/texts/de/dialing.ts',
  'server/domain/texts/de/policy.ts',
  'server/domain/texts/de/refusals.ts',
  'server/domain/texts/de/setup.ts',
  'server/domain/texts/de/wordings.ts',
  'server/domain/texts/de/writeFaults.ts',
  'server/domain/texts/permissionNames.ts',
  'server/domain/texts/en/dialing.ts',
  'server/domain/texts/en/policy.ts',
  'server/domain/texts/en/refusals.ts',
  'server/domain/texts/en/setup.ts',
  'server/domain/texts/en/wordings.ts',
  'server/domain/texts/en/writeFaults.ts',
  'server/domain/audit/crmComparison.ts',
  'server/commands/audit/crossCheckCarrier.ts',
  'server/commands/policy/simulatePolicy.ts',
  'server/http/schemas.ts',
]);

/** Names that are kept, and why. */
const KEPT: readonly (readonly [file: string, word: string, why: string])[] = [
  ['server/domain/audit/carrierCrossCheck.ts', 'callSid', 'audit entries are never rewritten'],
  ['server/ports/audit/audit.ts', 'inSalesforce', 'a field of the API that pages read'],
];

type Part = { readonly kind: 'string' | 'name' | 'comment'; readonly text: string };

/** What a file says: its names, its strings, and its comments. */
function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node))
      parts.push({ kind: 'name', text: node.text });
    else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      parts.push({ kind: 'string', text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  const comments = new Map<number, string>();
  const addComments = (node: ts.Node): void => {
    for (const { pos, end } of [
      ...(ts.getLeadingCommentRanges(source, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(source, node.end) ?? []),
    ])
      comments.set(pos, source.slice(pos, end));
    for (const child of node.getChildren(file)) addComments(child);
  };
  addComments(file);
  return [...parts, ...[...comments.values()].map((text) => ({ kind: 'comment', text }) as const)];
}

const isAllowed = (file: string, { kind, text }: Part): boolean =>
  (kind === 'string' && SCREEN_TEXTS.has(file)) ||
  KEPT.some(
    ([keptIn, word]) => keptIn === file && text.replaceAll(word, '').search(VENDOR_WORD) < 0,
  );

const vendorWordsIn = (file: string, source: string): string[] =>
  partsOf(source)
    .filter((part) => VENDOR_WORD.test(part.text) && !isAllowed(file, part))
    .map(({ kind, text }) => `${file}: ${kind} ${text.trim().slice(0, 100)}`);

describe('the inside of the server', () => {
  const sourceOf = (file: string): string => readFileSync(fromRoot(file), 'utf8');
  const files = INSIDE.flatMap((folder) => filesUnder(folder, (name) => name.endsWith('.ts')));

  it('knows no vendor by name', () => {
    assert.ok(files.length > 100, `${files.length} files`);
    assert.deepEqual(
      files.flatMap((file) => vendorWordsIn(file, sourceOf(file))),
      [],
    );
  });

  it('is excused where it must be, and nowhere else', () => {
    const without = [...SCREEN_TEXTS].filter(
      (file) =>
        !partsOf(sourceOf(file)).some(
          ({ kind, text }) => kind === 'string' && VENDOR_WORD.test(text),
        ),
    );
    assert.deepEqual(
      [...without, ...KEPT.filter(([file, word]) => !sourceOf(file).includes(word))],
      [],
    );
  });

  for (const [what, source, found] of [
    ['a header', "ctx.get('x-twilio-signature');", 'string x-twilio-signature'],
    ['an id', 'const callSid = 1;', 'name callSid'],
    ['a comment', '/** Asks Salesforce. */\nask();', 'comment /** Asks Salesforce. */'],
    ['a comment inside', 'ask(\n  // as TwiML wants it\n  1,\n);', 'comment // as TwiML wants it'],
    ['a template', 'const text = `${name} in Salesforce`;', 'string in Salesforce'],
    ['a request to the carrier', 'const coachedConnectionId = 1;', 'name coachedConnectionId'],
    ['a permission', "const name = 'Dealside_Barge';", 'string Dealside_Barge'],
    ['a private name', 'class A { #twilio = 1; }', 'name #twilio'],
  ] as const) {
    it(`would be caught with ${what} of a vendor`, () => {
      const file = join('server', 'commands', 'calls', 'placeCall.ts');
      assert.deepEqual(vendorWordsIn(file, source), [`${file}: ${found}`]);
    });
  }

  it('would be caught with a name of a vendor in a file of screen texts', () => {
    assert.deepEqual(
      vendorWordsIn(
        'server/domain/texts/en/refusals.ts',
        "const salesforceText = 'Open Salesforce.';",
      ),
      ['server/domain/texts/en/refusals.ts: name salesforceText'],
    );
  });
});
