import assert from 'node:assert/strict';
import { compiledWith, type Finding, type Plant } from './plantedSources.ts';

/**
 * What stands in the server and the softphone in memory alone: one of each kind of thing, handled
 * nowhere.
 */
const IN_SERVER: readonly Plant[] = [
  {
    folder: 'server/domain/call',
    before: 'const DEFINITIONS = {',
    after:
      "const DEFINITIONS = {\n  listen_to_rep: { heardBy: [], rep: 'talks', needsReason: false },",
  },
  {
    folder: 'softphone/src',
    before: 'export const MODE_DEFINITIONS = {',
    after:
      "export const MODE_DEFINITIONS = {\n  softphone_only: { key: 'L', audibleTo: 'nobody', replacesRep: false, needsReason: false },",
  },
  {
    folder: 'server/domain/call',
    before: /(NOTICE_KINDS = \[[^\]]*)\] as const/,
    after: "$1, 'carrier_pigeon'] as const",
  },
  {
    folder: 'server/domain/call',
    before: 'export type CallEvent =',
    after:
      "export type CallEvent =\n  | { readonly type: 'ThoughtRead'; readonly thought: string; readonly at: string }",
  },
  {
    folder: 'server/ports',
    before: 'export interface CallQuery {',
    after: 'export interface CallQuery {\n  readonly accountId?: string;',
  },
  {
    folder: 'server/ports',
    before: 'export interface AuditQuery {',
    after: 'export interface AuditQuery {\n  readonly weekday?: string;',
  },
  {
    folder: 'server/domain/call',
    before: 'export const REFUSAL_CODES = [',
    after: "export const REFUSAL_CODES = [\n  'moon_is_full',",
  },
  {
    folder: 'server/domain/outbox',
    before: 'interface OutboxPayloads {',
    after: "interface OutboxPayloads {\n  'crm.weather': { readonly callId: string };",
  },
  {
    folder: 'server/http/routes',
    before: "action: 'DeadLetterRetried'",
    after: "action: 'LetterBurnt'",
  },
  { folder: 'server/http/routes', before: "'ReadDeadLetters'", after: "'PeekAtDeadLetters'" },
];

const LWC = 'force-app/main/default/lwc';

/** The same in the components, which are a program of their own. */
const IN_COMPONENTS: readonly Plant[] = [
  {
    folder: `${LWC}/callModel`,
    before: 'export const MODE_DEFINITIONS = {',
    after:
      "export const MODE_DEFINITIONS = {\n  component_only: { key: 'L', audibleTo: 'nobody', replacesRep: false, needsReason: false },",
  },
  {
    folder: `${LWC}/adminApi`,
    before: "export type NoticeKind = 'banner'",
    after: "export type NoticeKind = 'smoke_signal' | 'banner'",
  },
];

describe('what is handled nowhere does not compile:', () => {
  let found: readonly Finding[];

  before(() => {
    found = [
      ...compiledWith(IN_SERVER, {
        config: 'tsconfig.json',
        folders: [
          'server',
          'softphone/src',
          'test/support/memoryStore.ts',
          'test/force-app/views.test.ts',
        ],
        without: ['server/store/generated'],
      }),
      ...compiledWith(IN_COMPONENTS, {
        config: 'force-app/tsconfig.json',
        folders: [
          'force-app/types',
          ...['callModel', 'adminApi', 'adminPolicyRuleForm'].map((bundle) => `${LWC}/${bundle}`),
        ],
      }),
    ];
  });

  /** The files in which the compiler stops and names what was planted. */
  const placesOf = (name: string): string[] =>
    [
      ...new Set(found.filter(({ message }) => message.includes(name)).map(({ file }) => file)),
    ].toSorted();

  const CASES: readonly (readonly [what: string, name: string, places: readonly string[]])[] = [
    [
      'a mode of the server',
      'listen_to_rep',
      [
        'server/crm/policy/recordNames.ts',
        'server/domain/supervision/moveToCall.ts',
        'server/domain/texts/de/de.ts',
        'server/domain/texts/de/policy.ts',
        'server/domain/texts/en/en.ts',
        'server/domain/texts/en/policy.ts',
        'server/domain/texts/permissionNames.ts',
        'test/force-app/views.test.ts',
      ],
    ],
    [
      'a mode of the softphone',
      'softphone_only',
      ['softphone/src/texts/de.ts', 'softphone/src/texts/en.ts', 'test/force-app/views.test.ts'],
    ],
    [
      'a mode of the components',
      'component_only',
      ['force-app/main/default/lwc/callModel/callModel.ts'],
    ],
    [
      'a kind of notice',
      'carrier_pigeon',
      [
        'server/crm/policy/recordNames.ts',
        'server/domain/notices/playAnnouncements.ts',
        'server/domain/texts/de/policy.ts',
        'server/domain/texts/en/policy.ts',
        'test/force-app/views.test.ts',
      ],
    ],
    [
      'a kind of notice of the components',
      'smoke_signal',
      ['force-app/main/default/lwc/adminPolicyRuleForm/fields.ts'],
    ],
    [
      'an event, with the personal data it holds',
      'ThoughtRead',
      [
        'server/domain/audit/entries.ts',
        'server/domain/audit/eventDetails.ts',
        'server/domain/audit/personalFacts.ts',
        'server/domain/call/evolve.ts',
        'server/domain/call/evolveHelp.ts',
        'server/domain/outbox/outbox.ts',
        'server/domain/texts/de/auditActions.ts',
        'server/domain/texts/en/auditActions.ts',
      ],
    ],
    [
      'a filter of calls',
      'accountId',
      ['server/store/calls/callLists.ts', 'test/support/memoryStore.ts'],
    ],
    ['a filter of the audit', 'weekday', ['server/store/audit/auditTrail.ts']],
    [
      'a refusal',
      'moon_is_full',
      [
        'server/domain/texts/de/refusals.ts',
        'server/domain/texts/en/refusals.ts',
        'server/http/errors.ts',
      ],
    ],
    [
      'a topic of the outbox',
      'crm.weather',
      [
        'server/commands/jobs/deliverToCrm.ts',
        'server/domain/outbox/holdBack.ts',
        'server/domain/outbox/outbox.ts',
        'server/queue/stages.ts',
      ],
    ],
    ['an action of the audit', 'LetterBurnt', ['server/http/routes/deadLetters.ts']],
    [
      'an attempt that the audit does not know',
      'PeekAtDeadLetters',
      ['server/http/routes/deadLetters.ts'],
    ],
  ];

  for (const [what, name, places] of CASES)
    it(what, () => assert.deepEqual(placesOf(name), places));

  it('and nothing else stands in the way', () => {
    assert.deepEqual(
      found.filter(({ file }) => !CASES.some(([, , places]) => places.includes(file))),
      [],
    );
  });
});
