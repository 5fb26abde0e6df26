import type { Plugin } from 'rollup';
import type { PackageModule } from './packageModules.ts';

/** The module that exports all components of the package. */
export const COMPONENTS = 'dealside:components';

/**
 * Generates the module COMPONENTS: a list of the components with their tags and the pages they are
 * on.
 */
export const packageEntry = (modules: readonly PackageModule[]): Plugin => ({
  name: 'package-entry',
  resolveId: (id) => (id === COMPONENTS ? `\0${id}` : null),
  load: (id) => (id === `\0${COMPONENTS}` ? components(modules) : null),
});

function components(modules: readonly PackageModule[]): string {
  const shown = modules.filter((module) => module.hasTemplate);
  const imports = shown.map((module) => `import ${module.name} from 'c/${module.name}';`);
  const rows = shown.map(
    ({ name, tag, targets, objects, phoneObjects }) =>
      `{ tag: ${JSON.stringify(tag)}, is: ${name}, targets: ${JSON.stringify(targets)}, objects: ${JSON.stringify(objects)}, phoneObjects: ${JSON.stringify(phoneObjects)} }`,
  );
  return `${imports.join('\n')}\nexport default [${rows.join(', ')}];`;
}
