/** What a template names: properties and handlers, with the list items that are in scope there. */
export interface Mention {
  readonly expression: string;
  readonly attribute?: string;
  /** The component whose attribute it is: callCard of <c-call-card>. */
  readonly component?: string;
  readonly scope: ReadonlyMap<string, ListItem>;
  readonly line: number;
}

/** An attribute of a component of the package, whatever its value. */
export interface Passed {
  readonly component: string;
  readonly property: string;
  readonly line: number;
}

/** `of` is the list it comes from; an iterator wraps the item. */
export interface ListItem {
  readonly of: string;
  readonly kind: 'item' | 'iterator' | 'index';
  readonly outer: ReadonlyMap<string, ListItem>;
}

const PART =
  /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|\{[^}]*\}|[^>"{])*?)(\/?)>|\{([^}]+)\}/g;
const ATTRIBUTE = /([\w:.-]+)(?:=(?:"([^"]*)"|\{([^}]*)\}))?/g;
const VOID = new Set([
  'area',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Attributes that every element has. */
const GLOBAL =
  /^(class|style|id|key|slot|role|title|tabindex|hidden|lang|dir|part|aria-.*|data-.*|on.*|lwc:.*|for:.*|iterator:.*|if:.*)$/;

const camel = (kebab: string): string =>
  kebab.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());

export function partsOf(html: string): { mentions: Mention[]; passed: Passed[] } {
  const mentions: Mention[] = [];
  const passed: Passed[] = [];
  const scopes: ReadonlyMap<string, ListItem>[] = [new Map()];
  for (const match of html.matchAll(PART)) {
    const [, closing, tag, attributes = '', selfClosing, text] = match;
    const line = html.slice(0, match.index).split('\n').length;
    const outer = scopes.at(-1)!;
    if (text !== undefined) mentions.push({ expression: text.trim(), scope: outer, line });
    if (!tag) continue;
    if (closing) {
      scopes.pop();
      continue;
    }
    const read = [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', literal, expression]) => ({
      name,
      literal,
      expression,
    }));
    const component = tag.startsWith('c-') ? camel(tag.slice(2)) : undefined;
    const list = read.find(({ name }) => name === 'for:each' || name.startsWith('iterator:'));
    const inner = list ? withItems(outer, read, list) : outer;
    for (const { name, literal, expression } of read) {
      if (expression !== undefined)
        mentions.push({
          expression: expression.trim(),
          attribute: name,
          ...(component && { component }),
          scope: name === list?.name ? outer : inner,
          line,
        });
      if (
        component &&
        !GLOBAL.test(name) &&
        (literal !== undefined || expression !== undefined || name)
      )
        passed.push({ component, property: camel(name), line });
    }
    if (!selfClosing && !VOID.has(tag)) scopes.push(inner);
  }
  return { mentions, passed };
}

function withItems(
  outer: ReadonlyMap<string, ListItem>,
  read: readonly { name: string; literal?: string; expression?: string }[],
  list: { name: string; expression?: string },
): ReadonlyMap<string, ListItem> {
  const of = list.expression ?? '';
  const inner = new Map(outer);
  if (list.name !== 'for:each')
    return inner.set(list.name.slice('iterator:'.length), { of, kind: 'iterator', outer });
  for (const { name, literal } of read) {
    if (name === 'for:item' && literal) inner.set(literal, { of, kind: 'item', outer });
    if (name === 'for:index' && literal) inner.set(literal, { of, kind: 'index', outer });
  }
  return inner;
}
