import { OrgError } from '../errors/orgError.ts';
import type { Database, Row } from '../records/database.ts';
import type { ObjectDef } from '../schema/schema.ts';
import { runQuery, type QueryOptions } from './query.ts';
import { createReader } from './reader.ts';

/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-sosl-syntax.html */
const MOST_RESULTS = 2_000;
const MOST_TERM_CHARACTERS = 10_000;
/** From here on the operators of a search are taken out. */
const MOST_WITH_OPERATORS = 4_000;
const STATEMENT =
  /^\s*FIND\s*\{(?<terms>(?:\\.|[^\\}])*)\}\s*IN\s+PHONE\s+FIELDS\s+RETURNING\s+(?<specs>[\s\S]+)$/i;
/** Reserved characters that stand in a search without a backslash; quotes and asterisks are used. */
const RESERVED = /[?&|!{}[\]()^~:\\'+-]/;
const PLACE_HOLDER = "('nobody')";

/**
 * Runs a SOSL search in phone fields, in those that the viewer may read. Terms are separated by OR:
 * a phrase in quotes, or digits, which an asterisk at the end continues. Throws OrgError if the
 * search is malformed, too short or unsupported.
 */
export function runSearch(
  database: Database,
  sosl: string,
  options: QueryOptions & { readonly apiPath: string },
): { searchRecords: Record<string, unknown>[] } {
  const { terms, specs } = STATEMENT.exec(sosl)?.groups ?? {};
  if (terms === undefined || specs === undefined)
    throw malformed('this stand-in searches for FIND {…} IN PHONE FIELDS RETURNING … alone');
  if (terms.length > MOST_TERM_CHARACTERS) return { searchRecords: [] };
  if (terms.length > MOST_WITH_OPERATORS)
    throw malformed('this stand-in does not search for so many terms');
  const matches = terms.split(/\s+OR\s+/).map(termOf);
  const searchRecords = specsOf(specs).flatMap(({ object, inside }) => {
    const reader = createReader(database, options.viewer);
    const def = reader.object(object);
    const phones = phonesOf(def, options);
    const ids = database
      .rows(def.name)
      .filter((row) => isFound(row, phones, matches))
      .map(({ Id }) => `'${String(Id)}'`);
    return runQuery(database, queryOf(def.name, inside, ids), options).records;
  });
  return { searchRecords: searchRecords.slice(0, MOST_RESULTS) };
}

const malformed = (message: string) => new OrgError(400, 'MALFORMED_SEARCH', message);

/** Whether a written phone number has a term. */
type Matches = (written: string) => boolean;

function termOf(term: string): Matches {
  const phrase = /^"(?<words>[^"*]+)"$/.exec(term)?.groups?.words;
  const word = phrase ?? term.replace(/\*$/, '');
  if (RESERVED.test(word) || /["*\s]/.test(phrase === undefined ? word : ''))
    throw malformed(`unexpected character in ${term}`);
  if (word.length < 2) throw malformed('search term must be longer than one character: 1');
  if (phrase !== undefined) {
    const wanted = wordsOf(phrase).join(' ');
    return (written) => ` ${wordsOf(written).join(' ')} `.includes(` ${wanted} `);
  }
  const isPrefix = term.endsWith('*');
  return (written) =>
    [...wordsOf(written), written.replace(/\D/g, '')].some((each) =>
      isPrefix ? each.startsWith(word) : each === word,
    );
}

/** Words end at punctuation, and where digits and letters meet. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\d+|[a-z]+/g) ?? [];

const isFound = (row: Row, phones: readonly string[], matches: readonly Matches[]): boolean =>
  phones.some((field) => {
    const written = row[field];
    return typeof written === 'string' && matches.some((match) => match(written));
  });

/** Fields that the viewer may not read are not searched. */
const phonesOf = (def: ObjectDef, { viewer }: QueryOptions): string[] =>
  [...def.fields.values()]
    .filter(({ name, type }) => {
      if (type !== 'phone') return false;
      try {
        viewer?.mayRead(def.name, [name]);
        return true;
      } catch {
        return false;
      }
    })
    .map(({ name }) => name);

interface Spec {
  readonly object: string;
  readonly inside: string;
}

/** Splits `Contact(Id WHERE …), Lead(Id)`. */
function specsOf(text: string): Spec[] {
  const specs: Spec[] = [];
  let rest = text.trim();
  while (rest) {
    const name = /^(?<object>\w+)\s*\(/.exec(rest);
    const end = name ? closing(rest, name[0].length) : -1;
    if (!name || end < 0) throw malformed(`unexpected token: ${rest.slice(0, 20)}`);
    specs.push({ object: name.groups!.object!, inside: rest.slice(name[0].length, end) });
    const after = rest.slice(end + 1).trim();
    if (after && !after.startsWith(',')) throw malformed(`unexpected token: ${after.slice(0, 20)}`);
    rest = after.slice(1).trim();
  }
  return specs;
}

/** Where the parenthesis closes that was opened before `from`; −1 if it does not. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

/** The query that returns the found records as the clauses of a search say. */
function queryOf(object: string, inside: string, ids: readonly string[]): string {
  const parts =
    /^(?<fields>[\s\S]*?)(?:\s+WHERE\s+(?<where>[\s\S]*?))?(?<after>\s+(?:ORDER\s+BY|LIMIT|OFFSET)\s[\s\S]*)?$/i.exec(
      inside,
    )!.groups!;
  const among = `Id IN ${ids.length > 0 ? `(${ids.join(', ')})` : PLACE_HOLDER}`;
  const where = parts.where ? `(${parts.where}) AND ${among}` : among;
  return `SELECT ${parts.fields} FROM ${object} WHERE ${where}${parts.after ?? ''}`;
}
