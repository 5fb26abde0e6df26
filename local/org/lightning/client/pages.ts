import type { ExposedComponents } from './components.ts';
import { day, h, icon, money } from './dom.ts';
import { ask, type Platform, type RecordData } from './platform.ts';
import { timeline } from './timeline.ts';

const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Proposal',
  'Negotiation',
  'Closed',
];

/**
 * The record page of an opportunity: highlights, stage path, the package's components, details,
 * activities.
 */
export async function recordPage(
  platform: Platform,
  components: ExposedComponents,
  recordId: string,
): Promise<HTMLElement> {
  const record = await platform.record(recordId);
  const value = (name: string): unknown => record.fields[name]?.value;
  document.title = `${String(value('Name'))} | Opportunity | Salesforce`;
  return h(
    'div',
    { class: 'page-record' },
    highlights(record),
    stagePath(String(value('StageName'))),
    h(
      'div',
      { class: 'page-columns' },
      h(
        'div',
        { class: 'page-column page-column_main' },
        ...components.on('lightning__RecordPage', { recordId, objectApiName: 'Opportunity' }),
        details(record),
      ),
      h(
        'div',
        { class: 'page-column' },
        card('Activity', 'standard:task', timeline(platform.alias, recordId)),
      ),
    ),
  );
}

/** The home page, with the package's components. */
export function homePage(platform: Platform, components: ExposedComponents): HTMLElement {
  document.title = 'Home | Salesforce';
  const placed = components.on('lightning__HomePage');
  return h(
    'div',
    { class: 'page-home' },
    h(
      'h1',
      { class: 'slds-text-heading_large page-greeting' },
      `${greeting(new Date(), platform.language)}, ${platform.name.split(' ')[0]}`,
    ),
    ...(placed.length > 0 ? placed : [h('p', {}, 'Nothing has been placed on this page yet.')]),
  );
}

/** A greeting by the time of day, in English or German. */
function greeting(now: Date, language: string): string {
  const hour = now.getHours();
  const [morning, afternoon, evening] =
    language === 'de'
      ? ['Guten Morgen', 'Guten Tag', 'Guten Abend']
      : ['Good morning', 'Good afternoon', 'Good evening'];
  if (hour < 12) return morning;
  return hour < 18 ? afternoon : evening;
}

/** The page of a tab that this person's permission sets show. */
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
    tag ? components.make(tag) : h('p', {}, 'There is no such tab.'),
  );
}

/** The list view of opportunities. */
export async function listPage(platform: Platform): Promise<HTMLElement> {
  document.title = 'Opportunities | Salesforce';
  const rows = await ask<Record<string, unknown>[]>(platform.alias, 'opportunities');
  const cells = (row: Record<string, unknown>) => [
    String(row.AccountName),
    String(row.StageName),
    money(row.Amount, row.CurrencyIsoCode),
    day(row.CloseDate),
    String(row.OwnerName),
  ];
  return h(
    'div',
    {},
    h('h1', { class: 'slds-assistive-text' }, 'Opportunities'),
    card(
      'Opportunities',
      'standard:opportunity',
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
              ...['Opportunity', 'Account', 'Stage', 'Amount', 'Close Date', 'Owner'].map((name) =>
                h('th', { scope: 'col' }, name),
              ),
            ),
          ),
          h(
            'tbody',
            {},
            ...rows.map((row) =>
              h(
                'tr',
                {},
                h(
                  'th',
                  { scope: 'row' },
                  h(
                    'a',
                    {
                      href: `/as/${platform.alias}/lightning/r/Opportunity/${String(row.Id)}/view`,
                    },
                    String(row.Name),
                  ),
                ),
                ...cells(row).map((text) => h('td', {}, text)),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function highlights({ fields }: RecordData): HTMLElement {
  const text = (name: string) => String(fields[name]?.value ?? '');
  const facts: [string, string][] = [
    ['Account', text('AccountName')],
    ['Close Date', day(text('CloseDate'))],
    ['Amount', money(fields.Amount?.value, fields.CurrencyIsoCode?.value)],
    ['Owner', text('OwnerName')],
  ];
  return h(
    'section',
    { class: 'page-card page-highlights', 'aria-label': 'Highlights' },
    h(
      'div',
      { class: 'page-highlights-title' },
      icon('standard:opportunity', 'medium'),
      h(
        'div',
        {},
        h('p', { class: 'slds-text-color_weak' }, 'Opportunity'),
        h('h1', { class: 'page-title' }, text('Name')),
      ),
    ),
    h(
      'dl',
      { class: 'page-facts' },
      ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
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

function details({ fields }: RecordData): HTMLElement {
  const facts: [string, unknown][] = [
    ['Opportunity Name', fields.Name?.value],
    ['Stage', fields.StageName?.value],
    ['Amount', money(fields.Amount?.value, fields.CurrencyIsoCode?.value)],
    ['Probability', `${String(fields.Probability?.value ?? '')}%`],
    ['Next Step', fields.NextStep?.value],
    ['Close Date', day(fields.CloseDate?.value)],
  ];
  return card(
    'Details',
    'standard:record',
    h(
      'dl',
      { class: 'page-details' },
      ...facts.map(([name, value]) =>
        h('div', {}, h('dt', {}, name), h('dd', {}, String(value ?? ''))),
      ),
    ),
  );
}

function card(title: string, iconName: string, body: HTMLElement): HTMLElement {
  return h(
    'article',
    { class: 'page-card' },
    h('header', { class: 'page-card-header' }, icon(iconName, 'small'), h('h2', {}, title)),
    body,
  );
}
