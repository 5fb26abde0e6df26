const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate](pageReference, replace) {
      globalThis.platform.navigate(pageReference, replace);
    }
    [GenerateUrl](pageReference) {
      return Promise.resolve(globalThis.platform.urlOf(pageReference));
    }
  };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

export class CurrentPageReference {
  constructor(emit) {
    emit(globalThis.platform.pageReference());
  }
  connect() {}
  update() {}
  disconnect() {}
}
