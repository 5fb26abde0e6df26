import assert from 'node:assert/strict';
import { joinCompounds, wordsLookedFor } from '../../../../server/domain/alerts/compounds.ts';
import { createJudge } from '../../../../server/domain/alerts/judge.ts';
import { createMatcher } from '../../../../server/domain/alerts/matcher.ts';
import { parsePattern } from '../../../../server/domain/alerts/pattern.ts';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import { spokenOf } from '../../../../server/domain/alerts/spoken.ts';
import { at, START } from '../../../support/builders.ts';

const finds = (phrase: string, text: string): boolean =>
  createMatcher([{ owner: 'rule', pattern: parsePattern(phrase, 'de', 3) }], 'de').find(
    text,
    'customer',
  ).length > 0;

const judge = createJudge(SHIPPED_RULES);
const families = (said: string): string[] => {
  const [who, text] = said.split(': ', 2) as [string, string];
  return judge
    .onLine(
      [],
      {
        lineId: 'L0',
        speaker: who === 'c' ? 'customer' : 'rep',
        text,
        startedAt: at(0),
        endedAt: at(1),
      },
      { language: 'de', answeredAt: START },
    )
    .map(({ rule }) => rule.family);
};

describe('phrases in German', () => {
  it('find a compound that a recognizer cut, and no other two words', () => {
    assert.ok(finds('vorgesetzt*', 'geben sie mir ihren vor gesetzten'));
    assert.ok(finds('anwalt', 'ich geh damit zum an walt'));
    assert.ok(!finds('zusagen', 'das habe ich ihnen zu sagen'));
    assert.ok(!finds('vorgesetzt*', 'vor. Gesetzten'));
  });

  it('join two words to the first one’s place and the second one’s end', () => {
    const words = wordsLookedFor([{ by: 'stem', stem: 'anwal' }]);
    const [joined] = joinCompounds(spokenOf('an walt', 'de').tokens, words);
    assert.deepEqual([joined!.text, joined!.from, joined!.to], ['anwalt', 0, 7]);
  });

  it('hear what is said for other words', () => {
    assert.ok(finds('nicht', 'des geht ned'));
    assert.ok(finds('habe es', "ich hab's gesehen"));
    assert.ok(finds('zwanzig prozent', 'zwanzich prozent'));
    assert.ok(finds('geben sie', 'gebens mir den'));
  });

  it('take a concept as one of the words that stand side by side', () => {
    assert.ok(finds('{own}_chef', 'da frag ich meinen Chef'));
    assert.ok(!finds('{own}_chef', 'meine Frage an den Chef'));
  });

  it('begin a clause with their own subject, which the one before does not negate', () => {
    assert.ok(finds('ich will', 'mit ihnen red ich nicht ich will den chef'));
    assert.ok(!finds('will kündigen', 'ich will nicht kündigen'));
  });
});

describe('the shipped rules in German', () => {
  for (const [family, said] of [
    ['asks_for_manager', 'c: gibts bei ihnen jemanden der da mehr zu sagen hat'],
    ['threatens_to_cancel', 'c: dann such ich mir halt einen anderen anbieter'],
    ['legal_or_regulator', 'c: die nächste Post kommt von der Kanzlei'],
    ['abuse', 'c: ihr seid doch alle idioten'],
    ['beyond_authority', 'r: mehr als zehn prozent darf ich ihnen nicht geben'],
    ['competitor', 'c: die Telekom hat mir da was Besseres angeboten'],
    ['account_security', 'r: da klicken sie bitte nicht drauf das ist betrug'],
    ['stumped_rep', 'r: puh da bin ich überfragt'],
    ['close_at_hand', 'c: gut dann machen wir das'],
  ] as const)
    it(`raise ${family} when it is said: ${said}`, () => {
      assert.ok(families(said).includes(family), 'nothing was raised');
    });

  for (const said of [
    'c: ich will nicht kündigen keine sorge ich will nur umziehen',
    'c: da muss ich noch meinen Chef fragen',
    'c: mein anwalt hat den gleichen drucker',
    'c: das ist ja idiotensicher',
    'c: wir machen morgen inventur',
    'r: ich weiß nicht ob sie das gesehen haben',
  ])
    it(`raise nothing when it is not meant: ${said}`, () => assert.deepEqual(families(said), []));
});
