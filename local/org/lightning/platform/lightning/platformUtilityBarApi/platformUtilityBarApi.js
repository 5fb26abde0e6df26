/** Tells a component which utility bar item it belongs to, a moment after it was created. */
export class EnclosingUtilityId {
  constructor(emit) {
    const id = globalThis.platform.utilityBeingMade;
    emit(undefined);
    if (id) setTimeout(() => emit(id));
  }
  connect() {}
  update() {}
  disconnect() {}
}

/** Resolves to true, and rejects if there is no such item. */
const inBar = async (act) => {
  act(globalThis.platform.utilityBar);
  return true;
};

export const open = (utilityId) => inBar((bar) => bar.open(utilityId));
export const minimize = (utilityId) => inBar((bar) => bar.minimize(utilityId));
export const updateUtility = (utilityId, attributes = {}) =>
  inBar((bar) => bar.update(utilityId, attributes));
export const updatePanel = (utilityId, attributes = {}) =>
  inBar((bar) => bar.size(utilityId, attributes));
