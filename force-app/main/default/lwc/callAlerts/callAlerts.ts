export type { Alert, ItemState } from './alerts';
export {
  askForDesktopNotices,
  desktopNotices,
  notifyOnDesktop,
  withdrawFromDesktop,
  type DesktopNotices,
} from './desktop';
export { openUtilityItem } from './utilityItem';
