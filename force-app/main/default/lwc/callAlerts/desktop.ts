import type { Alert } from './alerts';

/** Whether alerts are also shown by the desktop: `ask` where the person has not said yet. */
export type DesktopNotices = 'on' | 'ask' | 'blocked' | 'unsupported';

/** Undefined where the browser has no notifications, such as in an app on a phone. */
const notifications = (): typeof Notification | undefined =>
  typeof Notification === 'undefined' ? undefined : Notification;

export function desktopNotices(): DesktopNotices {
  switch (notifications()?.permission) {
    case 'granted':
      return 'on';
    case 'denied':
      return 'blocked';
    case 'default':
      return 'ask';
    case undefined:
    default:
      return 'unsupported';
  }
}

/** The notices that the desktop shows, by the key of their alert. */
const shown = new Map<string, Notification>();

/** Takes the notice of this alert off the desktop, if it is there. */
export function withdrawFromDesktop(key: string): void {
  shown.get(key)?.close();
  shown.delete(key);
}

/** Asks the person, within a click of theirs. */
export async function askForDesktopNotices(): Promise<DesktopNotices> {
  await notifications()?.requestPermission();
  return desktopNotices();
}

/**
 * Shows an alert on the desktop while the page is not seen. It is seen by whoever stands beside the
 * screen, so what was said on the call is not in it.
 */
export function notifyOnDesktop({ key, title, message }: Alert): void {
  const Notice = notifications();
  if (!Notice || Notice.permission !== 'granted' || !document.hidden) return;
  const notice = new Notice(title, {
    tag: key,
    ...(!key.startsWith('text ') && { body: message }),
  });
  shown.set(key, notice);
  notice.onclose = () => {
    if (shown.get(key) === notice) shown.delete(key);
  };
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}
