import homeItems from 'dealside:home-items';
import utilityItems from 'dealside:utility-items';
import { createElement } from 'lwc';
import type { Platform } from './platform.ts';
import { inSandbox, loadPackage } from './sandbox.ts';

/** The components of the package. */
export interface ExposedComponents {
  /** Creates the components of a record page that a person with these permissions sees. */
  onRecord(
    properties: { readonly recordId: string; readonly objectApiName: string },
    viewer: Pick<Platform, 'customPermissions' | 'formFactor'>,
  ): HTMLElement[];
  /** Creates the components of Home that a person with these permissions sees. */
  home(customPermissions: readonly string[]): HTMLElement[];
  /** Evaluates an expression in the components' sandbox, or in the sandbox of another namespace. */
  inSandbox(source: string, namespace?: string): unknown;
  /** The items of the app's utility bar. */
  utilityItems(): readonly { tag: string; label: string; icon: string; isEager: boolean }[];
  /** Creates any component by its tag. Throws if there is none. */
  make(tag: string, properties?: Record<string, unknown>): HTMLElement;
}

const all = await loadPackage();

/** Components that must be seen first. The others follow. */
const ORDER = [
  'c-rep-supervision-notice',
  'c-call-phones',
  'c-call-backs',
  'c-live-calls',
  'c-outcome-form',
];
const rank = (tag: string): number => (ORDER.includes(tag) ? ORDER.indexOf(tag) : ORDER.length);

/** Whether the package places a component on an object's record page for these permissions. */
const standsOn = (
  objects: Readonly<Record<string, readonly string[]>>,
  objectApiName: string,
  customPermissions: readonly string[],
): boolean => {
  const shownWith = objects[objectApiName];
  return shownWith !== undefined && isShown(shownWith, customPermissions);
};

const isShown = (shownWith: readonly string[], customPermissions: readonly string[]): boolean =>
  shownWith.length === 0 || shownWith.some((name) => customPermissions.includes(name));

const components: ExposedComponents = {
  onRecord: (properties, { customPermissions, formFactor }) =>
    all
      .filter(({ objects, phoneObjects }) =>
        standsOn(
          formFactor === 'Small' ? phoneObjects : objects,
          properties.objectApiName,
          customPermissions,
        ),
      )
      .toSorted((a, b) => rank(a.tag) - rank(b.tag))
      .map(({ tag, is }) => Object.assign(createElement(tag, { is }), properties)),
  home: (customPermissions) =>
    homeItems
      .filter(({ shownWith }) => isShown(shownWith, customPermissions))
      .map(({ tag }) => components.make(tag)),
  inSandbox,
  utilityItems: () => utilityItems,
  make(tag, properties = {}) {
    const component = all.find((each) => each.tag === tag);
    if (!component) throw new Error(`there is no ${tag}`);
    return Object.assign(createElement(tag, { is: component.is }), properties);
  },
};

export default components;
