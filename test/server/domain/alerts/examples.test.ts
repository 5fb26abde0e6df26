import assert from 'node:assert/strict';
import { readCues } from '../../../../server/domain/alerts/cue.ts';
import { createExamples, examplesIn } from '../../../../server/domain/alerts/examples/likeness.ts';
import { createJudge, type AlertContext } from '../../../../server/domain/alerts/judge.ts';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import { readRules } from '../../../../server/domain/alerts/validate.ts';
import type { Language } from '../../../../server/domain/call/language.ts';
import type { TranscriptLine } from '../../../../server/domain/transcript/line.ts';
import { at, START } from '../../../support/builders.ts';

const contextIn = (language: Language): AlertContext => ({ language, answeredAt: START });
const lineOf = (text: string, speaker: 'customer' | 'rep' = 'customer'): TranscriptLine => ({
  lineId: 'L0',
  speaker,
  text,
  startedAt: at(0),
  endedAt: at(1),
});

/** What was learned in these tests: "quit" says much of leaving, "soon" a little. */
const LEARNED = {
  bias: [-3, -3, -3, -3, -3, -3, -3, -3, -3],
  weights: ['quit b900', 'soon b300'],
};
const judgeWith = (...phrases: string[]) =>
  createJudge(
    {
      version: '1',
      usesSentiment: true,
      rules: [
        {
          name: 'Leaves',
          label: 'Leaves',
          family: 'threatens_to_cancel',
          severity: 'attention',
          speaker: 'customer',
          trigger: { kind: 'said', phrases, withinWords: 3 },
          language: 'en',
        },
      ],
    },
    () => createExamples(LEARNED, 'en'),
  );
const wordsRaised = (
  judge: ReturnType<typeof judgeWith>,
  text: string,
  speaker?: 'customer' | 'rep',
): string[] =>
  judge.onLine([], lineOf(text, speaker), contextIn('en')).map(({ words }) => words.join(' '));

describe('a rule that is raised by what is like the examples', () => {
  const judge = judgeWith('examples: 80');

  it('names the words that say so most', () =>
    assert.deepEqual(wordsRaised(judge, 'soon we quit'), ['soon quit']));

  it('is not raised by what is less like them, or negated', () => {
    assert.deepEqual(wordsRaised(judge, 'see you soon'), []);
    assert.deepEqual(wordsRaised(judge, 'we do not quit'), []);
  });

  it('is raised by whom it is about', () =>
    assert.deepEqual(wordsRaised(judge, 'soon we quit', 'rep'), []));

  it('is as strict as it says', () =>
    assert.deepEqual(wordsRaised(judgeWith('examples: 10'), 'see you soon'), ['soon']));
});

describe('a phrase beside the examples', () => {
  it('has likeness as its second sign', () => {
    const judge = judgeWith('leave you', '+ examples: 30');
    assert.deepEqual(wordsRaised(judge, 'we leave you'), []);
    assert.deepEqual(wordsRaised(judge, 'we leave you and quit'), ['leave you']);
  });

  it('does not count where the line is not like them', () => {
    const judge = judgeWith('leave you', '! examples: 30');
    assert.deepEqual(wordsRaised(judge, 'we leave you a note'), []);
    assert.deepEqual(wordsRaised(judge, 'we leave you and quit'), ['leave you']);
  });
});

describe('a record that asks for examples', () => {
  const record = {
    name: 'Leaves',
    family: 'threatens_to_cancel',
    severity: 'attention',
    kind: 'said',
    language: 'en',
  };
  const faultsOf = (change: object) =>
    readRules([{ ...record, ...change }]).faults.map(({ field, code }) => [field, code]);

  it('needs no phrase of its own', () =>
    assert.deepEqual(faultsOf({ phrases: 'examples: 70\n! examples: 20' }), []));

  it('says how strict it is, from 1 to 99 percent', () => {
    for (const phrases of ['examples: 0', 'examples: 100', 'examples: much'])
      assert.deepEqual(faultsOf({ phrases }), [['phrases', 'unreadable_phrase']], phrases);
  });

  it('is of a family that has examples, and about what is said', () => {
    const unreadable = [['phrases', 'unreadable_phrase']];
    assert.deepEqual(faultsOf({ phrases: 'examples: 70', family: 'conversation' }), unreadable);
    const notSaid = { phrases: 'hello\nexamples: 70', kind: 'not_said', seconds: 60 };
    assert.deepEqual(faultsOf(notSaid), unreadable);
  });

  it('is no card: that is shown for its words', () =>
    assert.equal(
      readCues([{ name: 'A', text: 'Say hello', language: 'en', phrases: 'examples: 70' }])
        .faults[0]!.code,
      'unreadable_phrase',
    ));
});

describe('the shipped rules', () => {
  const judge = createJudge(SHIPPED_RULES);
  const raisedBy = (text: string, language: Language, speaker?: 'rep'): string[] =>
    judge.onLine([], lineOf(text, speaker), contextIn(language)).map(({ rule }) => rule.family);

  it('find what no phrase has, in both languages, and name words of it', () => {
    const english = "i'd feel happier if somebody above you looked at this";
    const german = 'holen sie mir bitte jemanden der hier was zu entscheiden hat';
    assert.deepEqual(raisedBy(english, 'en'), ['asks_for_manager']);
    assert.deepEqual(raisedBy(german, 'de'), ['asks_for_manager']);
    const [alert] = judge.onLine([], lineOf(english), contextIn('en'));
    assert.ok(alert!.words.length > 0 && alert!.words.every((word) => english.includes(word)));
  });

  it('are not raised by what is not wanted, or not so', () => {
    assert.deepEqual(raisedBy("no i don't want to cancel i only want to move the date", 'en'), []);
    assert.deepEqual(raisedBy("there's no need for a lawyer", 'en'), []);
    assert.deepEqual(raisedBy('ich will nicht kündigen nur den termin verschieben', 'de'), []);
    assert.deepEqual(raisedBy('ich brauche keinen anwalt', 'de'), []);
  });

  it('look at the examples of one language at a time, the same each time', () => {
    const look = () =>
      examplesIn('en').likeness(
        { speaker: 'customer', text: 'get me your manager' },
        undefined,
      )('asks_for_manager')!.sure;
    assert.equal(look(), look());
  });
});
