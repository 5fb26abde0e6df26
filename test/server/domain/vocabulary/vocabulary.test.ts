import assert from 'node:assert/strict';
import { statedReason } from '../../../../server/domain/supervision/grounds.ts';
import { vocabularyDifference } from '../../../../server/domain/vocabulary/difference.ts';
import { withGone, withoutGone } from '../../../../server/domain/vocabulary/gone.ts';
import {
  closingOf,
  criteriaIn,
  noticeTextFor,
  openingOf,
  phrasesIn,
  withPeople,
} from '../../../../server/domain/vocabulary/scripts.ts';
import { SHIPPED_VOCABULARY } from '../../../../server/domain/vocabulary/shipped.ts';
import {
  labelIn,
  type Reason,
  type Script,
  type Vocabulary,
} from '../../../../server/domain/vocabulary/vocabulary.ts';
import { vocabularyWords } from '../../../../server/domain/vocabulary/words.ts';

const reason = (code: string, more: Partial<Reason> = {}): Reason => ({
  code,
  status: 'active',
  label: code.toUpperCase(),
  family: 'rep',
  noteRequired: false,
  ...more,
});
const script = (text: string, more: Partial<Script> = {}): Script => ({
  name: text,
  status: 'active',
  language: 'en',
  kind: 'introduction',
  text,
  ...more,
});
const withThe = (more: Partial<Vocabulary>): Vocabulary => ({ ...SHIPPED_VOCABULARY, ...more });

describe('a label', () => {
  const reasons = [
    reason('trade_in', { label: 'Trade-in', labels: { de: 'Inzahlungnahme', 'pt-BR': 'Troca' } }),
  ];
  for (const [locale, said] of [
    ['de', 'Inzahlungnahme'],
    ['de_AT', 'Inzahlungnahme'],
    ['pt_BR', 'Troca'],
    ['pt_PT', 'Troca'],
    ['ja', 'Trade-in'],
    [undefined, 'Trade-in'],
  ] as const)
    it(`reads "${said}" for ${locale ?? 'records'}`, () =>
      assert.equal(labelIn(reasons, 'trade_in', locale), said));
  it('is the code spelled out where no vocabulary ever had it', () =>
    assert.equal(labelIn(reasons, 'old_reason', 'de'), 'Old reason'));
});

describe('a reason', () => {
  const vocabulary = withThe({
    reasons: [
      reason('trade_in', { noteRequired: true }),
      reason('old', { status: 'retired' }),
      reason('deleted', { status: 'gone' }),
      // A code that is also the code of a refusal is a reason all the same.
      reason('no_policy'),
    ],
  });
  const stated = (reasonCode: string, note?: string) => {
    const result = statedReason(
      vocabulary,
      { reasonCode, note },
      {
        needs: {
          reason: true,
          point: false,
        },
      },
    );
    return 'refusal' in result ? result.refusal.code : result.reason?.code;
  };
  it('can be given as the org has written it, with the note that it needs', () => {
    assert.equal(stated('trade_in'), 'reason_note_required');
    assert.equal(stated('trade_in', 'An old one'), 'trade_in');
    assert.equal(stated('no_policy'), 'no_policy');
  });
  it('cannot be given once it was retired or deleted, or where the org has no such', () => {
    for (const code of ['old', 'deleted', 'close_assist'])
      assert.equal(stated(code), 'reason_required', code);
  });
});

describe('a code that vanished', () => {
  const before = withThe({ reasons: [reason('trade_in', { label: 'Trade-in' })] });
  const after = withThe({ reasons: [reason('other')] });
  const kept = withGone(before, after);
  it('keeps its last label', () => {
    assert.equal(labelIn(kept.reasons, 'trade_in', 'de'), 'Trade-in');
    assert.equal(kept.reasons.find(({ code }) => code === 'trade_in')?.status, 'gone');
  });
  it('is kept through every later policy, and is what it was again when it comes back', () => {
    assert.equal(labelIn(withGone(kept, after).reasons, 'trade_in'), 'Trade-in');
    assert.equal(
      withGone(kept, before).reasons.find(({ code }) => code === 'trade_in')?.status,
      'active',
    );
  });
  it('is no part of the version of a policy, and is named by the difference', () => {
    assert.deepEqual(withoutGone(kept), after);
    assert.deepEqual(vocabularyDifference(before, kept), {
      reasons: { added: ['other'], removed: ['trade_in'], changed: [] },
    });
  });
});

describe('the difference of two vocabularies', () => {
  it('is nothing where they say the same', () =>
    assert.equal(vocabularyDifference(SHIPPED_VOCABULARY, { ...SHIPPED_VOCABULARY }), undefined));
  it('names what was changed, in its list', () => {
    const changed = withThe({
      reasons: [...SHIPPED_VOCABULARY.reasons.slice(1), reason('trade_in')],
      criteria: [
        { name: 'Ask', status: 'active', language: 'en', verdict: 'barge', text: 'Ask first.' },
      ],
    });
    assert.deepEqual(vocabularyDifference(SHIPPED_VOCABULARY, changed), {
      reasons: { added: ['trade_in'], removed: ['customer_asks_manager'], changed: [] },
      criteria: { added: ['Ask'], removed: [], changed: [] },
    });
  });
});

describe('a script', () => {
  it('is in the customer’s language, whatever the supervisor’s', () => {
    assert.match(openingOf(SHIPPED_VOCABULARY, 'barge', ['de', 'en'])[0]!, /^Guten Tag/);
    assert.match(closingOf(SHIPPED_VOCABULARY, 'barge', ['de', 'en'])[0]!, /^Ich gebe Sie/);
  });
  it('stands by the rep beside the introduction, in the customer’s language (P8)', () => {
    for (const [language, solidarity] of [
      ['en', '{rep} has told you the right thing. Let me add one detail.'],
      ['de', '{rep} hat Ihnen das Richtige gesagt. Ich ergänze nur eine Einzelheit.'],
    ] as const)
      assert.equal(openingOf(SHIPPED_VOCABULARY, 'barge', [language, 'en']).at(-1), solidarity);
    const own = withThe({ scripts: [script('You are right, {rep}.', { kind: 'solidarity' })] });
    assert.equal(openingOf(own, 'barge', ['en']).at(-1), 'You are right, {rep}.');
  });
  it('is in a language that the org added, and else in the next one that it has', () => {
    const own = withThe({ scripts: [script('Hello'), script('Bonjour', { language: 'fr' })] });
    assert.equal(openingOf(own, 'barge', ['fr', 'en'])[0], 'Bonjour');
    assert.equal(openingOf(own, 'barge', ['it', 'en'])[0], 'Hello');
  });
  it('does not ask the customer at a takeover whether it may', () => {
    for (const language of ['en', 'de']) {
      const opening = openingOf(SHIPPED_VOCABULARY, 'takeover', [language]);
      assert.equal(opening.length, 1);
      assert.doesNotMatch(opening.join(), /May I|Darf ich/);
    }
    const own = withThe({ scripts: [script('May I join you?')] });
    assert.doesNotMatch(openingOf(own, 'takeover', ['en']).join(), /May I/);
    assert.equal(openingOf(own, 'barge', ['en'])[0], 'May I join you?');
  });
  it('is not shown once the org retired it, and the shipped one not in its place', () => {
    const own = withThe({ scripts: [script('Hello', { status: 'retired' })] });
    assert.ok(!openingOf(own, 'barge', ['en']).some((text) => /Hello|May I/.test(text)));
  });
  it('opens only what the customer hears', () =>
    assert.deepEqual(openingOf(SHIPPED_VOCABULARY, 'whisper', ['en']), []));
  it('has the names of those who are on the call, and leaves other places alone', () =>
    assert.equal(
      withPeople('{rep}, {topic}, {supervisor}', { rep: 'Ravi', supervisor: 'Maya' }),
      'Ravi, {topic}, Maya',
    ));
});

describe('phrases, criteria and notices of an org', () => {
  const own = withThe({
    phrases: [
      {
        name: 'Sorry_en',
        status: 'active',
        language: 'en',
        avoid: 'Sorry about them.',
        instead: 'Thank you both.',
        reasons: ['close_assist'],
      },
    ],
    criteria: [
      { name: 'A', status: 'active', language: 'de', verdict: 'barge', text: 'Nur Sie.' },
      { name: 'B', status: 'retired', language: 'de', verdict: 'barge', text: 'Alt.' },
    ],
    notices: [
      {
        name: 'All',
        status: 'active',
        language: 'en',
        kind: 'visual',
        audience: 'rep',
        text: '{supervisor}: {mode}',
      },
      {
        name: 'Barge',
        status: 'active',
        language: 'en',
        kind: 'visual',
        audience: 'rep',
        mode: 'barge',
        text: '{supervisor} speaks',
      },
    ],
  });
  it('are those of the language, without what is retired', () => {
    assert.deepEqual(
      phrasesIn(own, ['de', 'en']).map(({ instead }) => instead),
      ['Thank you both.'],
    );
    assert.deepEqual(
      criteriaIn(own, ['de']).map(({ text }) => text),
      ['Nur Sie.'],
    );
  });
  it('name the mode where there is none for it alone', () => {
    assert.equal(noticeTextFor(own, 'barge', ['en']), '{supervisor} speaks');
    assert.equal(noticeTextFor(own, 'monitor', ['en']), '{supervisor}: {mode}');
    assert.equal(noticeTextFor(own, 'monitor', ['de']), undefined);
  });
  it('are shown to administrators with languages, and with what is retired', () => {
    const lists = vocabularyWords(own, 'en');
    assert.deepEqual(
      lists.map(({ list }) => list),
      ['reasons', 'outcomes', 'scripts', 'phrases', 'notices', 'criteria'],
    );
    assert.deepEqual(lists.at(-1)!.entries, [
      { name: 'A', text: 'Nur Sie.', facts: ['Barge', 'German'], status: 'active' },
      { name: 'B', text: 'Alt.', facts: ['Barge', 'German'], status: 'retired', mark: 'Retired' },
    ]);
    assert.deepEqual(lists[3]!.entries[0]!.facts, ['English', 'Help to close']);
  });
});
