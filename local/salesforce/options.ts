import { parseArgs } from 'node:util';

/** The command line of the deployment. */
export interface DeployOptions {
  readonly org: string;
  readonly serverUrl: string;
  readonly integrationUser?: string;
  /** The users to assign permission sets to, by the name of the set without "Dealside_". */
  readonly people: readonly { readonly set: string; readonly username: string }[];
  readonly certificate: string;
  /** The folder for key and certificate. */
  readonly outDir: string;
  readonly isDryRun: boolean;
  readonly withOrgSettings: boolean;
  readonly withGerman: boolean;
  readonly withDashboards: boolean;
  /** Whether to also add new seeds to an org that has its own policy. */
  readonly withNewSeeds: boolean;
}

const SETS: Record<string, string> = {
  supervisors: 'Supervisor',
  coaches: 'Coach',
  specialists: 'Specialist',
  investigators: 'Investigator',
  qa: 'QA',
  reps: 'Rep',
  revops: 'RevOps',
  admins: 'Admin',
};

/** The help text. */
export const USAGE = `npm run salesforce:deploy -- --target-org <alias> --server-url <https://…> [more]

  --target-org        the org, as "sf org login web" knows it
  --server-url        where the Dealside server is reached, https
  --integration-user  username of the user whom the server signs in as
  --supervisors, --coaches, --specialists, --investigators, --qa, --reps, --revops, --admins
                      usernames, with commas between, who get the permission set
  --certificate       name of the certificate that signs sessions (Dealside_Session)
  --out               where key and configuration are written (.dealside/salesforce)
  --no-org-settings   leave microphone and translation settings of the org alone
  --no-german         without the German texts
  --no-dashboards     without the three dashboards, for an org that has no room for them
  --new-seeds         lay also the shipped reasons, scripts and other records that the org lacks;
                      without it, only those of which the org has none of their type
  --dry-run           print the plan and change nothing
`;

/** Reads the command line; returns a line for every fault. */
export function readOptions(
  args: readonly string[],
  defaultOut: string,
): { options: DeployOptions } | { faults: string[] } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      strict: true,
      options: {
        'target-org': text,
        'server-url': text,
        'integration-user': text,
        certificate: text,
        out: text,
        'dry-run': flag,
        'no-org-settings': flag,
        'no-german': flag,
        'no-dashboards': flag,
        'new-seeds': flag,
        ...Object.fromEntries(Object.keys(SETS).map((name) => [name, text])),
      },
    }));
  } catch (error) {
    return { faults: [(error as Error).message] };
  }
  const given = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const serverUrl = given('server-url').replace(/\/$/, '');
  const faults = [
    ...(given('target-org') ? [] : ['--target-org is missing']),
    ...(/^https:\/\/[^/\s]+(\/\S*)?$/.test(serverUrl)
      ? []
      : ['--server-url must be an https address']),
    ...(/^[A-Za-z]\w*$/.test(given('certificate') || 'Dealside_Session')
      ? []
      : ['--certificate must be the API name of a certificate']),
  ];
  if (faults.length > 0) return { faults };
  return {
    options: {
      org: given('target-org'),
      serverUrl,
      certificate: given('certificate') || 'Dealside_Session',
      outDir: given('out') || defaultOut,
      ...(given('integration-user') && { integrationUser: given('integration-user') }),
      people: Object.entries(SETS).flatMap(([name, set]) =>
        given(name)
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean)
          .map((username) => ({ set, username })),
      ),
      isDryRun: values['dry-run'] === true,
      withOrgSettings: values['no-org-settings'] !== true,
      withGerman: values['no-german'] !== true,
      withDashboards: values['no-dashboards'] !== true,
      withNewSeeds: values['new-seeds'] === true,
    },
  };
}
