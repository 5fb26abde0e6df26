import { NavigationMixin } from 'lightning/navigation';

/** The calls of a component's `Navigate`. Must be called before it is first shown. */
export function navigations(component: { prototype: object }): jest.Mock {
  const navigated = jest.fn();
  const mixed = Object.getPrototypeOf(component.prototype) as Record<symbol, unknown>;
  mixed[NavigationMixin.Navigate as unknown as symbol] = navigated;
  return navigated;
}
