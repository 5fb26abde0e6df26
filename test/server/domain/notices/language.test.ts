import assert from 'node:assert/strict';
import { chooseLanguage, type LanguageHints } from '../../../../server/domain/notices/language.ts';
import { announcementText } from '../../../../server/domain/notices/playAnnouncements.ts';
import { TEXTS } from '../../../../server/domain/texts/texts.ts';
import { active, at, supervisedCall } from '../../../support/builders.ts';

const [BERLIN, VIENNA, TEXAS, PARIS, ZURICH] = [
  { country: 'DE' },
  { country: 'AT' },
  { country: 'US', region: 'TX' },
  { country: 'FR' },
  { country: 'CH', region: 'ZH' },
];

describe('the language of announcements', () => {
  const cases: [string, LanguageHints, string][] = [
    [
      'the customer’s address decides',
      { customerAddress: BERLIN, customerNumber: TEXAS, rep: 'en_US' },
      'de by customer_address, to the rep en',
    ],
    [
      'then the customer’s number',
      { customerNumber: VIENNA, rep: 'en_US' },
      'de by customer_number, to the rep en',
    ],
    [
      'a number that tells no place leaves it to the rep',
      { rep: 'de' },
      'de by rep, to the rep de',
    ],
    ['and nothing at all to the org', { org: 'de' }, 'de by org, to the rep de'],
    ['or, without a default, to English', {}, 'en by org, to the rep en'],
    [
      'a language without texts falls back to the org’s, and that is kept',
      { customerAddress: PARIS, rep: 'de', org: 'en' },
      'en by customer_address instead of fr, to the rep de',
    ],
    [
      'a rep of another language is spoken to in the org’s',
      { customerAddress: BERLIN, rep: 'fr', org: 'en_GB' },
      'de by customer_address, to the rep en',
    ],
    [
      'the org’s record of a place wins over our table',
      { customerAddress: TEXAS, records: [{ country: 'US', region: 'TX', language: 'de' }] },
      'de by customer_address, to the rep en',
    ],
    [
      'a record of the country stands for its regions',
      {
        customerAddress: ZURICH,
        records: [
          { country: 'CH', language: 'en' },
          { country: 'CH', region: 'BE', language: 'de' },
        ],
      },
      'en by customer_address, to the rep en',
    ],
  ];
  for (const [what, known, expected] of cases) {
    it(what, () => {
      const { code, because, wanted, toRep } = chooseLanguage(known);
      assert.equal(
        `${code} by ${because}${wanted ? ` instead of ${wanted}` : ''}, to the rep ${toRep}`,
        expected,
      );
    });
  }
});

describe('the words of an announcement', () => {
  const call = supervisedCall();
  const joined = {
    announcementId: 'a',
    kind: 'spoken_to_everyone',
    to: 'everyone',
    language: 'de',
    interventionId: active().interventionId,
    status: 'requested',
    requestedAt: at(1),
  } as const;

  it('are the org’s own in that language, with real names', () => {
    const own = [
      { kind: 'spoken_to_everyone', language: 'de', text: '{supervisor} unterstützt jetzt {rep}.' },
    ] as const;
    assert.equal(announcementText(joined, call, own), 'Maya Okafor unterstützt jetzt Ravi Patel.');
  });
  it('are ours where the org has none in that language', () => {
    assert.equal(
      announcementText(joined, call, [
        { kind: 'spoken_to_everyone', language: 'en', text: 'Hello' },
      ]),
      'Maya Okafor nimmt jetzt am Gespräch teil.',
    );
  });
});

describe('the sentences that a supervisor may say', () => {
  it('are there in both languages, with the names to fill in (G33)', () => {
    for (const { scripts } of Object.values(TEXTS)) {
      assert.match(scripts.introduction, /\{supervisor\}.*\{rep\}/);
      assert.match(scripts.takeover, /\{supervisor\}.*\{rep\}/);
      assert.match(scripts.handBack, /\{rep\}/);
    }
  });

  it('name the rep who stays the customer’s contact, in both languages (D11)', () => {
    assert.match(TEXTS.en.scripts.roleClarifying, /^\{rep\} stays your main contact\./);
    assert.match(TEXTS.de.scripts.roleClarifying, /^\{rep\} bleibt für Sie zuständig\./);
  });
});
