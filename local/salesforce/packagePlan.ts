import { CHECK_SCRIPT, type Step } from './plan.ts';

/** What to do with the unlocked package. */
export interface PackageTask {
  readonly kind: 'create' | 'version' | 'scratch';
  /** The alias of the Dev Hub. */
  readonly devHub: string;
  /** The URL of the server of this package. Each version is for one server. */
  readonly serverUrl: string;
  readonly isDryRun: boolean;
}

export const PACKAGE = 'Dealside';
const SCRATCH = 'dealside-scratch';
const WAIT_MINUTES = '60';
/** Sample records of a scratch org, in the order in which they refer to each other. */
export const SAMPLE_PLAN = 'config/sample/plan.json';

/** The calls of the sf CLI, in their order. */
export function packagePlan({ kind, devHub }: PackageTask): Pick<Step, 'title' | 'args'>[] {
  const hub = ['--target-dev-hub', devHub];
  const org = ['--target-org', SCRATCH];
  switch (kind) {
    case 'create':
      return [
        {
          title: 'Create the unlocked package',
          args: [
            ...['package', 'create', '--name', PACKAGE, '--package-type', 'Unlocked'],
            ...['--path', 'force-app/main/default', ...hub],
          ],
        },
      ];
    case 'version':
      return [
        {
          title: 'Create a version, with its tests',
          args: [
            ...['package', 'version', 'create', '--package', PACKAGE, '--code-coverage'],
            ...['--installation-key-bypass', '--wait', WAIT_MINUTES, ...hub],
          ],
        },
      ];
    case 'scratch':
      return [
        {
          title: 'Create a scratch org',
          args: [
            ...['org', 'create', 'scratch', '--definition-file', 'config/project-scratch-def.json'],
            ...['--alias', SCRATCH, '--duration-days', '14', ...hub],
          ],
        },
        ...['default', 'org', 'german'].map((part) => ({
          title: `Deploy force-app/main/${part}`,
          args: ['project', 'deploy', 'start', '--source-dir', `force-app/main/${part}`, ...org],
        })),
        {
          title: 'Assign Dealside_Admin',
          args: ['org', 'assign', 'permset', '--name', 'Dealside_Admin', ...org],
        },
        {
          title: 'Import the sample records',
          args: ['data', 'import', 'tree', '--plan', SAMPLE_PLAN, ...org],
        },
        {
          title: 'Check what is still to be done',
          args: ['apex', 'run', '--file', CHECK_SCRIPT, ...org],
        },
      ];
    default:
      return kind satisfies never;
  }
}
