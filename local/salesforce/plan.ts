import type { DeployOptions } from './options.ts';

/**
 * One call of the sf CLI. If a step with `byHand` fails, the deployment continues and shows
 * `byHand`.
 */
export interface Step {
  readonly title: string;
  readonly args: readonly string[];
  readonly byHand?: string;
  /** The arguments when the org refuses those above. */
  readonly otherwise?: readonly string[];
}

/** Stands for the id of the validation, which the org names when it has ended. */
export const VALIDATION = '<validation>';

const WAIT_MINUTES = '30';
/** The Apex script of the install check. */
export const CHECK_SCRIPT = 'scripts/apex/installCheck.apex';

/**
 * The steps in order: settings that others need, the package with its tests and any seeds, the
 * server's client app, parts for some orgs only, translations, permission sets, the install check.
 */
export function planOf(
  { org, integrationUser, people, withOrgSettings, withGerman }: DeployOptions,
  testClasses: readonly string[],
  seeds: number,
): Step[] {
  const target = ['--target-org', org];
  const tests = [
    '--test-level',
    'RunSpecifiedTests',
    ...testClasses.flatMap((name) => ['--tests', name]),
  ];
  // Types and their first records are deployed together, because tests see both.
  const laid = seeds > 0 ? ['--source-dir', 'seeds'] : [];
  const sent = (how: 'start' | 'validate', part: string, ...more: string[]): string[] => [
    'project',
    'deploy',
    how,
    '--source-dir',
    `force-app/main/${part}`,
    ...(part === 'default' ? laid : []),
    ...target,
    '--wait',
    WAIT_MINUTES,
    ...more,
  ];
  const deploy = (part: string, ...more: string[]): string[] => sent('start', part, ...more);
  const assign = (set: string, username: string): Step => ({
    title: `Assign Dealside_${set} to ${username}`,
    args: [
      'org',
      'assign',
      'permset',
      '--name',
      `Dealside_${set}`,
      '--on-behalf-of',
      username,
      ...target,
    ],
    byHand: `Setup, Permission Sets, Dealside ${set}, Manage Assignments: add ${username}.`,
  });
  return [
    {
      title: 'Validate the package, with its tests, without saving',
      args: sent('validate', 'default', ...tests),
    },
    // Any deployment ends a validation, so nothing is deployed between the two.
    {
      title: 'Deploy what was validated, without running the tests again',
      args: [
        ...['project', 'deploy', 'quick', '--job-id', VALIDATION],
        ...target,
        ...['--wait', WAIT_MINUTES],
      ],
      otherwise: deploy('default', ...tests),
    },
    ...(withOrgSettings
      ? [
          {
            title: 'Let trusted sites use the microphone, and switch translations on',
            args: deploy('org'),
            byHand:
              'Setup, Session Settings: switch on "Include Permissions-Policy HTTP header" and set Microphone to "Trusted URLs Only". Setup, Translation Settings: Enable.',
          },
        ]
      : []),
    {
      title: 'Let the server in by its client app',
      args: deploy('access'),
      byHand:
        'Setup, External Client App Manager, New: see docs/DEPLOY.md, "The client app by hand".',
    },
    {
      title: 'Let the server read skills',
      args: deploy('skills'),
      byHand:
        'Nothing, unless rules of your policy are about skills: then switch on service resources (Field Service, Scheduler, or routing by skills), and run this again.',
    },
    ...(withGerman
      ? [
          {
            title: 'Deploy the German texts',
            args: deploy('german'),
            byHand:
              'Setup, Translation Language Settings: add German, then run this again. Everything else works without.',
          },
        ]
      : []),
    ...(integrationUser
      ? [assign('Integration', integrationUser), assign('Integration_Skills', integrationUser)]
      : []),
    ...people.map(({ set, username }) => assign(set, username)),
    {
      title: 'Check what is still to be done',
      args: ['apex', 'run', '--file', CHECK_SCRIPT, ...target],
      byHand: 'Run DealsideInstallCheck.run() in the Developer Console.',
    },
  ];
}
