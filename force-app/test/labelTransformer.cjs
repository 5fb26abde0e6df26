const { stripTypeScriptTypes } = require('node:module');
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const [lwcTransformer] = Object.values(jestConfig.transform)
  .filter((path) => path.includes('jest-transformer'))
  .map((path) => require(path));

const LABEL_IMPORT = /^import (\w+) from '@salesforce\/label\/(c\.\w+)';$/gm;
const SOURCE_MAP = /\n\/\/# sourceMappingURL=data:\S+\s*$/;

/**
 * A label is its own name, as the LWC transformer makes it too, but only after it has looked for a
 * module of that name everywhere: for more than a thousand labels, in each file of tests.
 */
const withNames = (source, path) =>
  path.includes('/dealsideLabels/')
    ? source.replace(LABEL_IMPORT, (_, name, label) => `const ${name} = '${label}';`)
    : source;

/**
 * Node removes types in a hundredth of the time that the LWC transformer takes, and leaves all else
 * where it is. The source map is needed once, and not in the code, too.
 */
function process(source, path, options) {
  const named = withNames(source, path);
  if (!path.endsWith('.ts')) return lwcTransformer.process(named, path, options);
  const script = path.replace(/\.ts$/, '.js');
  const { code, map } = lwcTransformer.process(stripTypeScriptTypes(named), script, options);
  return { code: code.replace(SOURCE_MAP, '\n'), map: { ...map, sources: [path] } };
}

module.exports = {
  process,
  getCacheKey: (source, path, options) =>
    lwcTransformer.getCacheKey(withNames(source, path), path, options),
};
