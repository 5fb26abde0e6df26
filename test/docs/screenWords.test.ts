import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MODE_DEFINITIONS } from '../../softphone/src/modes.ts';

const LABELS = readFileSync('force-app/main/default/labels/CustomLabels.labels-meta.xml', 'utf8');

/** Of the modes, and to hand back. */
const KEYS = [...Object.values(MODE_DEFINITIONS).map(({ key }) => key as string), 'H'];

/** Texts of screens, each as a pattern in which anything stands for what is filled in. */
const onScreens = [...LABELS.matchAll(/<value>([^<]*)<\/value>/g)].map(
  ([, text]) =>
    new RegExp(
      `^${text!
        .split(/\{\w+\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.+')}$`,
    ),
);

describe('README.md', () => {
  it('calls buttons and keys what the screens call them', () => {
    const steps = readFileSync('README.md', 'utf8').match(/^\d\. .*$/gm)!;
    const words = steps.flatMap((step) =>
      [...step.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => word!),
    );
    assert.ok(words.length > 4);
    assert.deepEqual(
      words.filter((word) => !KEYS.includes(word) && !onScreens.some((text) => text.test(word))),
      [],
    );
  });
});
