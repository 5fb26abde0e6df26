import assert from 'node:assert/strict';
import { MODES } from '../../softphone/src/modes.ts';
import { fill, heardBy, languageOf, TEXTS } from '../../softphone/src/strings.ts';
import { callWith } from './support/builders.ts';

/** Every text of a catalogue, by its path. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsOf(inner, path ? `${path}/${key}` : key),
  );
}

const places = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .sort()
    .join(' ');

describe('the softphone’s texts', () => {
  const [english, german] = [textsOf(TEXTS.en), new Map(textsOf(TEXTS.de))];

  it('are all there in both languages', () =>
    assert.deepEqual(english.map(([path]) => path).sort(), [...german.keys()].sort()));
  it('fill the same places in both', () =>
    assert.deepEqual(
      english.filter(([path, text]) => places(text) !== places(german.get(path)!)),
      [],
    ));
  it('are German in German', () =>
    assert.deepEqual(
      english.filter(([path, text]) => text === german.get(path)),
      [],
    ));
  it('are those of the person’s locale, English where it is not offered', () => {
    assert.deepEqual(['de', 'de-AT', 'DE', 'en-US', 'fr', undefined].map(languageOf), [
      'de',
      'de',
      'de',
      'en',
      'en',
      'en',
    ]);
  });
  it('say who hears whom by name', () => {
    assert.equal(heardBy('barge', callWith(), TEXTS.en), 'Ravi and Priya hear you');
    assert.equal(heardBy('barge', callWith(), TEXTS.de), 'Ravi und Priya hören Sie');
    assert.equal(
      fill(TEXTS.de.switchingTo, { mode: TEXTS.de.modes.whisper }),
      'Wechsel zu Flüstern…',
    );
  });
  it('name no rep who has left the call', () => {
    const call = { ...callWith(), rep: { ...callWith().rep, present: false } };
    assert.deepEqual(
      MODES.map((mode) => heardBy(mode, call, TEXTS.en)),
      ['No one hears you', 'No one hears you', 'Priya hears you', 'Priya hears you'],
    );
  });
});
