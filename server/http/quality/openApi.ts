import { parametersOf } from '../outcomes/openApi.ts';
import { listOf, object, ref } from '../outcomes/openApiParts.ts';
import { qualityQuery } from './query.ts';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const page = (items: Record<string, unknown>) =>
  object({
    ...items,
    next: {
      type: 'string',
      description: 'What to give as `after`, now for the next page, or later for what came since.',
    },
    areMore: { type: 'boolean', description: 'Whether there is another page now.' },
  });

const SCHEMAS = {
  Line: object({
    lineId: text,
    speaker: { type: 'string', enum: ['customer', 'rep'] },
    text: { type: 'string', description: 'Without card numbers. Never what a supervisor said.' },
    startedAt: time,
    endedAt: time,
  }),
  Call: object(
    {
      callId: text,
      direction: { type: 'string', enum: ['inbound', 'outbound'] },
      startedAt: time,
      answeredAt: time,
      endedAt: time,
      rep: object({ userId: text, name: text }),
      opportunityId: text,
      queueIds: listOf(text),
      isTranscribed: { type: 'boolean' },
      lines: listOf(ref('Line')),
    },
    ['answeredAt', 'opportunityId'],
  ),
  Score: object(
    {
      byUserId: text,
      at: time,
      percent: { type: 'number' },
      failed: { ...listOf(text), description: 'Critical items that were failed.' },
      answers: listOf(
        object({ item: text, value: { type: ['number', 'boolean', 'string'] }, comment: text }, [
          'comment',
        ]),
      ),
    },
    ['percent'],
  ),
  GivenScore: object(
    {
      callId: text,
      at: { ...time, description: 'Since when it is complete.' },
      kind: { type: 'string', enum: ['debrief', 'calibration'] },
      interventionId: text,
      self: ref('Score'),
      supervisor: ref('Score'),
      score: ref('Score'),
    },
    ['interventionId', 'self', 'supervisor', 'score'],
  ),
  Calls: page({ calls: listOf(ref('Call')) }),
  Scores: page({ scores: listOf(ref('GivenScore')) }),
};

const operation = (summary: string, name: keyof typeof SCHEMAS) => ({
  get: {
    summary,
    parameters: parametersOf(qualityQuery),
    responses: {
      200: {
        description: 'Of the calls that the reader may see; what is read is on the audit.',
        content: { 'application/json': { schema: ref(name) } },
      },
      401: { description: 'No session, or an expired one.' },
      422: { description: 'The question makes no sense; `error.field` says where.' },
    },
  },
});

/** Transcripts and scores as an OpenAPI document, with the parameters that the routes validate. */
export const qualityOpenApi = () => ({
  openapi: '3.1.0',
  info: { title: 'Dealside transcripts and scores', version: '1' },
  security: [{ session: [] }],
  paths: {
    '/api/quality/calls': operation('Ended calls with what was said, the oldest first', 'Calls'),
    '/api/quality/scores': operation('Scores that are complete, the oldest first', 'Scores'),
  },
  components: {
    schemas: SCHEMAS,
    securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
  },
});
