import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../../server/domain/call/language.ts';
import { SCORECARD_FAULTS } from '../../../../server/domain/call/scorecardFaults.ts';
import {
  checkSetup,
  setupWords,
  type SetupFinding,
} from '../../../../server/domain/setup/checkSetup.ts';
import type { SetupFacts } from '../../../../server/domain/setup/setupFacts.ts';
import { SURVEY_RULES, type SurveyRule } from '../../../../server/domain/survey/survey.ts';
import type { SetupCheckId } from '../../../../server/domain/texts/setupTexts.ts';
import { TEXTS } from '../../../../server/domain/texts/texts.ts';

const NOW = '2026-11-20T12:00:00.000Z';
const URL = 'https://calls.example.com';
const INBOUND = `${URL}/telephony/inbound`;

/** An org in which everything is in place. */
const READY: SetupFacts = {
  now: NOW,
  publicUrl: URL,
  neededPackage: { version: '1.2.0', sources: 'a1b2c3d4e5f6' },
  deployedPackage: { version: '1.2.0', sources: 'a1b2c3d4e5f6' },
  settings: { serverUrl: `${URL}/`, certificateName: 'Dealside_Session' },
  certificateUntil: '2027-11-20T12:00:00.000Z',
  setsThatNobodyHolds: [],
  accessGaps: [],
  missingNotifications: [],
  calendars: 'ready',
  numbers: [{ number: '+15005550100', asksAt: INBOUND }, { number: '+12065550100' }],
  unknownCallers: { group: 'New_Business', users: 3 },
  callbacks: { lastAt: '2026-11-20T11:00:00.000Z', lastCallAt: '2026-11-20T10:59:00.000Z' },
  audioCheck: {
    lastStatus: 'passed',
    lastAt: '2026-11-20T11:30:00.000Z',
    passedAt: '2026-11-20T11:30:00.000Z',
  },
  policy: { version: 'abc', isRefused: false },
  outbox: { waiting: 2, deadLetters: 0, oldestAt: '2026-11-20T11:59:00.000Z' },
  apiLimit: { used: 100, limit: 100_000 },
  openIncidents: 0,
  soundRelays: 'ready',
  outcomeFiles: 'ready',
  survey: { status: 'read', object: 'Call_Survey__c', joined: 3, apart: 1, readAt: NOW },
  scorecard: { status: 'read', items: 4 },
};

const FAULTY_CARD = { status: 'faulty', item: 'Listening', field: 'Weight__c', count: 1 } as const;

const faultySurvey = (rule: SurveyRule, field: string, value: string): Partial<SetupFacts> => ({
  survey: { status: 'faulty', rule, field, value },
});

const findingOf = (check: SetupCheckId, facts: Partial<SetupFacts>): SetupFinding =>
  checkSetup({ ...READY, ...facts }).find((one) => one.check === check)!;

/** What is missing, which check finds it, and what an administrator reads of it. */
const FAULTS: readonly [
  what: string,
  check: SetupCheckId,
  facts: Partial<SetupFacts>,
  code: string,
  says: RegExp,
][] = [
  [
    'no server address',
    'server_url',
    { settings: {} },
    'not_set',
    /set Server URL to https:\/\/calls/,
  ],
  [
    'an address that is not encrypted',
    'server_url',
    { settings: { serverUrl: 'http://calls.example.com' } },
    'not_https',
    /must begin with https/,
  ],
  [
    'the address of another server',
    'server_url',
    { settings: { serverUrl: 'https://staging.example.com' } },
    'differs',
    /staging\.example\.com, but this server is https:\/\/calls/,
  ],
  [
    'no certificate',
    'certificate',
    { settings: { serverUrl: URL } },
    'not_named',
    /name the signing/,
  ],
  [
    'a certificate that has expired',
    'certificate',
    { certificateUntil: NOW },
    'expired',
    /expired on Nov 20, 2026/,
  ],
  [
    'a certificate that soon expires',
    'certificate',
    { certificateUntil: '2026-12-19T12:00:00.000Z' },
    'expires_soon',
    /expires on Dec 19, 2026.*configure the server with both/,
  ],
  [
    'an older package',
    'package_version',
    { deployedPackage: { version: '1.1.9', sources: '0a1b2c3d4e5f' } },
    'package_older',
    /package is version 1\.1\.9, the server is 1\.2\.0\. Deploy/,
  ],
  [
    'a package that was changed without another version',
    'package_version',
    { deployedPackage: { version: '1.2.0', sources: '0a1b2c3d4e5f' } },
    'differs',
    /has the sources 0a1b2c3d4e5f, the server was delivered with a1b2c3d4e5f6/,
  ],
  [
    'a package that does not say its version',
    'package_version',
    { deployedPackage: 'unnamed' },
    'unnamed',
    /The server needs 1\.2\.0\. Deploy/,
  ],
  [
    'an older server',
    'package_version',
    { deployedPackage: { version: '2.0.0', sources: '0a1b2c3d4e5f' } },
    'server_older',
    /still 1\.2\.0\. Update the server/,
  ],
  [
    'a permission set that nobody holds',
    'permission_sets',
    { setsThatNobodyHolds: ['Dealside_Rep', 'Dealside_Supervisor'] },
    'nobody_holds',
    /no one holds Dealside_Rep, Dealside_Supervisor/,
  ],
  [
    'users that are not seen',
    'integration_access',
    { accessGaps: ['users'] },
    'users',
    /all users/,
  ],
  ['roles that are not read', 'integration_access', { accessGaps: ['setup'] }, 'setup', /roles/],
  [
    'skills that are not read',
    'integration_access',
    { accessGaps: ['skills'] },
    'skills',
    /skills/,
  ],
  ['events that are not read', 'calendars', { calendars: 'not_read' }, 'not_read', /events/],
  [
    'events that cannot be booked',
    'calendars',
    { calendars: 'not_edited' },
    'not_edited',
    /Edit Events/,
  ],
  [
    'calendars that are not seen from above',
    'calendars',
    { calendars: 'no_role' },
    'no_role',
    /give it a role above/,
  ],
  [
    'a notification type that is not there',
    'notifications',
    { missingNotifications: ['Dealside_Coaching'] },
    'missing',
    /Dealside_Coaching is missing/,
  ],
  ['no number', 'phone_numbers', { numbers: [] }, 'none', /lists no number/],
  [
    'a number whose calls go elsewhere',
    'phone_numbers',
    { numbers: [{ number: '+15005550100', asksAt: '' }] },
    'elsewhere',
    /\+1 500 555 0100.*Webhook, https:\/\/calls\.example\.com\/telephony\/inbound/,
  ],
  [
    'no group for unknown callers',
    'unknown_callers',
    { unknownCallers: { users: 0, notifiedInstead: 'Ada Novak' } },
    'no_group',
    /No phone rings.*Ada Novak gets a task.*name a queue or public group/,
  ],
  [
    'a group for unknown callers that has no users',
    'unknown_callers',
    { unknownCallers: { group: 'New_Business', users: 0, notifiedInstead: 'Ada Novak' } },
    'nobody_in_it',
    /New_Business has no users as members.*Ada Novak gets a task/,
  ],
  [
    'neither a group for unknown callers nor an administrator',
    'unknown_callers',
    { unknownCallers: { users: 0 } },
    'nobody_told',
    /hear that no one can take the call, and leave no task.*Dealside Admin/,
  ],
  ['no report of the carrier', 'callbacks', { callbacks: {} }, 'none_yet', /Place a test call/],
  [
    'reports that have stopped',
    'callbacks',
    {
      callbacks: { lastAt: '2026-11-19T11:00:00.000Z', lastCallAt: '2026-11-20T11:00:00.000Z' },
    },
    'stopped',
    /last reported on Nov 19, 2026.*must be able to reach https:\/\/calls/,
  ],
  ['no audio check', 'audio_check', { audioCheck: {} }, 'never', /never run/],
  [
    'an audio check that failed',
    'audio_check',
    { audioCheck: { ...READY.audioCheck, lastStatus: 'failed' } },
    'failed',
    /failed on Nov 20/,
  ],
  [
    'an audio check that could not run',
    'audio_check',
    { audioCheck: { ...READY.audioCheck, lastStatus: 'not_run' } },
    'not_run',
    /couldn't run/,
  ],
  [
    'an audio check of the day before yesterday',
    'audio_check',
    {
      audioCheck: {
        lastStatus: 'passed',
        lastAt: '2026-11-18T12:00:00.000Z',
        passedAt: '2026-11-18T12:00:00.000Z',
      },
    },
    'old',
    /last passed on Nov 18/,
  ],
  ['no policy', 'policy', { policy: { isRefused: false } }, 'none', /no one can join/],
  [
    'a policy with faults',
    'policy',
    { policy: { version: 'abc', isRefused: true } },
    'refused',
    /version abc stays in force/,
  ],
  [
    'records that were rejected',
    'sync',
    { outbox: { waiting: 0, deadLetters: 1_200 } },
    'dead_letters',
    /rejected 1,200 records/,
  ],
  [
    'a record that was rejected',
    'sync',
    { outbox: { waiting: 0, deadLetters: 1 } },
    'dead_letter',
    /rejected 1 record\./,
  ],
  [
    'a record that has waited for long',
    'sync',
    { outbox: { waiting: 1, deadLetters: 0, oldestAt: '2026-11-20T11:40:00.000Z' } },
    'one_waits',
    /1 record has waited since Nov 20/,
  ],
  [
    'records that have waited for long',
    'sync',
    { outbox: { waiting: 3, deadLetters: 0, oldestAt: '2026-11-20T11:40:00.000Z' } },
    'waits',
    /3 records have waited since Nov 20/,
  ],
  [
    'a daily limit that is nearly used up',
    'api_limit',
    { apiLimit: { used: 80_000, limit: 100_000 } },
    'near',
    /80,000 of 100,000/,
  ],
  ['an open incident', 'incidents', { openIncidents: 1 }, 'one_open', /1 contradiction .* is open/],
  ['open incidents', 'incidents', { openIncidents: 2 }, 'open', /2 contradictions .* are open/],
  [
    'relays of which none answers',
    'sound_relays',
    { soundRelays: 'failing' },
    'failing',
    /calls have no sound until one does/,
  ],
  [
    'files of outcomes that cannot be left',
    'outcome_files',
    { outcomeFiles: 'failing' },
    'failing',
    /log says why/,
  ],
  [
    'answers of customers that belong to no call',
    'survey',
    { survey: { status: 'read', object: 'Survey__c', joined: 0, apart: 20, readAt: NOW } },
    'none_joined',
    /None of 20 answers in Survey__c/,
  ],
  ...SCORECARD_FAULTS.map((code): (typeof FAULTS)[number] => [
    `a scorecard record that is ${code}`,
    'scorecard',
    { scorecard: { ...FAULTY_CARD, code } },
    code,
    /Dealside Scorecard Item: Listening: Weight__c .* the last scorecard without a fault is used; if there was none, .*\.$/,
  ]),
  ...SURVEY_RULES.map((rule): (typeof FAULTS)[number] => [
    `a survey that breaks the rule ${rule}`,
    'survey',
    faultySurvey(rule, 'Score_Field__c', 'Points__c'),
    rule,
    /Dealside Survey: /,
  ]),
];

describe('the setup of an org', () => {
  it('is green where everything is in place', () =>
    assert.deepEqual(
      checkSetup(READY).filter(({ status }) => status !== 'ok'),
      [],
    ));

  for (const [what, check, facts, code, says] of FAULTS)
    it(`with ${what} says what to do`, () => {
      const finding = findingOf(check, facts);
      assert.equal(finding.status === 'todo' ? finding.code : finding.status, code);
      assert.match(setupWords(finding, 'en', 'UTC').text, says);
    });

  it('says nothing of relays where the org has none', () =>
    assert.equal(findingOf('sound_relays', { soundRelays: 'not_set' }), undefined));

  it('says nothing of files of outcomes where no place is set for them', () =>
    assert.equal(findingOf('outcome_files', { outcomeFiles: 'not_set' }), undefined));

  it('says nothing of a survey where none is mapped', () =>
    assert.equal(findingOf('survey', { survey: { status: 'none' } }), undefined));

  it('names the field of a survey and what it must be', () => {
    const finding = findingOf('survey', faultySurvey('not_a_number', 'Score_Field__c', 'Name'));
    assert.match(
      setupWords(finding, 'en', 'UTC').text,
      /Score_Field__c is Name, which must be a number field/,
    );
  });

  it('shows each remedy that there is to somebody', () => {
    const remedies = Object.entries(TEXTS.en.setup.checks).flatMap(([check, { remedies: known }]) =>
      Object.keys(known).map((code) => `${check} ${code}`),
    );
    assert.deepEqual(
      FAULTS.map(([, check, , code]) => `${check} ${code}`).toSorted(),
      remedies.toSorted(),
    );
  });

  it('is unknown, and never green, where nothing could be read', () => {
    const { now, publicUrl } = READY;
    assert.deepEqual(
      new Set(checkSetup({ now, publicUrl }).map(({ status }) => status)),
      new Set(['unknown']),
    );
    assert.equal(findingOf('integration_access', { accessGaps: ['unknown'] }).status, 'unknown');
  });

  it('leaves no place of a text unfilled, in any language', () => {
    const findings = [
      ...checkSetup(READY),
      ...FAULTS.map(([, check, facts]) => findingOf(check, facts)),
    ];
    for (const language of LANGUAGES)
      for (const finding of findings)
        assert.doesNotMatch(
          setupWords(finding, language, 'Europe/Berlin').text,
          /[{}]| {2}|undefined/,
        );
  });

  it('takes a call of this minute for no sign that reports have stopped', () =>
    assert.equal(
      findingOf('callbacks', {
        callbacks: { lastAt: '2026-11-20T11:00:00.000Z', lastCallAt: '2026-11-20T11:59:30.000Z' },
      }).status,
      'ok',
    ));
});
