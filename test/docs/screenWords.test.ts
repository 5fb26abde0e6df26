import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MODE_DEFINITIONS } from '../../softphone/src/modes.ts';

const LABELS = readFileSync('force-app/main/default/labels/CustomLabels.labels-meta.xml', 'utf8');

/** Of the modes, and to hand back. */
const KEYS = [...Object.values(MODE_DEFINITIONS).map(({ key }) => key as string), 'H'];

/** What stands for a number or an id in a text is no name. */
const FILLED_IN: Readonly<Record<string, string>> = {
  number: '[\\d+() -]+',
  count: '\\d+',
  callId: '[\\w-]+',
};

/** Whether it has words of its own, beside what is filled in. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));

/** Texts of screens, each as a pattern in which anything stands for what else is filled in. */
const texts = [...LABELS.matchAll(/<value>([^<]*)<\/value>/g)].map(([, text]) => text!);
const onScreens = texts.filter(hasWords).map((text) => {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${escaped.replace(/\{(\w+)\}/g, (_all, what: string) => FILLED_IN[what] ?? '.+')}$`,
  );
});

const isOnScreen = (word: string): boolean => onScreens.some((text) => text.test(word));

describe('README.md', () => {
  it('calls buttons and keys what the screens call them', () => {
    const steps = readFileSync('README.md', 'utf8').match(/^\d\. .*$/gm)!;
    const words = steps.flatMap((step) =>
      [...step.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => word!),
    );
    assert.ok(words.length > 4);
    assert.deepEqual(
      words.filter((word) => !KEYS.includes(word) && !isOnScreen(word)),
      [],
    );
  });

  it('would not pass with a name in a button that has none', () => {
    assert.equal(isOnScreen('Call contact'), true);
    assert.equal(isOnScreen('Call Priya Raman'), false);
  });
});
