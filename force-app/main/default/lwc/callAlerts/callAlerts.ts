export { alertsFor, concernsOf, itemState, type Alert, type ItemState } from './alerts';
export { openUtilityItem } from './utilityItem';
