export type { Alert, ItemState } from './alerts';
export {
  askForDesktopNotices,
  desktopNotices,
  notifyOnDesktop,
  type DesktopNotices,
} from './desktop';
export { openUtilityItem } from './utilityItem';
