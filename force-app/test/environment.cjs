/**
 * jsdom, which computes the style of an element by asking of each of its own 120 rules whether it
 * matches: for the check of accessibility a fifth of all that the component tests compute. Most of
 * those rules name kinds of elements alone, or end in one, so most answers can be read off the name.
 */
const { createRequire } = require('node:module');

const fromPreset = createRequire(require.resolve('@salesforce/sfdx-lwc-jest/config'));
const environment = fromPreset.resolve('jest-environment-jsdom');
const selectors = createRequire(environment)('jsdom/lib/jsdom/living/helpers/selectors.js');

const NAME = /^[a-z][a-z0-9]*$/;
/** The name of the element that is meant, last in a selector: "rt" of "ruby > rt". */
const NAME_OF_SUBJECT = /(?:^|[\s>+~])([a-z][a-z0-9]*)(?:[:[.#][^\s>+~]*)?$/;

const known = new Map();

/** Of a selector, which names decide it alone, and which it may mean; undefined when any. */
function namesOf(selector) {
  const bare = selector.replace(/\[[^\]]*\]/g, '[]').replaceAll(':not([])', '[]');
  if (/["'\\()]/.test(bare)) return undefined;
  const parts = bare.split(',').map((part) => part.trim());
  const names = parts.map((part) => NAME_OF_SUBJECT.exec(part)?.[1]);
  if (names.includes(undefined)) return undefined;
  return { sure: new Set(parts.filter((part) => NAME.test(part))), possible: new Set(names) };
}

const ask = selectors.matchesDontThrow;
selectors.matchesDontThrow = (element, selector) => {
  if (typeof selector !== 'string') return ask(element, selector);
  if (!known.has(selector)) known.set(selector, namesOf(selector));
  const names = known.get(selector);
  if (!names) return ask(element, selector);
  if (names.sure.has(element.localName)) return true;
  return names.possible.has(element.localName) && ask(element, selector);
};

module.exports = require(environment);
