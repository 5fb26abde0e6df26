/**
 * jsdom, which computes the style of an element by asking of each of its own 120 rules whether it
 * matches, for the element and for each of its parents: for the check of accessibility a fifth of
 * all that the component tests compute. Most of those rules name kinds of elements alone, or end in
 * one, so most answers can be read off the name.
 */
const { createRequire } = require('node:module');

const fromPreset = createRequire(require.resolve('@salesforce/sfdx-lwc-jest/config'));
const environment = fromPreset.resolve('jest-environment-jsdom');
const fromEnvironment = createRequire(environment);
const fromJsdom = createRequire(fromEnvironment.resolve('jsdom'));
const selectors = fromEnvironment('jsdom/lib/jsdom/living/helpers/selectors.js');

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

function knownNamesOf(selector) {
  if (!known.has(selector)) known.set(selector, namesOf(selector));
  return known.get(selector);
}

const ask = selectors.matchesDontThrow;
selectors.matchesDontThrow = (element, selector) => {
  if (typeof selector !== 'string') return ask(element, selector);
  const names = knownNamesOf(selector);
  if (!names) return ask(element, selector);
  if (names.sure.has(element.localName)) return true;
  return names.possible.has(element.localName) && ask(element, selector);
};

/** Rules for screens, in the order in which they are written. */
const rulesOf = (sheet) =>
  Array.from(sheet.cssRules).flatMap((rule) => {
    if (!rule.media) return [rule];
    return Array.from(rule.media).includes('screen') ? Array.from(rule.cssRules) : [];
  });

const ownRules = rulesOf(
  fromJsdom('cssom').parse(fromEnvironment('jsdom/lib/jsdom/browser/default-stylesheet.js')),
);
const ownRulesFor = new Map();

/** Those of jsdom's own rules that an element of this name may match, with this property if any. */
function ownRulesThatMayMatch(localName, property = '') {
  const key = `${localName} ${property}`;
  if (!ownRulesFor.has(key))
    ownRulesFor.set(
      key,
      ownRules.filter(
        (rule) =>
          (knownNamesOf(rule.selectorText)?.possible.has(localName) ?? true) &&
          (!property || rule.style.getPropertyValue(property)),
      ),
    );
  return ownRulesFor.get(key);
}

// Before the window's code is loaded, which takes these functions from the module once.
const styles = fromEnvironment('jsdom/lib/jsdom/living/helpers/style-rules.js');
const resolve = styles.getResolvedValue;
let resolved;
styles.getResolvedValue = (element, property) => {
  resolved = property;
  try {
    return resolve(element, property);
  } finally {
    resolved = undefined;
  }
};
styles.forEachMatchingSheetRuleOfElement = (element, handle) => {
  const property = resolved;
  const matches = (rule) => selectors.matchesDontThrow(element, rule.selectorText);
  ownRulesThatMayMatch(element.localName, property).filter(matches).forEach(handle);
  for (const sheet of element._ownerDocument.styleSheets._list)
    for (const rule of rulesOf(sheet))
      if ((!property || rule.style?.getPropertyValue(property)) && matches(rule)) handle(rule);
};

module.exports = require(environment);
