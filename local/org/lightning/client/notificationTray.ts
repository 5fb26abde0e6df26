import { h, icon } from './dom.ts';
import { ask, type Platform } from './platform.ts';

/** A custom notification, as the tray shows it. */
interface Notification {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly path?: string;
}

/** Real Lightning receives a push. The stand-in's page polls instead. */
const ASK_EVERY_MS = 2_000;

/**
 * The notification tray in every page's header, with the notifications since the page was loaded.
 */
export function notificationTray(platform: Platform): HTMLElement {
  const shown: Notification[] = [];
  let seen = 0;
  const count = h('span', { class: 'page-notifications-count', hidden: true });
  const list = h('ul', {
    class: 'page-notifications-list',
    hidden: true,
    'aria-label': 'Notifications',
  });
  const button = h(
    'button',
    {
      class: 'page-notifications-button',
      'aria-label': 'Notifications',
      'aria-expanded': 'false',
      onclick: () => {
        list.hidden = !list.hidden;
        button.setAttribute('aria-expanded', String(!list.hidden));
        seen = shown.length;
        draw();
      },
    },
    icon('utility:notification', 'x-small'),
    count,
  );

  function draw(): void {
    const unseen = shown.length - seen;
    count.hidden = unseen === 0;
    count.textContent = String(unseen);
    button.setAttribute(
      'aria-label',
      unseen === 0 ? 'Notifications' : `Notifications, ${unseen} new`,
    );
    list.replaceChildren(
      ...shown
        .toReversed()
        .map(({ title, body, path }) =>
          h(
            'li',
            {},
            path ? h('a', { href: `/as/${platform.alias}${path}` }, title) : h('strong', {}, title),
            h('p', {}, body),
          ),
        ),
    );
  }

  let last: number | undefined;
  async function look(): Promise<void> {
    const all = await ask<Notification[]>(platform.alias, 'notifications');
    const known = last ?? all.at(-1)?.id ?? 0;
    const fresh = all.filter(({ id }) => id > known);
    last = all.at(-1)?.id ?? known;
    if (fresh.length === 0) return;
    shown.push(...fresh);
    draw();
  }
  const again = (): void => void look().catch(() => undefined);
  again();
  setInterval(again, ASK_EVERY_MS);
  return h('div', { class: 'page-notifications' }, button, list);
}
