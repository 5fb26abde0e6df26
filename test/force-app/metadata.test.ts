import assert from 'node:assert/strict';
import { SHIPPED_RULES } from '../../server/domain/alerts/shipped.ts';
import { bundles, exists, filesBelow, namesIn, read, sources, texts } from './package.ts';

const missing = (wanted: readonly string[], known: readonly string[]): string[] =>
  wanted.filter((name) => !known.includes(name));
describe('a permission set', () => {
  it('gives each role the modes it has, and no other (D17, D18, D20)', () => {
    const granted = (role: string): string[] =>
      [
        ...read(`permissionsets/Dealside_${role}.permissionset-meta.xml`).matchAll(
          /<customPermissions>[\s\S]*?<name>Dealside_(\w+)<\/name>/g,
        ),
      ]
        .map((match) => match[1]!)
        .sort();
    assert.deepEqual(
      Object.fromEntries(
        [
          'Supervisor',
          'QA',
          'Coach',
          'Specialist',
          'Investigator',
          'Rep',
          'Admin',
          'RevOps',
          'Integration',
        ].map((role) => [role, granted(role)]),
      ),
      {
        Supervisor: ['Barge', 'Monitor', 'Takeover', 'Whisper'],
        QA: ['All_Calls', 'Monitor', 'Whisper'],
        Coach: ['Monitor', 'Whisper'],
        Specialist: ['Monitor', 'Whisper'],
        Investigator: ['All_Calls', 'Monitor'],
        Rep: ['Take_Calls'],
        Admin: ['Administer', 'All_Calls', 'Monitor'],
        RevOps: ['Read_Outcomes'],
        Integration: [],
      },
    );
  });
});

describe('a custom label', () => {
  const labels = read('labels/CustomLabels.labels-meta.xml');
  const known = texts(labels, 'fullName');
  const code = sources('ts').map(read).join('\n');
  const apex = filesBelow('classes').map(read).join('\n');
  const imported = [...code.matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g)];

  it('exists for each that a component imports', () => {
    assert.deepEqual(
      missing(
        imported.map((match) => match[2]!),
        known,
      ),
      [],
    );
  });

  it('is used if it exists', () => {
    assert.deepEqual(
      missing(
        known,
        imported.map((match) => match[2]!),
      ).filter((name) => !apex.includes(`System.Label.${name}`)),
      [],
    );
  });

  it('is shown somewhere if it is imported', () => {
    const used = code + sources('html').map(read).join('\n');
    assert.deepEqual(
      imported
        .map((match) => match[1]!)
        .filter((key) => !new RegExp(`labels\\.${key}\\b`).test(used)),
      [],
    );
  });
});

/**
 * Labels that read the same in German: names, places to fill alone, and words that German took
 * over.
 */
const SAME_IN_GERMAN = [
  'AlertCompliance',
  'AlertInfo',
  'AlertRulesName',
  'AlertRulesVersion',
  'AlertSeconds',
  'AttentionPart',
  'ConnectionLive',
  'CalibrationScore',
  'CallListAccounts',
  'CallListLeads',
  'CallListName',
  'CallListOpportunities',
  'CallLive',
  'Details',
  'SoftphoneTitle',
  'LatencyServer',
  'AuditSystem',
  'PolicyFault',
  'ReceiptNeutral',
  'TextFrom',
  'PermissionsPerson',
  'OutcomesPerson',
  'OutcomesTeam',
  'OutcomesCallsDeal',
  'OutcomesDealsMedian',
  'OutcomesDealsMedianBetween',
  'OutcomesDealsOfCurrency',
  'OutcomesSavedShare',
  'OutcomesTile',
  'OutcomesWorthSeconds',
  'SimPerson',
  'SimCallWhoWays',
  'SimConsentRule',
  'FieldName',
  'FieldReachTeam',
  'FieldDemandPin',
  'FieldDemandPasskey',
  'FieldNoticeBanner',
  'FinishedLasted',
  'HomeReportsDashboard',
  'SetupPerson',
  'CheckpointSalesforce',
  'DaysMeasuredAlone',
  'RatedTitle',
  'WaitingSeconds',
].map((name) => `Dealside_${name}`);

const ODD =
  /\b(can ?not|do not|does not|is not|are not|has not|have not|will not|organisation|cancelled|nobody|somebody|everybody|whoever|any more|louder)\b|’/i;

describe('the words of the screens', () => {
  const pairs = (xml: string, element: string, name: string, text: string): Map<string, string> =>
    new Map(
      [...xml.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))].map(
        ([, block]) => [texts(block!, name)[0]!, texts(block!, text)[0]!],
      ),
    );
  const english = pairs(read('labels/CustomLabels.labels-meta.xml'), 'labels', 'fullName', 'value');
  const german = pairs(
    read('../german/translations/de.translation-meta.xml'),
    'customLabels',
    'name',
    'label',
  );

  it('are German in German', () => {
    assert.deepEqual(
      [...english]
        .filter(([name, text]) => german.get(name) === text)
        .map(([name]) => name)
        .sort(),
      [...SAME_IN_GERMAN].sort(),
    );
  });

  it('are those that Salesforce writes for the US: contractions, one straight apostrophe, no "whoever"', () => {
    assert.deepEqual(
      [...english].filter(([, text]) => ODD.test(text)),
      [],
    );
  });

  it('are so in the names of shipped alert rules and of the kinds of rules', () => {
    const kinds = read('objects/Dealside_Alert_Rule__mdt/fields/Kind__c.field-meta.xml');
    const names = [...SHIPPED_RULES.rules.map(({ label }) => label), ...texts(kinds, 'label')];
    assert.ok(names.includes('Still waiting for help'));
    assert.deepEqual(
      names.filter((name) => ODD.test(name)),
      [],
    );
  });
});

describe('a component', () => {
  const tagOf = (bundle: string): string =>
    `c-${bundle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

  it('has its metadata', () => {
    assert.deepEqual(
      bundles().filter((bundle) => !exists(`lwc/${bundle}/${bundle}.js-meta.xml`)),
      [],
    );
  });

  it('has a table of its own only where uiDataTable has no cell for it, as decision 015 says', () => {
    const withTable = sources('html')
      .filter((path) => /<table\b/.test(read(path)))
      .map((path) => path.split('/')[1])
      .sort();
    assert.deepEqual(withTable, [
      'adminCoverageHeatmap',
      'callList',
      'coachingScores',
      'uiDataTable',
    ]);
  });

  it('uses only components and modules of the package', () => {
    const used = sources('html').flatMap((path) =>
      [...read(path).matchAll(/<(c-[a-z-]+)/g)].map((match) => match[1]!),
    );
    assert.deepEqual(missing(used, bundles().map(tagOf)), []);
    const imported = sources('ts').flatMap((path) =>
      [...read(path).matchAll(/from 'c\/(\w+)'/g)].map((match) => match[1]!),
    );
    assert.deepEqual(missing(imported, bundles()), []);
  });

  it('imports only what the platform has', () => {
    const imported = sources('ts').flatMap((path) =>
      [...read(path).matchAll(/from '([^']+)'/g)].map((match) => match[1]!),
    );
    assert.deepEqual(
      imported.filter(
        (name) => !/^(lwc$|lightning\/|@salesforce\/|c\/|\.\/\w+(\.html)?$)/.test(name),
      ),
      [],
    );
    const permissions = imported.flatMap(
      (name) => /^@salesforce\/customPermission\/(\w+)/.exec(name)?.[1] ?? [],
    );
    assert.deepEqual(missing(permissions, namesIn('customPermissions')), []);
    const classes = imported.flatMap((name) => /^@salesforce\/apex\/(\w+)\./.exec(name)?.[1] ?? []);
    assert.deepEqual(missing(classes, namesIn('classes')), []);
  });

  it('has no text of its own in its template', () => {
    const written = sources('html').flatMap((path) =>
      [...read(path).matchAll(/>([^<]+)</g)]
        .map((match) => match[1]!.replace(/\{[\w.]+\}/g, '').trim())
        .filter((text) => /[a-z]/i.test(text))
        .map((text) => `${path}: ${text}`),
    );
    assert.deepEqual(written, []);
  });

  it('has no color that cannot be themed', () => {
    const hard = sources('css').flatMap((path) =>
      read(path)
        .split('\n')
        .filter((line) => /#[0-9a-f]{3,8}\b/i.test(line) && !/var\(--slds-g-/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    assert.deepEqual(hard, []);
  });
});
