import soqlParser, { type FieldType, type Query, type WhereClause } from 'soql-parser-js';
import { TEST_FIELDS } from './apexPlatform.ts';
import { lineOf, type ApexClass, type ApexNode } from './apexScope.ts';
import type { Model } from './model.ts';

/** A query names only fields that exist, and runs with the rights of whoever asks. */
export function queryFaults(model: Model, one: ApexClass, node: ApexNode): string[] {
  const text = one.source.slice(node.start!.start, node.stop!.stop + 1);
  const query = parse(text);
  if (query instanceof Error) return [`${lineOf(node)} ${query.message}`];
  const object = query.sObject ?? '';
  const isOurs = /__c$/.test(object);
  const orders = [query.orderBy ?? []]
    .flat()
    .flatMap((order) => ('field' in order ? [order.field] : []));
  const paths = [...(query.fields ?? []).flatMap(pathOf), ...conditions(query.where), ...orders];
  return [
    ...paths
      .filter((path) => !leads(model, object, path.split('.')))
      .map((path) => `${lineOf(node)} ${object} has no ${path}`),
    ...conditions(query.where)
      .filter((path) => TRANSLATED.test(`${object}.${path}`))
      .map((path) => `${lineOf(node)} looks ${object} up by ${path}, which is translated`),
    ...(isOurs && !one.isTest && !/\bWITH USER_MODE\b/i.test(text)
      ? [`${lineOf(node)} reads with more rights than the running user`]
      : []),
  ];
}

/** What the platform writes in the language of whoever asks, or of the org. */
const TRANSLATED = /(^|\.)(Profile\.Name|\w+\.(MasterLabel|Label))$/;

const parsed = new Map<string, Query | Error>();

/** What was read once is not read again. */
function parse(text: string): Query | Error {
  const known = parsed.get(text);
  if (known) return known;
  let query: Query | Error;
  try {
    query = soqlParser.parseQuery(text, { allowApexBindVariables: true });
  } catch (error) {
    query = error as Error;
  }
  parsed.set(text, query);
  return query;
}

function pathOf(field: FieldType): string[] {
  switch (field.type) {
    case 'Field':
      return [field.field];
    case 'FieldRelationship':
      return [[...field.relationships, field.field].join('.')];
    case 'FieldFunctionExpression':
      return /^toLabel$/i.test(field.functionName)
        ? (field.parameters ?? []).filter((path) => typeof path === 'string')
        : [];
    case 'FieldSubquery':
    case 'FieldTypeof':
      return [];
  }
}

function conditions(clause: WhereClause | undefined): string[] {
  if (!clause) return [];
  const left = clause.left && 'field' in clause.left ? [clause.left.field] : [];
  return [...left, ...conditions('right' in clause ? clause.right : undefined)];
}

function leads(model: Model, object: string, [head = '', ...rest]: readonly string[]): boolean {
  const fields = model.objects.get(object);
  if (rest.length === 0)
    return (
      Boolean(fields?.has(head) ?? TEST_FIELDS[object]?.includes(head)) ||
      Boolean(TEST_FIELDS[object]?.includes(head))
    );
  const lookup = [...(fields?.values() ?? [])].find(
    ({ name }) => name === head.replace(/__r$/, '__c') || name === `${head}Id`,
  );
  return Boolean(lookup?.referenceTo) && leads(model, lookup!.referenceTo!, rest);
}
