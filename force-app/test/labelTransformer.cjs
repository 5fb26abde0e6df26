const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const [lwcTransformer] = Object.values(jestConfig.transform)
  .filter((path) => path.includes('jest-transformer'))
  .map((path) => require(path));

const LABEL_IMPORT = /^import (\w+) from '@salesforce\/label\/(c\.\w+)';$/gm;

/**
 * A label is its own name, as the LWC transformer makes it too, but only after it has looked for a
 * module of that name everywhere: for more than a thousand labels, in each file of tests.
 */
const withNames = (source, path) =>
  path.includes('/dealsideLabels/')
    ? source.replace(LABEL_IMPORT, (_, name, label) => `const ${name} = '${label}';`)
    : source;

module.exports = {
  process: (source, path, options) =>
    lwcTransformer.process(withNames(source, path), path, options),
  getCacheKey: (source, path, options) =>
    lwcTransformer.getCacheKey(withNames(source, path), path, options),
};
