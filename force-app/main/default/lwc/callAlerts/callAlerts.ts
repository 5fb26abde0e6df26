export type { Alert, ItemState } from './alerts';
export { openUtilityItem } from './utilityItem';
