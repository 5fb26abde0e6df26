import { z } from 'zod';
import { DAY_COLUMNS } from '../../commands/outcomes/dayFiles.ts';
import { MODES } from '../../domain/call/modes.ts';
import { answered, count, date, json, listOf, number, object, ref, share } from './openApiParts.ts';
import { PROFICIENCY, RECEIPTS, WORTH } from './openApiWorth.ts';
import {
  callsBehindQuery,
  outcomeDaysQuery,
  outcomeFiltersQuery,
  outcomesFileQuery,
  outcomesQuery,
} from './outcomeSchemas.ts';
import { PROGRAM_START_PATHS, PROGRAM_START_SCHEMAS } from './programStartsApi.ts';

/** Schemas that several answers share. */
const SCHEMAS = {
  Interval: object({ low: number, high: number }),
  Share: object({ events: count, n: count, interval: ref('Interval') }),
  Day: object(
    Object.fromEntries(
      DAY_COLUMNS.map(({ name, type }) => [name, type === 'INT32' ? count : { type: 'string' }]),
    ),
  ),
  Days: object(
    {
      ...answered,
      days: listOf(ref('Day')),
      next: { type: 'string', description: 'What to give as `after`. Absent on the last page.' },
    },
    ['direction', 'next'],
  ),
  Outcomes: object(
    {
      ...answered,
      mode: { type: 'string', enum: MODES },
      by: { type: 'string', enum: ['day', 'week'] },
      daysDue: count,
      totals: object(
        Object.fromEntries(
          ['answered', ...MODES, 'talkSeconds', 'helpRequested', 'transferred'].map((name) => [
            name,
            count,
          ]),
        ),
      ),
      norm: ref('Interval'),
      chart: object({ center: share, points: listOf({ type: 'object' }) }),
      reps: object({ target: share, points: listOf({ type: 'object' }) }),
      supervisors: object({ target: share, points: listOf({ type: 'object' }) }),
      otherSupervisors: {
        ...count,
        description: 'More supervisors, whose figures are for them, their managers and RevOps.',
      },
      repsByTenure: object({ status: { type: 'string', enum: ['too_few', 'adjusted'] } }),
      supervisorsByTenure: object({ status: { type: 'string', enum: ['too_few', 'adjusted'] } }),
      byMode: listOf({ type: 'object' }),
      byReason: listOf({ type: 'object' }),
    },
    ['direction', 'norm'],
  ),
  Worth: WORTH,
};

const choice = object({ value: { type: 'string' }, label: { type: 'string' } });
const median = object({ n: count, median: number, interval: ref('Interval') }, ['interval']);
const compared = object({ status: { type: 'string', enum: ['too_few', 'compared'] } });
const group = object(
  {
    ...Object.fromEntries(
      ['known', 'movedOn', 'movedBack', 'won', 'lost', 'gone', 'newOwner'].map((name) => [
        name,
        count,
      ]),
    ),
    revenue: { ...number, description: 'In the company’s currency, as it was converted then.' },
    winRate: ref('Share'),
    daysToClose: median,
    cycleDays: median,
    currencies: listOf(
      object({ currency: { type: 'string' }, won: count, revenue: number }, ['currency']),
    ),
  },
  ['daysToClose', 'cycleDays'],
);

/** How callers fared, with the fields that say which callers these are. */
const callers = (more: Record<string, unknown> = {}, optional: readonly string[] = []) =>
  object(
    {
      ...more,
      ...Object.fromEntries(
        ['callers', 'answered', 'missed', 'abandoned'].map((name) => [name, count]),
      ),
      unanswered: ref('Share'),
      soon: ref('Share'),
      waitSeconds: { ...share, description: 'The mean of the answered; absent without any.' },
      supervisedMinutes: share,
    },
    [...optional, 'waitSeconds'],
  );

/** How alerts were used, with the fields that say which alerts these are. */
const alertUse = (more: Record<string, unknown> = {}) =>
  object({
    ...more,
    shown: count,
    heldOut: count,
    limited: count,
    precision: ref('Share'),
    usefulOfShown: ref('Share'),
  });
const rating = object({ n: count, mean: number, counts: listOf(count) }, ['mean']);
const spread = { n: count, mean: share, interval: ref('Interval') };

const measured = object({ n: count, value: share, interval: ref('Interval') }, [
  'value',
  'interval',
]);
const firstAndLater = object({ first: measured, later: measured, changed: { type: 'boolean' } });

/** Answers about deals, calls and choices. */
const MORE_SCHEMAS = {
  ...PROGRAM_START_SCHEMAS,
  Deals: object(
    {
      ...answered,
      mode: { type: 'string', enum: MODES },
      looks: listOf(
        object(
          {
            days: { type: 'integer', enum: [7, 14, 30, 90] },
            joined: group,
            others: group,
            movedOn: compared,
            won: compared,
            revenue: compared,
            isBalanced: { type: 'boolean' },
            eValue: number,
          },
          ['eValue'],
        ),
      ),
    },
    ['direction'],
  ),
  Proficiency: PROFICIENCY,
  FirstDays: object(
    {
      ...answered,
      mode: { type: 'string', enum: MODES },
      reps: listOf(
        object(
          {
            userId: { type: 'string' },
            name: { type: 'string' },
            since: date,
            barges: firstAndLater,
            alerts: firstAndLater,
            scores: firstAndLater,
          },
          ['alerts'],
        ),
      ),
      total: count,
      waiting: listOf(
        object({ userId: { type: 'string' }, name: { type: 'string' }, completeOn: date }),
      ),
    },
    ['direction', 'scope'],
  ),
  Waiting: object(
    {
      ...answered,
      mode: { type: 'string', enum: MODES },
      by: { type: 'string', enum: ['day', 'week'] },
      totals: callers(),
      periods: listOf(callers({ from: date })),
      queues: listOf(
        callers({ queueId: { type: 'string' }, label: { type: 'string' } }, ['queueId', 'label']),
      ),
      comparison: object({ status: { type: 'string', enum: ['too_few', 'compared'] } }),
    },
    ['direction'],
  ),
  Alerts: object(
    {
      ...answered,
      mode: { type: 'string', enum: MODES },
      since: { ...date, description: 'Alerts before this day are no longer kept.' },
      all: alertUse(),
      managerHours: {
        ...count,
        description: 'Hours in which a manager’s reps were on calls that could raise alerts.',
      },
      perManagerHour: share,
      families: listOf(alertUse({ family: { type: 'string' } })),
      rules: listOf(
        alertUse({
          ruleName: { type: 'string' },
          label: { type: 'string' },
          family: { type: 'string' },
        }),
      ),
    },
    ['direction', 'perManagerHour'],
  ),
  Trust: object(
    {
      ...answered,
      mode: { type: 'string', enum: MODES },
      refused: count,
      refusals: listOf(
        object({ code: { type: 'string' }, refusals: count, message: { type: 'string' } }, [
          'message',
        ]),
      ),
      org: {
        ...object({ auditFaults: count, differences: count, audioPassed: ref('Share') }),
        description: 'Only for readers of everybody’s numbers.',
      },
    },
    ['direction', 'org'],
  ),
  Coaching: object(
    {
      ...answered,
      mode: { type: 'string', enum: MODES },
      held: count,
      onTime: {
        ...ref('Share'),
        description: 'Debriefs that were done by the day they were due, of those done or overdue.',
      },
      rep: rating,
      supervisor: rating,
      recurrence: object({
        of: count,
        all: object({ again: ref('Share'), watching: count }),
        reasons: listOf(
          object({
            reasonCode: { type: 'string' },
            label: { type: 'string' },
            again: ref('Share'),
            watching: count,
          }),
        ),
      }),
      calibration: object(
        {
          ...spread,
          scores: count,
          median: share,
          widest: share,
          months: listOf(object({ from: date, ...spread }, ['mean', 'interval'])),
        },
        ['mean', 'interval', 'median', 'widest'],
      ),
    },
    ['direction'],
  ),
  Receipts: RECEIPTS,
  Filters: object({
    teams: listOf(choice),
    queues: listOf(choice),
    reasons: listOf(choice),
    mayStateStarts: { type: 'boolean' },
  }),
  Calls: object(
    {
      calls: listOf({ type: 'object' }),
      next: {
        ...object({
          answeredAt: { type: 'string', format: 'date-time' },
          callId: { type: 'string' },
        }),
        description: 'What to give for the next page. Absent on the last one.',
      },
    },
    ['next'],
  ),
};

interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** The parameters of a query, as its schema checks them. */
export function parametersOf(query: z.ZodType): unknown[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' }) as JsonSchema;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

const operation = (
  summary: string,
  query: z.ZodType,
  content: Readonly<Record<string, unknown>>,
) => ({
  get: {
    summary,
    parameters: parametersOf(query),
    responses: {
      200: { description: 'Of the calls that the reader may know of.', content },
      401: { description: 'No session, or an expired one.' },
      403: { description: 'The reader may read nobody’s outcomes.' },
      422: { description: 'The question makes no sense; `error.field` says where.' },
    },
  },
});

/** The outcomes API as an OpenAPI document, with the parameters that the routes validate. */
export const outcomesOpenApi = () => ({
  openapi: '3.1.0',
  info: { title: 'Dealside outcomes', version: '1' },
  security: [{ session: [] }],
  paths: {
    '/api/outcomes': operation(
      'How often a mode is used, who differs, and how it ended',
      outcomesQuery,
      json('Outcomes'),
    ),
    '/api/outcomes/worth': operation('What stepping in was worth', outcomesQuery, json('Worth')),
    '/api/outcomes/deals': operation(
      'What became of deals after the calls about them',
      outcomesQuery,
      json('Deals'),
    ),
    '/api/outcomes/proficiency': operation(
      'How long new reps take until their calls go as well as those of experienced reps',
      outcomesQuery,
      json('Proficiency'),
    ),
    '/api/outcomes/first-days': operation(
      'New reps in days 1 to 30 and in days 61 to 90, as of today',
      outcomesQuery,
      json('FirstDays'),
    ),
    '/api/outcomes/waiting': operation(
      'How long callers waited and how many nobody answered, beside supervisors’ minutes',
      outcomesQuery,
      json('Waiting'),
    ),
    '/api/outcomes/alerts': operation(
      'How alerts were used, by rule and by family',
      outcomesQuery,
      json('Alerts'),
    ),
    '/api/outcomes/receipts': operation('What reps said of it', outcomesQuery, json('Receipts')),
    '/api/outcomes/trust': operation(
      'What was refused on calls, and faults of the audit and the audio',
      outcomesQuery,
      json('Trust'),
    ),
    '/api/outcomes/coaching': operation(
      'Debriefs: ratings and whether reasons came back; how far apart scores of the same call are',
      outcomesQuery,
      json('Coaching'),
    ),
    '/api/outcomes/filters': operation(
      'Teams, queues and reasons to choose among',
      outcomeFiltersQuery,
      json('Filters'),
    ),
    ...PROGRAM_START_PATHS,
    '/api/outcomes/calls': operation(
      'The calls behind a number, paged',
      callsBehindQuery,
      json('Calls'),
    ),
    '/api/outcomes/file': operation('What the page shows, as a file', outcomesFileQuery, {
      'text/csv': {},
      'application/vnd.apache.parquet': {},
    }),
    '/api/outcomes/days': operation(
      'The totals of each day, paged, or all of them as a file',
      outcomeDaysQuery,
      { ...json('Days'), 'text/csv': {}, 'application/vnd.apache.parquet': {} },
    ),
  },
  components: {
    schemas: { ...SCHEMAS, ...MORE_SCHEMAS },
    securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
  },
});
