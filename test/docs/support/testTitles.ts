import ts from 'typescript';
import { exists, fileOf, linksIn, read } from './markdown.ts';

const TEST_FUNCTIONS = new Set(['describe', 'it', 'test']);

/** The function at the beginning of a call: `it` of `it.each(table)('title', …)`. */
function calledFirst(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) {
    return calledFirst(callee.expression);
  }
  return undefined;
}

function titleOf(argument: ts.Expression | undefined, source: ts.SourceFile): string | undefined {
  if (!argument) return undefined;
  if (ts.isStringLiteralLike(argument)) return argument.text;
  if (ts.isTemplateExpression(argument)) return argument.getText(source).slice(1, -1);
  return undefined;
}

const known = new Map<string, readonly string[]>();

/**
 * The titles of a test file's groups and tests; what a title is filled with stands in it as `${…}`.
 */
export function titlesIn(file: string): readonly string[] {
  const titles = known.get(file) ?? parsedTitles(file);
  known.set(file, titles);
  return titles;
}

function parsedTitles(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && TEST_FUNCTIONS.has(calledFirst(node.expression) ?? '')) {
      const title = titleOf(node.arguments[0], source);
      if (title !== undefined) titles.push(title);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

export interface NamedTest {
  readonly title: string;
  /** From the root. */
  readonly file: string;
}

/** The tests that a document names: links to test files whose text is the title. */
export const testsNamedIn = (document: string, markdown: string): NamedTest[] =>
  linksIn(markdown)
    .map((link) => ({ title: link.text.replaceAll('\\$', '$'), file: fileOf(document, link) }))
    .filter(
      ({ title, file }) =>
        /(\.test\.ts|^test\/contracts\/\w+\.ts)$/.test(file) && !file.endsWith(title),
    );

const wordsOf = (title: string): Set<string> => new Set(title.toLowerCase().match(/[\p{L}\d]+/gu));

/** The title with most words in common, for those who have renamed a test. */
function nearest(title: string, titles: readonly string[]): string | undefined {
  const words = wordsOf(title);
  const likeness = (other: string): number => {
    const others = [...wordsOf(other)];
    const common = others.filter((word) => words.has(word)).length;
    return common / (words.size + others.length - common);
  };
  return titles.toSorted((a, b) => likeness(b) - likeness(a))[0];
}

/** What is wrong with a named test: its file does not exist, or has no test of that title. */
export function faultOf({ title, file }: NamedTest): string | undefined {
  if (!exists(file)) return `${file} does not exist`;
  const titles = titlesIn(file);
  if (titles.includes(title)) return undefined;
  return `${file} has no test “${title}”; the nearest is “${nearest(title, titles)}”`;
}
