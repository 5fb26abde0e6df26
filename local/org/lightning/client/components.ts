import exposed from 'dealside:exposed-components';
import { createElement } from 'lwc';

/** Components of the package by the places their metadata allows them on. */
export interface ExposedComponents {
  on(target: string, properties?: Record<string, unknown>): HTMLElement[];
}

/** What needs to be seen first stands first; what is not named follows. */
const ORDER = ['c-barge-notice', 'c-live-calls', 'c-outcome-form', 'c-live-wall'];
const rank = (tag: string): number => (ORDER.includes(tag) ? ORDER.indexOf(tag) : ORDER.length);

const components: ExposedComponents = {
  on: (target, properties = {}) =>
    exposed
      .filter((component) => component.targets.includes(target))
      .toSorted((a, b) => rank(a.tag) - rank(b.tag))
      .map(({ tag, is }) => Object.assign(createElement(tag, { is }), properties)),
};

export default components;
