import { day, h, icon } from './dom.ts';
import { ask } from './platform.ts';
import { currentLocale, say } from './words.ts';

interface Task {
  Id: string;
  Subject: string;
  Description?: string;
  IsClosed: boolean;
  TaskSubtype?: string;
  ActivityDate?: string;
  /** For events: when they are in the calendar. */
  StartDateTime?: string;
  EndDateTime?: string;
  OwnerName: string;
  WhoName: string;
  Priority?: string;
  Intervention_Reason__c?: string;
  Intervention_Outcome__c?: string;
  Intervention_Modes__c?: string;
  CallDurationInSeconds?: number;
}

/** The activity timeline of a record at its last reading. */
export function timeline(
  alias: string,
  recordId: string,
): { readonly element: HTMLElement; refresh(): void } {
  const list = h(
    'div',
    { class: 'page-timeline', 'aria-live': 'polite' },
    h('p', { class: 'slds-text-color_weak slds-p-around_medium' }, say('Loading activities…')),
  );
  const open = new Set<string>();
  let shown = '';

  async function read(): Promise<void> {
    const tasks = await ask<Task[]>(alias, `timeline/${recordId}`);
    const now = JSON.stringify(tasks);
    if (now === shown) return;
    shown = now;
    const upcoming = tasks.filter((task) => !isPast(task));
    const past = tasks.filter(isPast);
    list.replaceChildren(
      section(
        say('Upcoming & Overdue'),
        upcoming,
        say('No activities to show. Tasks appear here.'),
      ),
      section(say('Past'), past, say('No past activity.')),
    );
  }

  function section(title: string, tasks: Task[], empty: string): HTMLElement {
    return h(
      'section',
      {},
      h('h3', { class: 'page-timeline-title' }, title),
      tasks.length === 0
        ? h('p', { class: 'slds-text-color_weak slds-p-around_small' }, empty)
        : h('ul', {}, ...tasks.map(row)),
    );
  }

  function row(task: Task): HTMLElement {
    const details = h(
      'dl',
      { class: 'page-timeline-details', id: `details-${task.Id}`, hidden: !open.has(task.Id) },
      ...detailsOf(task),
    );
    const toggle = h(
      'button',
      {
        class: 'slds-button slds-button_icon',
        'aria-expanded': String(open.has(task.Id)),
        'aria-controls': `details-${task.Id}`,
        'aria-label': fill(say('Details of {subject}'), { subject: task.Subject }),
        onclick: () => {
          if (open.delete(task.Id)) details.hidden = true;
          else {
            open.add(task.Id);
            details.hidden = false;
          }
          toggle.setAttribute('aria-expanded', String(!details.hidden));
        },
      },
      icon('utility:chevrondown', 'x-small'),
    );
    return h(
      'li',
      { class: 'page-timeline-item' },
      toggle,
      icon(iconOf(task), 'small'),
      h(
        'div',
        { class: 'page-timeline-body' },
        h(
          'div',
          { class: 'page-timeline-head' },
          h('span', { class: 'page-timeline-subject' }, task.Subject),
          h('span', { class: 'slds-text-color_weak' }, day(task.ActivityDate)),
        ),
        h('p', { class: 'slds-text-color_weak' }, summaryOf(task)),
        details,
      ),
    );
  }

  const refresh = (): void =>
    void read().catch((error: Error) =>
      list.replaceChildren(
        h('p', { class: 'slds-text-color_error slds-p-around_medium' }, error.message),
      ),
    );
  refresh();
  return { element: list, refresh };
}

const isPast = ({ IsClosed, EndDateTime }: Task): boolean =>
  EndDateTime ? Date.parse(EndDateTime) < Date.now() : IsClosed;

function iconOf({ TaskSubtype, StartDateTime }: Task): string {
  if (StartDateTime) return 'standard:event';
  return TaskSubtype === 'Call' ? 'standard:log_a_call' : 'standard:task';
}

function summaryOf(task: Task): string {
  const values = {
    who: task.OwnerName,
    customer: task.WhoName,
    time: task.StartDateTime ? timeOf(task.StartDateTime) : '',
  };
  if (task.StartDateTime)
    return fill(
      say(isPast(task) ? '{who} had an event at {time}' : '{who} has an event at {time}'),
      values,
    );
  const [alone, withCustomer] =
    SUMMARIES[task.TaskSubtype === 'Call' ? 'call' : 'task'][task.IsClosed ? 'closed' : 'open'];
  return fill(say(task.WhoName ? withCustomer : alone), values);
}

/** What somebody has done or is to do, and the same with a customer. */
const SUMMARIES = {
  call: {
    closed: ['{who} logged a call', '{who} logged a call with {customer}'],
    open: ['{who} has an upcoming call', '{who} has an upcoming call about {customer}'],
  },
  task: {
    closed: ['{who} completed a task', '{who} completed a task with {customer}'],
    open: ['{who} has an upcoming task', '{who} has an upcoming task about {customer}'],
  },
} as const;

const timeOf = (at: string): string =>
  new Date(at).toLocaleTimeString(currentLocale(), { hour: 'numeric', minute: '2-digit' });

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

function detailsOf(task: Task): HTMLElement[] {
  const facts: [string, string | undefined][] = [
    ['Reason', task.Intervention_Reason__c],
    ['Outcome', task.Intervention_Outcome__c],
    ['Modes', task.Intervention_Modes__c],
    ['Priority', task.IsClosed ? undefined : task.Priority],
    ['Description', task.Description],
  ];
  return facts.flatMap(([name, value]) =>
    value ? [h('dt', {}, say(name)), h('dd', {}, value)] : [],
  );
}
