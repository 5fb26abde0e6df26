import { analyticsPage } from './analytics.ts';
import type { ExposedComponents } from './components.ts';
import { h, icon, initials } from './dom.ts';
import { createNavigation } from './navigation.ts';
import { notificationTray } from './notificationTray.ts';
import { OBJECTS } from './objects.ts';
import { homePage, listPage, noPage, recordPage, tabPage, type RecordPage } from './pages.ts';
import type { Platform } from './platform.ts';
import { showToasts } from './toasts.ts';
import { utilityBar } from './utilityBar.ts';
import { say, speak } from './words.ts';

/**
 * The frame of Lightning Experience. Pages change inside it, so that a call in the utility bar
 * continues.
 */
export function createShell(
  platform: Platform,
  components: ExposedComponents,
): { go(path: string): void; recordsChanged(ids: readonly string[]): Promise<void> } {
  speak(platform.i18n.lang!);
  const base = `/as/${platform.alias}/lightning`;
  const main = h('main', { class: 'page-main', id: 'main', tabindex: '-1' });
  const tabs = platform.navigation.flatMap((name) => navigationItem(platform, base, name));
  const navigation = createNavigation(tabs, platform.hasSample ? sampleText(platform) : undefined);

  const header = h(
    'header',
    { class: 'page-header' },
    h(
      'a',
      { class: 'slds-assistive-text slds-assistive-text_focus', href: '#main' },
      say('Skip to main content'),
    ),
    h(
      'span',
      { class: 'page-logo', 'aria-hidden': 'true' },
      icon('utility:connected_apps', 'small'),
    ),
    h(
      'span',
      { class: 'page-search' },
      icon('utility:search', 'x-small'),
      h('span', {}, say('Search…')),
    ),
    notificationTray(platform),
    h(
      'span',
      { class: 'page-user' },
      h('span', { class: 'page-user-name' }, platform.name, h('small', {}, platform.title)),
      h(
        'a',
        { href: '/', class: 'page-avatar', 'aria-label': `${platform.name}: change person` },
        initials(platform.name),
      ),
    ),
  );

  document.body.append(
    header,
    navigation.element,
    main,
    ...(platform.formFactor === 'Large' ? [utilityBar(platform, components)] : []),
  );
  showToasts(document.body);

  let record: RecordPage | undefined;

  async function show(): Promise<void> {
    record = undefined;
    navigation.showPage(location.pathname);
    main.replaceChildren(h('div', { class: 'page-loading', role: 'status' }, say('Loading…')));
    try {
      main.replaceChildren(await pageAt(location.pathname));
    } catch (error) {
      main.replaceChildren(
        h(
          'div',
          { class: 'page-problem', role: 'alert' },
          h('h1', { class: 'slds-text-heading_medium' }, "This page can't be shown"),
          h('p', {}, (error as Error).message),
        ),
      );
    }
  }

  async function pageAt(pathname: string): Promise<HTMLElement> {
    const analytics = /\/[or]\/(Report|Dashboard)\/(\w+)/.exec(pathname);
    if (analytics) return analyticsPage(platform, analytics[1]!, analytics[2]!);
    const tab = /\/n\/([\w-]+)/.exec(pathname)?.[1];
    if (tab) return tabPage(platform, components, tab);
    const recordId = /\/r\/\w+\/(\w+)\/view/.exec(pathname)?.[1];
    if (recordId) {
      record = await recordPage(platform, components, recordId);
      return record.element;
    }
    const listed = /\/o\/(\w+)\/list/.exec(pathname)?.[1];
    if (listed) return listPage(platform, listed);
    return /\/lightning(\/(page\/home)?)?$/.test(pathname)
      ? homePage(platform, components)
      : noPage();
  }

  const go = (path: string): void => {
    history.pushState({}, '', path);
    void show();
  };
  document.addEventListener('click', (event) => {
    const link = event
      .composedPath()
      .find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    const mayFollow =
      link &&
      link.origin === location.origin &&
      link.pathname.startsWith(base) &&
      !event.defaultPrevented &&
      !(event as MouseEvent).metaKey &&
      !(event as MouseEvent).ctrlKey;
    if (!mayFollow || link.hash) return;
    event.preventDefault();
    go(link.pathname);
  });
  window.addEventListener('popstate', () => void show());
  void show();
  return {
    go,
    async recordsChanged(ids) {
      const shown = record;
      if (shown && ids.some((id) => id.slice(0, 15) === shown.recordId.slice(0, 15)))
        await shown.showAnew();
    },
  };
}

/** An item of the app's navigation: its label and where it leads. None for what has no page here. */
function navigationItem(
  { tabs }: Platform,
  base: string,
  name: string,
): [label: string, path: string][] {
  const standard = /^standard-(\w+)$/.exec(name)?.[1];
  if (standard === 'home') return [[say('Home'), `${base}/page/home`]];
  if (standard === 'report') return [[say('Reports'), `${base}/o/Report/home`]];
  if (standard === 'Dashboard') return [[say('Dashboards'), `${base}/o/Dashboard/home`]];
  const object = OBJECTS[standard ?? name];
  if (object) return [[say(object.plural), `${base}/o/${standard ?? name}/list`]];
  const tab = tabs.find((one) => one.name === name);
  return tab ? [[tab.label, `${base}/n/${name}`]] : [];
}

/** The text is in the language of the components. */
const sampleText = ({ language }: Platform): string =>
  language === 'de'
    ? 'Beispieldaten: vergangene Anrufe sind erfunden'
    : 'Sample data: past calls are invented';
