import type { Plugin } from 'rollup';
import type { PageItem, UtilityItem } from './packageModules.ts';

const VIRTUAL = '\0salesforce:';
const OUTSIDE = 'dealside:outside';
const UTILITY_ITEMS = 'dealside:utility-items';
const HOME_ITEMS = 'dealside:home-items';

interface PlatformParts {
  /** The package's labels, by name. */
  readonly labels: Record<string, string>;
  /** The same labels in other languages, by language. */
  readonly translations?: Record<string, Record<string, string>>;
  /** The modules that the package imports. */
  readonly outside: readonly string[];
  readonly utilityItems: readonly UtilityItem[];
  readonly homeItems: readonly PageItem[];
}

/**
 * Replaces `@salesforce/…` modules, which exist only on the platform. They read
 * `globalThis.platform`, which the page sets first.
 */
export function platformModules({
  labels,
  translations = {},
  outside,
  utilityItems,
  homeItems,
}: PlatformParts): Plugin {
  return {
    name: 'platform-modules',
    resolveId(id, importer) {
      if ([OUTSIDE, UTILITY_ITEMS, HOME_ITEMS].includes(id)) return VIRTUAL + id;
      // The base components have their own stand-ins for labels and formats.
      if (!id.startsWith('@salesforce/') || importer?.includes('/lightning-base-components/'))
        return null;
      return VIRTUAL + id;
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return null;
      const specifier = id.slice(VIRTUAL.length);
      if (specifier === OUTSIDE) return registry(outside);
      if (specifier === UTILITY_ITEMS) return `export default ${JSON.stringify(utilityItems)};`;
      if (specifier === HOME_ITEMS) return `export default ${JSON.stringify(homeItems)};`;
      const source = sourceOf(specifier, labels, translations);
      if (source === undefined) this.error(`there is no stand-in for ${specifier}`);
      return source;
    },
  };
}

function sourceOf(
  specifier: string,
  labels: Record<string, string>,
  translations: Record<string, Record<string, string>>,
): string | undefined {
  const [, kind = '', ...rest] = specifier.split('/');
  const name = rest.join('/');
  const constant = (value: unknown) => `export default ${JSON.stringify(value)};`;
  switch (kind) {
    case 'apex':
      return name ? apexMethod(name) : 'export const refreshApex = () => Promise.resolve();';
    case 'customPermission':
      // On the platform a permission is true or undefined, never false.
      return `export default globalThis.platform.customPermissions.includes(${JSON.stringify(name)}) ? true : undefined;`;
    case 'user':
      return `export default globalThis.platform.user[${JSON.stringify(name)}];`;
    case 'label': {
      const label = name.replace(/^c\./, '');
      const text = labels[label];
      if (text === undefined) return undefined;
      const others = Object.entries(translations).flatMap(([language, texts]) =>
        texts[label] === undefined ? [] : [[language, texts[label]]],
      );
      return others.length === 0
        ? constant(text)
        : `export default ${JSON.stringify(Object.fromEntries(others))}[globalThis.platform.language] ?? ${JSON.stringify(text)};`;
    }
    case 'schema': {
      const [objectApiName, ...field] = name.split('.');
      return constant(
        field.length > 0 ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName },
      );
    }
    case 'client':
      return 'export default globalThis.platform.formFactor;';
    case 'i18n':
      return `export default globalThis.platform.i18n[${JSON.stringify(name)}];`;
    default:
      return undefined;
  }
}

/** Callable imperatively and by wire; a wire waits while a reactive parameter is undefined. */
const apexMethod = (name: string): string => `
const call = (parameters) => globalThis.platform.apex(${JSON.stringify(name)}, parameters);
call.adapter = class {
  constructor(emit) { this.emit = emit; emit({ data: undefined, error: undefined }); }
  connect() {}
  disconnect() {}
  update(config) {
    if (Object.values(config).some((value) => value === undefined)) return;
    call(config).then((data) => this.emit({ data, error: undefined }), (error) => this.emit({ data: undefined, error }));
  }
};
export default call;`;

/** All these modules by their names, for the sandbox. */
const registry = (names: readonly string[]): string =>
  [
    ...names.map((name, n) => `import * as module${n} from ${JSON.stringify(name)};`),
    `export default { ${names.map((name, n) => `${JSON.stringify(name)}: module${n}`).join(', ')} };`,
  ].join('\n');
