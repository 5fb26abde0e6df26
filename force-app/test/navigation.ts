import { NavigationMixin } from 'lightning/navigation';

/** Where a component has people led to: the calls of its `Navigate`. Before it is shown first. */
export function navigations(component: { prototype: object }): jest.Mock {
  const navigated = jest.fn();
  const mixed = Object.getPrototypeOf(component.prototype) as Record<symbol, unknown>;
  mixed[NavigationMixin.Navigate as unknown as symbol] = navigated;
  return navigated;
}
