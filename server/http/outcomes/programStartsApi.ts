import { date, json, listOf, object } from './openApiParts.ts';

/** The routes by which RevOps states when programs began, for the OpenAPI document. */
export const PROGRAM_START_PATHS = {
  '/api/outcomes/program-starts': {
    get: {
      summary: 'When the program of each team began, for those who may state it',
      responses: {
        200: { description: 'The teams with calls, by name.', content: json('ProgramStarts') },
        401: { description: 'No session, or an expired one.' },
        403: { description: 'Neither RevOps nor an administrator.' },
      },
    },
  },
  '/api/outcomes/program-starts/{userId}': {
    put: {
      summary: 'States when the program of the team of a manager began, or takes that back',
      parameters: [{ name: 'userId', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: { required: true, content: json('ProgramStart') },
      responses: {
        200: { description: 'The teams with calls, by name.', content: json('ProgramStarts') },
        401: { description: 'No session, or an expired one.' },
        403: { description: 'Neither RevOps nor an administrator.' },
        404: { description: 'Nobody who reports to this manager called in the last year.' },
        422: { description: 'No such day; `error.field` says where.' },
      },
    },
  },
};

export const PROGRAM_START_SCHEMAS = {
  ProgramStart: object({
    startsOn: { ...date, type: ['string', 'null'], description: 'Null takes the start back.' },
  }),
  ProgramStarts: object({
    teams: listOf(
      object({ managerUserId: { type: 'string' }, name: { type: 'string' }, startsOn: date }, [
        'startsOn',
      ]),
    ),
  }),
};
