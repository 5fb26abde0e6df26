import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn, runSf } from './sf.ts';

/** The names that people choose from in the filters of the dashboards. */
export interface FilterNames {
  readonly Queue: readonly string[];
  readonly Team: readonly string[];
}
type FilterName = keyof FilterNames;

const DASHBOARDS = 'force-app/main/default/dashboards/Dealside';
const SUFFIX = '.dashboard-meta.xml';
/** Where the org's own dashboards are read into, in the staged project. */
const KEPT = 'kept';
/** A filter has 50 options at the most, and two are there already. */
const MOST_NAMES = 48;

/** A record can have several queues in its field, and one manager. */
const OPERATOR: Record<FilterName, string> = { Queue: 'contains', Team: 'equals' };
const QUEUES = `SELECT Name name FROM Group WHERE Type = 'Queue' GROUP BY Name ORDER BY Name LIMIT ${MOST_NAMES}`;
const MANAGERS_OF_REPS = `SELECT Assignee.Manager.Name name FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Dealside_Rep' AND Assignee.IsActive = true AND Assignee.ManagerId != null GROUP BY Assignee.Manager.Name ORDER BY Assignee.Manager.Name LIMIT ${MOST_NAMES}`;
/** Before there are reps: those who manage the most people. */
const MANAGERS = `SELECT Manager.Name name FROM User WHERE IsActive = true AND ManagerId != null GROUP BY Manager.Name ORDER BY COUNT(Id) DESC LIMIT ${MOST_NAMES}`;

/** A comma separates values of a filter, so names with one cannot be chosen. */
const canBeChosen = (name: string): boolean => !/[",]/.test(name);

/** The org's queues and managers. Nothing where the org does not say. */
export async function namesInOrg(org: string, dir: string): Promise<FilterNames> {
  const named = async (query: string): Promise<string[]> => {
    const answer = await runSf(
      ['data', 'query', '--target-org', org, '--query', query],
      dir,
      process.env,
    );
    const { records = [] } = (answer.result ?? {}) as { records?: { name?: string }[] };
    return records.flatMap(({ name }) => (name && canBeChosen(name) ? [name] : []));
  };
  const ofReps = await named(MANAGERS_OF_REPS);
  return { Queue: await named(QUEUES), Team: ofReps.length > 0 ? ofReps : await named(MANAGERS) };
}

const dashboardNames = (dir: string): string[] =>
  readdirSync(join(dir, DASHBOARDS))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.replace(SUFFIX, ''));

/**
 * Adds the options that the org's dashboards have, and the names, to the filters of the staged
 * dashboards, which replace those of the org. Rejects where the org does not say what it has, because
 * what people have added would be lost.
 */
export async function addFilterOptions(
  org: string,
  dir: string,
  names: FilterNames,
): Promise<void> {
  const dashboards = dashboardNames(dir);
  const answer = await runSf(
    [
      ...['project', 'retrieve', 'start', '--target-org', org, '--output-dir', KEPT],
      ...dashboards.flatMap((name) => ['--metadata', `Dashboard:Dealside/${name}`]),
    ],
    dir,
    process.env,
  );
  const faults = answer.status === 0 ? [] : faultsIn(answer);
  if (faults.some((fault) => !IS_NOT_THERE.test(fault)))
    throw new Error(
      `The org did not say which choices the filters of its dashboards have: ${faults.join('; ')}`,
    );
  const kept = existsSync(join(dir, KEPT))
    ? readdirSync(join(dir, KEPT), { recursive: true, encoding: 'utf8' })
    : [];
  for (const name of dashboards) {
    const file = join(dir, DASHBOARDS, `${name}${SUFFIX}`);
    const before = kept.find((path) => path.endsWith(`${name}${SUFFIX}`));
    writeFileSync(
      file,
      withOptions(
        readFileSync(file, 'utf8'),
        names,
        before && readFileSync(join(dir, KEPT, before), 'utf8'),
      ),
    );
  }
}

/** What the CLI says of a dashboard that an org does not have yet. */
const IS_NOT_THERE = /cannot be found|nothing retrieved/i;

const FILTER = /<dashboardFilters>[\s\S]*?<\/dashboardFilters>/g;
const OPTION = /<dashboardFilterOptions>[\s\S]*?<\/dashboardFilterOptions>/g;
const HAS_VALUE = /<values>[^<]/;
const filterIn = (xml: string, name: string): string | undefined =>
  xml.match(FILTER)?.find((filter) => filter.includes(`<name>${name}</name>`));
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Options are the same whatever the white space in them. */
const compact = (option: string): string => option.replace(/>\s+</g, '><');

/** A dashboard with the options of `before` that it lacks, and with those for these names. */
function withOptions(xml: string, names: FilterNames, before = ''): string {
  return xml.replace(FILTER, (filter) => {
    const name = /<name>(\w+)<\/name>/.exec(filter)?.[1];
    if (name !== 'Queue' && name !== 'Team') return filter;
    const options = new Set((filter.match(OPTION) ?? []).map(compact));
    const there = options.size;
    for (const option of filterIn(before, name)?.match(OPTION) ?? [])
      if (HAS_VALUE.test(option)) options.add(compact(option));
    for (const one of names[name])
      options.add(
        `<dashboardFilterOptions><operator>${OPERATOR[name]}</operator><values>${escaped(one)}</values></dashboardFilterOptions>`,
      );
    const added = [...options].slice(there, there + MOST_NAMES);
    return filter.replace(`<name>${name}</name>`, `${added.join('')}<name>${name}</name>`);
  });
}
