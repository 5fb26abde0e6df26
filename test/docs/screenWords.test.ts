import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MODE_DEFINITIONS } from '../../softphone/src/modes.ts';
import { textsIn, textsOn } from './support/screenLabels.ts';

/** Of the modes, and to hand back. */
const KEYS = [...Object.values(MODE_DEFINITIONS).map(({ key }) => key as string), 'H'];

/** The page of a deal, and Dealside Phone at the bottom of every page. */
const DEAL = 'Dealside_Opportunity';
const PHONE = 'Dealside_UtilityBar';
/** The list that its step names. Other parts of the page of managers call their buttons otherwise. */
const NEEDS_ATTENTION = 'Needs attention';
/** Where each step takes place. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  1: [DEAL, PHONE],
  2: [PHONE],
  3: [DEAL],
  4: [PHONE],
  5: [NEEDS_ATTENTION],
  6: [DEAL, PHONE],
};

/** What stands for a number or an id in a text is no name. */
const FILLED_IN: Readonly<Record<string, string>> = {
  number: '[\\d+() -]+',
  count: '\\d+',
  callId: '[\\w-]+',
};

/** Whether it has words of its own, beside what is filled in. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));

/** Each text as a pattern in which anything stands for what else is filled in. */
const patternsOf = (texts: readonly string[]): readonly RegExp[] =>
  texts.filter(hasWords).map((text) => {
    const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    return new RegExp(
      `^${escaped.replace(/\{(\w+)\}/g, (_all, what: string) => FILLED_IN[what] ?? '.+')}$`,
    );
  });
const PATTERNS = new Map([
  [DEAL, patternsOf(textsOn(DEAL))],
  [PHONE, patternsOf(textsOn(PHONE))],
  [NEEDS_ATTENTION, patternsOf(textsIn(['attentionQueue', 'wordsAlertActions']))],
]);

const isOn = (word: string, screens: readonly string[]): boolean =>
  screens.some((screen) => PATTERNS.get(screen)!.some((text) => text.test(word)));

describe('README.md', () => {
  it('calls buttons and keys what the screens of each step call them', () => {
    const steps = readFileSync('README.md', 'utf8').match(/^\d\. .*$/gm)!;
    assert.deepEqual(
      steps.map(([number]) => number),
      Object.keys(SCREENS),
    );
    const words = steps.flatMap((step) =>
      [...step.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => [step[0]!, word!] as const),
    );
    assert.ok(words.length > 4);
    assert.deepEqual(
      words.filter(([step, word]) => !KEYS.includes(word) && !isOn(word, SCREENS[step]!)),
      [],
    );
  });

  it('would not pass with a name in a button that has none, or with a button of another screen', () => {
    assert.equal(isOn('Call contact', [DEAL]), true);
    assert.equal(isOn('Call Priya Raman', [DEAL, PHONE]), false);
    assert.equal(isOn('Dealside Phone', [DEAL]), false);
    assert.equal(isOn('Run audio check', [DEAL, PHONE]), false);
    assert.equal(isOn('Monitor', [NEEDS_ATTENTION]), true);
    assert.equal(isOn('Join to help', [NEEDS_ATTENTION]), false);
  });
});
