import type { ExposedComponents } from './components.ts';
import { h, icon } from './dom.ts';
import { objectNamed, textOf, titleOf, type PageObject, type Shown } from './objects.ts';
import type { Platform, RecordData } from './platform.ts';
import { timeline } from './timeline.ts';
import { say } from './words.ts';

const MOST_ROWS = 200;
const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Proposal',
  'Negotiation',
  'Closed',
];

/** A page, and a function that reads its record again. */
export interface RecordPage {
  readonly element: HTMLElement;
  readonly recordId: string;
  showAnew(): Promise<void>;
}

/**
 * The record page of an object: highlights, the stage path of an opportunity, the package's
 * components, details, activities. As in Salesforce, no part of it polls: it stays as loaded until
 * a component asks for a refresh.
 */
export async function recordPage(
  platform: Platform,
  components: ExposedComponents,
  recordId: string,
): Promise<RecordPage> {
  const record = await platform.record(recordId);
  const object = objectNamed(record.apiName);
  document.title = `${titleOf(record)} | ${say(object.label)} | Salesforce`;
  const placed = components.onRecord({ recordId, objectApiName: record.apiName }, platform);
  const activities = timeline(platform.alias, recordId);
  let shown = partsOf(record, object);
  const element = h(
    'div',
    { class: 'page-record' },
    shown.highlights,
    shown.path,
    h(
      'div',
      { class: 'page-columns' },
      h('div', { class: 'page-column page-column_main' }, ...placed, shown.details),
      h(
        'div',
        { class: 'page-column' },
        card(say('Activity'), 'standard:task', activities.element),
      ),
    ),
  );
  const showAnew = async (): Promise<void> => {
    const next = partsOf(await platform.record(recordId), object);
    shown.highlights.replaceWith(next.highlights);
    shown.path?.replaceWith(next.path!);
    shown.details.replaceWith(next.details);
    shown = next;
  };
  element.addEventListener('lightning__refresh', (event) => {
    event.stopPropagation();
    void showAnew();
    activities.refresh();
  });
  return { element, recordId, showAnew };
}

/** The page's own view of its record, apart from components. */
const partsOf = (record: RecordData, object: PageObject) => ({
  highlights: highlights(record, object),
  path:
    record.apiName === 'Opportunity'
      ? stagePath(String(record.fields.StageName?.value))
      : undefined,
  details: details(record, object),
});

/** The home page, with the package's components. */
export function homePage(platform: Platform, components: ExposedComponents): HTMLElement {
  document.title = `${say('Home')} | Salesforce`;
  const placed = platform.formFactor === 'Large' ? components.home(platform.customPermissions) : [];
  return h(
    'div',
    { class: 'page-home' },
    h(
      'h1',
      { class: 'slds-text-heading_large page-greeting' },
      `${greeting(new Date(), platform)}, ${platform.name.split(' ')[0]}`,
    ),
    ...(placed.length > 0 ? placed : [h('p', {}, 'Nothing has been placed on this page yet.')]),
  );
}

/** A greeting by the user's time of day, in English or German. */
function greeting(now: Date, { language, i18n }: Platform): string {
  const hour = Number(
    new Intl.DateTimeFormat('en-US', {
      hour: 'numeric',
      hourCycle: 'h23',
      timeZone: i18n.timeZone,
    }).format(now),
  );
  const [morning, afternoon, evening] =
    language === 'de'
      ? ['Guten Morgen', 'Guten Tag', 'Guten Abend']
      : ['Good morning', 'Good afternoon', 'Good evening'];
  if (hour < 12) return morning;
  return hour < 18 ? afternoon : evening;
}

/** The page of a tab that this person's permission sets make visible. */
export function tabPage(
  { tabs }: Platform,
  components: ExposedComponents,
  name: string,
): HTMLElement {
  const tag = tabs.find((tab) => tab.name === name)?.tag;
  document.title = 'Dealside | Salesforce';
  return h(
    'div',
    { class: 'page-home' },
    h('h1', { class: 'slds-assistive-text' }, 'Dealside'),
    tag ? components.make(tag) : noTab(),
  );
}

/** Salesforce's text for a tab that this person's app does not have, and a link to another page. */
const noTab = (): HTMLElement =>
  h(
    'article',
    { class: 'slds-card slds-p-around_medium' },
    h('h2', { class: 'slds-text-heading_medium' }, say("This page isn't available")),
    h(
      'p',
      { class: 'slds-m-vertical_small' },
      say(
        "Either the tab doesn't exist, or your permission sets don't include it. Ask your administrator.",
      ),
    ),
    wayHome(),
  );

const wayHome = (): HTMLElement =>
  h(
    'a',
    { href: `${location.pathname.split('/lightning')[0]!}/lightning/page/home` },
    say('Go to Home'),
  );

/** Salesforce's page for an address that leads nowhere. */
export function noPage(): HTMLElement {
  document.title = `${say("Page doesn't exist")} | Salesforce`;
  return h(
    'div',
    { class: 'page-problem', role: 'alert' },
    h('h1', { class: 'slds-text-heading_medium' }, say("Page doesn't exist")),
    h('p', { class: 'slds-m-vertical_small' }, say('Enter a valid URL and try again.')),
    wayHome(),
  );
}

/** The list view of an object. */
export async function listPage(platform: Platform, objectName: string): Promise<HTMLElement> {
  const { plural: english, icon: iconName, columns } = objectNamed(objectName);
  const plural = say(english);
  document.title = `${plural} | Salesforce`;
  const { records } = await platform.list(objectName, 'All', { size: MOST_ROWS });
  return h(
    'div',
    {},
    h('h1', { class: 'slds-assistive-text' }, plural),
    card(
      plural,
      iconName,
      h(
        'div',
        { class: 'page-scroll' },
        h(
          'table',
          { class: 'slds-table slds-table_cell-buffer slds-table_bordered' },
          h(
            'thead',
            {},
            h(
              'tr',
              { class: 'slds-line-height_reset' },
              ...columns.map(({ label }) => h('th', { scope: 'col' }, say(label))),
            ),
          ),
          h(
            'tbody',
            {},
            ...records.map((record) => rowOf(platform.alias, objectName, record, columns)),
          ),
        ),
      ),
    ),
  );
}

function rowOf(
  alias: string,
  objectName: string,
  record: RecordData,
  [name, ...others]: readonly Shown[],
): HTMLElement {
  const href = `/as/${alias}/lightning/r/${objectName}/${record.id}/view`;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href }, textOf(record, name!))),
    ...others.map((shown) => h('td', {}, textOf(record, shown))),
  );
}

function highlights(record: RecordData, { label, icon: iconName, facts }: PageObject): HTMLElement {
  return h(
    'section',
    { class: 'page-card page-highlights', 'aria-label': say('Highlights') },
    h(
      'div',
      { class: 'page-highlights-title' },
      icon(iconName, 'medium'),
      h(
        'div',
        {},
        h('p', { class: 'slds-text-color_weak' }, say(label)),
        h('h1', { class: 'page-title' }, titleOf(record)),
      ),
    ),
    h(
      'dl',
      { class: 'page-facts' },
      ...facts.map((shown) =>
        h('div', {}, h('dt', {}, say(shown.label)), h('dd', {}, textOf(record, shown))),
      ),
    ),
  );
}

function stagePath(stage: string): HTMLElement {
  const current = STAGES.findIndex((name) => stage.startsWith(name));
  return h(
    'ol',
    { class: 'page-path', 'aria-label': 'Stage', tabindex: '0' },
    ...STAGES.map((name, i) =>
      h(
        'li',
        {
          class: `page-path-step ${i < current ? 'page-path-step_done' : i === current ? 'page-path-step_current' : ''}`,
          'aria-current': i === current ? 'step' : undefined,
        },
        i < current ? '✓' : name,
      ),
    ),
  );
}

const details = (record: RecordData, { details: shown }: PageObject): HTMLElement =>
  card(
    say('Details'),
    'standard:record',
    h(
      'dl',
      { class: 'page-details' },
      ...shown.map((one) =>
        h('div', {}, h('dt', {}, say(one.label)), h('dd', {}, textOf(record, one))),
      ),
    ),
  );

function card(title: string, iconName: string, body: HTMLElement): HTMLElement {
  return h(
    'article',
    { class: 'page-card' },
    h('header', { class: 'page-card-header' }, icon(iconName, 'small'), h('h2', {}, title)),
    body,
  );
}
