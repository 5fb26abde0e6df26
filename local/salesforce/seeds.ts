import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runSf, faultsIn } from './sf.ts';

const SUFFIX = '.md-meta.xml';
/** The CLI's errors for a query of a type that the org does not have yet. */
const NO_TYPE = /INVALID_TYPE|sObject type '[^']+' is not supported/;

export const SETTING = 'Dealside_Setting.Default';

/** The names of the seeds, such as Dealside_Outcome.saved. */
export const seedNames = (root: string): string[] =>
  readdirSync(join(root, 'seeds/customMetadata'))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => basename(file, SUFFIX))
    .toSorted();

export const seedFile = (dir: string, name: string): string =>
  join(dir, 'seeds/customMetadata', `${name}${SUFFIX}`);

const typeOf = (name: string): string => name.split('.')[0]!;

/**
 * The seeds to add to an org with these records: those of types of which it has no record, and if
 * `withNew` is set, the others that it lacks. Existing records belong to the customer and are never
 * replaced.
 */
export function seedsToLay(
  seeds: readonly string[],
  inOrg: readonly string[],
  { withNew }: { withNew: boolean },
): string[] {
  const [known, types] = [new Set(inOrg), new Set(inOrg.map(typeOf))];
  return seeds.filter((name) => !types.has(typeOf(name)) || (withNew && !known.has(name)));
}

interface Found {
  readonly records: readonly { readonly DeveloperName: string; readonly Server_Url__c?: string }[];
}

/**
 * Asks the org for its records of the types of these seeds, and for the server that its setting
 * names.
 */
export async function recordsInOrg(
  seeds: readonly string[],
  org: string,
  dir: string,
): Promise<{ names: string[]; serverUrl?: string } | { fault: string }> {
  const names: string[] = [];
  let serverUrl: string | undefined;
  for (const type of new Set(seeds.map(typeOf))) {
    const more = type === typeOf(SETTING) ? ', Server_Url__c' : '';
    const answer = await runSf(
      [
        ...['data', 'query', '--target-org', org],
        ...['--query', `SELECT DeveloperName${more} FROM ${type}__mdt`],
      ],
      dir,
      process.env,
    );
    if (answer.status !== 0) {
      const fault = faultsIn(answer).join('; ');
      if (NO_TYPE.test(`${answer.name} ${fault}`)) continue;
      return { fault: `The org ${org} did not say which ${type} records it has: ${fault}` };
    }
    for (const record of (answer.result as Partial<Found> | undefined)?.records ?? []) {
      names.push(`${type}.${record.DeveloperName}`);
      if (`${type}.${record.DeveloperName}` === SETTING) serverUrl = record.Server_Url__c;
    }
  }
  return { names, ...(serverUrl && { serverUrl }) };
}
