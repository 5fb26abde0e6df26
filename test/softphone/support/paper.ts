/** An element as the softphone's page makes it, without a browser. */
class Sheet {
  readonly attributes = new Map<string, string>();
  readonly children: (Sheet | string)[] = [];

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  addEventListener(): void {
    // Nothing is clicked on paper.
  }

  append(...children: (Sheet | string)[]): void {
    this.children.push(...children);
  }

  get textContent(): string {
    return this.children
      .map((child) => (typeof child === 'string' ? child : child.textContent))
      .join(' ');
  }
}

/** What the elements say that `make` makes; undefined where it makes none. */
export function textOnPaper(make: () => HTMLElement | undefined): string | undefined {
  const scope = globalThis as { document?: unknown };
  const before = scope.document;
  scope.document = { createElement: () => new Sheet() };
  try {
    return make()?.textContent ?? undefined;
  } finally {
    if (before === undefined) delete scope.document;
    else scope.document = before;
  }
}
