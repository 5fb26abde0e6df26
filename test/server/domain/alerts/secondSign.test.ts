import assert from 'node:assert/strict';
import { readCues } from '../../../../server/domain/alerts/cue.ts';
import { createJudge, type AlertContext } from '../../../../server/domain/alerts/judge.ts';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import { readRules } from '../../../../server/domain/alerts/validate.ts';
import type { TranscriptLine } from '../../../../server/domain/transcript/line.ts';
import { at, START } from '../../../support/builders.ts';

type Said = readonly [who: 'customer' | 'rep', text: string];
const CONTEXT: AlertContext = { language: 'en', answeredAt: START };
const linesOf = (said: readonly Said[]): TranscriptLine[] =>
  said.map(([speaker, text], n) => ({
    lineId: `L${n}`,
    speaker,
    text: `${text}.`,
    startedAt: at(n * 10),
    endedAt: at(n * 10 + 1),
  }));

const judge = createJudge({
  version: '1',
  usesSentiment: true,
  rules: [
    {
      name: 'Leaves',
      label: 'Leaves',
      family: 'threatens_to_cancel',
      severity: 'attention',
      speaker: 'customer',
      trigger: {
        kind: 'said',
        phrases: ['switch provider', 'go elsewhere', 'alone: cancel contract', '+ hate .. lose'],
        withinWords: 3,
      },
      language: 'en',
    },
  ],
});
const raisedOn = (...said: readonly Said[]) => {
  const lines = linesOf(said);
  return lines.flatMap((line, n) =>
    judge
      .onLine(lines.slice(0, n), line, CONTEXT)
      .map(({ lineId, at: raisedAt, words }) => [lineId, raisedAt, words.join(' ')]),
  );
};
const MAY_SWITCH: Said = ['customer', 'we may switch provider'];
const ANSWER: Said = ['rep', 'i would hate to lose you'];

describe('a phrase of a rule that wants a second sign', () => {
  it('is not enough by itself, unless it says so', () => {
    assert.deepEqual(raisedOn(MAY_SWITCH), []);
    assert.deepEqual(raisedOn(['customer', 'we cancel the contract']), [
      ['L0', at(1), 'cancel contract'],
    ]);
  });

  it('is enough with another one, there or in the lines before', () => {
    assert.deepEqual(raisedOn(['customer', 'we switch provider, we go elsewhere']), [
      ['L0', at(1), 'switch provider'],
    ]);
    assert.deepEqual(raisedOn(MAY_SWITCH, ['rep', 'okay'], ['customer', 'or go elsewhere']), [
      ['L2', at(21), 'go elsewhere'],
    ]);
    assert.deepEqual(raisedOn(MAY_SWITCH, ['customer', 'yes switch provider']), []);
  });

  it('is enough once the other one answers it, and names where it was said', () =>
    assert.deepEqual(raisedOn(MAY_SWITCH, ANSWER), [['L0', at(11), 'switch provider']]));

  it('is answered by the other one alone, in the next two lines', () => {
    assert.deepEqual(raisedOn(MAY_SWITCH, ['customer', 'i hate to lose you']), []);
    assert.deepEqual(raisedOn(MAY_SWITCH, ['rep', 'okay'], ['customer', 'yes'], ANSWER), []);
  });

  it('is answered also where another instance heard it', () => {
    const [before, answer] = linesOf([MAY_SWITCH, ANSWER]);
    assert.equal(judge.onLine([before!], answer!, CONTEXT).length, 1);
  });
});

describe('an answer as a second sign', () => {
  it('is a fault where words alone are looked for: in a required phrase and in a cue', () => {
    const phrases = 'recorded\n+ yes';
    const required = readRules([
      {
        name: 'R',
        family: 'disclosure_missing',
        severity: 'compliance',
        kind: 'not_said',
        seconds: 60,
        language: 'en',
        phrases,
      },
    ]);
    const cue = readCues([{ name: 'C', language: 'en', text: 'Say so', phrases }]);
    for (const { faults } of [required, cue])
      assert.deepEqual(
        faults.map(({ field, code, value }) => [field, code, value]),
        [['phrases', 'unreadable_phrase', '+ yes']],
      );
  });
});

describe('the shipped rules', () => {
  const shipped = createJudge(SHIPPED_RULES);

  it('raise at once what is like the examples, and not again once it is answered', () => {
    const lines = linesOf([
      [
        'customer',
        "i'll be straight with you, zendesk came in yesterday and they're about thirty percent under you",
      ],
      ['rep', 'okay is that with the chat module included'],
    ]);
    const families = lines.map((line, n) =>
      shipped.onLine(lines.slice(0, n), line, CONTEXT).map(({ rule }) => rule.family),
    );
    assert.deepEqual(families, [['competitor'], []]);
  });
});
