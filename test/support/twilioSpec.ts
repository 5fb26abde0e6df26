import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Exchange } from './wiretap.ts';

interface Schema {
  type?: string;
  format?: string;
  nullable?: boolean;
  /** Ours: the property may be missing. */
  optional?: boolean;
  $ref?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
interface Described {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema & { required?: string[] } }> };
  responses: Record<
    string,
    { content?: Record<string, { schema: Schema; examples?: Record<string, { value: unknown }> }> }
  >;
}
interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

const BASE = '/2010-04-01/Accounts/{AccountSid}';

/** Parameters and responses of one operation, by Twilio's OpenAPI description. */
interface DescribedOperation {
  /** As in `GET /Calls/{Sid}.json`. */
  readonly key: string;
  /** The names of its parameters: of the form for a POST, of the query otherwise. */
  readonly parameters: readonly string[];
  readonly examples: readonly { name: string; status: number; body: unknown }[];
  /** Sentences about what is wrong with a request and its response; empty if nothing is. */
  faultsOf(exchange: Pick<Exchange, 'method' | 'query' | 'form' | 'status' | 'body'>): string[];
}

export interface TwilioSpec {
  operation(key: string): DescribedOperation | undefined;
  /** The operation of a recorded request. */
  match(exchange: Pick<Exchange, 'method' | 'path'>): DescribedOperation | undefined;
}

/** Where Twilio's description contradicts Twilio's own examples, the examples are right. */
function patched(document: Document): Document {
  const { schemas } = document.components;
  const of = (name: string): Record<string, Schema> => schemas[name]!.properties!;
  of('api.v2010.account.conference').reason_conference_ended = {
    ...schemas.conference_enum_reason_conference_ended!,
    nullable: true,
  };
  const number = of('api.v2010.account.incoming_phone_number');
  for (const name of [
    'sms_application_sid',
    'sms_fallback_url',
    'sms_url',
    'status_callback',
    'voice_application_sid',
  ])
    number[name] = { type: 'string', nullable: true };
  number.subresource_uris = { type: 'object', nullable: true };
  of('api.v2010.account.call').annotation = { type: 'string', nullable: true };
  // A STUN server has neither name nor password, and none of the examples has a url.
  const text: Schema = { type: 'string' };
  const optional: Schema = { ...text, optional: true };
  const server = { urls: text, url: optional, username: optional, credential: optional };
  of('api.v2010.account.token').ice_servers = {
    type: 'array',
    items: { type: 'object', properties: server },
  };
  for (const schema of Object.values(schemas)) {
    for (const property of Object.values(schema.properties ?? {}))
      if (property.nullable && !property.type) property.type = 'object';
  }
  return document;
}

/**
 * Converts to a JSON Schema that is stricter than the description: all properties are required, no
 * others allowed.
 */
function strict(schema: Schema, schemas: Record<string, Schema>): object {
  const resolved = schema.$ref ? schemas[schema.$ref.split('/').at(-1)!]! : schema;
  const { properties, items, nullable, format, optional: _optional, ...rest } = resolved;
  return {
    ...rest,
    ...(resolved.type && { type: nullable ? [resolved.type, 'null'] : resolved.type }),
    ...(resolved.enum && nullable && { enum: [...resolved.enum, null] }),
    ...(format && format in FORMATS && { format }),
    ...(items && { items: strict(items, schemas) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, strict(property, schemas)]),
      ),
      required: Object.keys(properties).filter((name) => !properties[name]!.optional),
      additionalProperties: false,
    }),
  };
}

const FORMATS: Record<string, RegExp> = {
  'date-time-rfc-2822':
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d \+0000$/,
  currency: /^[A-Z]{3}$/,
  // Twilio's own examples of addresses are paths.
  uri: /^(\w+:\/\/|\/)\S+$/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};

/** Twilio's published OpenAPI description of its 2010 API. */
export function loadTwilioSpec(): TwilioSpec {
  const file = createRequire(import.meta.url)
    .resolve('@twilio-alpha/mcp/package.json')
    .replace('package.json', 'twilio-oai/spec/json/twilio_api_v2010.json');
  const document = patched(JSON.parse(readFileSync(file, 'utf8')) as Document);
  const { schemas } = document.components;
  const ajv = new Ajv({ allErrors: true, strict: false, coerceTypes: false, formats: FORMATS });
  const lenient = new Ajv({ strict: false, coerceTypes: true, formats: FORMATS });
  const operations = new Map<string, DescribedOperation & { method: string; pattern: RegExp }>();

  for (const [path, methods] of Object.entries(document.paths)) {
    if (!path.startsWith(BASE)) continue;
    for (const method of ['get', 'post', 'delete']) {
      const described = methods[method];
      if (described)
        operations.set(
          `${method.toUpperCase()} ${path.slice(BASE.length)}`,
          compile(path, method.toUpperCase(), described),
        );
    }
  }

  function compile(
    path: string,
    method: string,
    described: Described,
  ): DescribedOperation & { method: string; pattern: RegExp } {
    const form = described.requestBody?.content['application/x-www-form-urlencoded']?.schema;
    const taken = new Map<string, Schema>(
      method === 'POST'
        ? Object.entries(form?.properties ?? {})
        : (described.parameters ?? [])
            .filter((parameter) => parameter.in === 'query')
            .map(({ name, schema }) => [name, schema]),
    );
    const answers = new Map<number, ValidateFunction | undefined>();
    const validatorOf = (status: number): ValidateFunction | undefined => {
      const schema = described.responses[status]?.content?.['application/json']?.schema;
      if (!answers.has(status)) answers.set(status, schema && ajv.compile(strict(schema, schemas)));
      return answers.get(status);
    };

    function requestFaults(sent: URLSearchParams): string[] {
      const missing = (form?.required ?? [])
        .filter((name) => method === 'POST' && !sent.has(name))
        .map((name) => `request lacks ${name}`);
      return [
        ...missing,
        ...[...sent].flatMap(([name, value]) => {
          const schema = taken.get(name);
          // Documented: an empty WaitUrl is silence.
          if (name === 'WaitUrl' && value === '') return [];
          if (!schema) return [`request has ${name}, which is no parameter`];
          const operation = lenient.compile({
            type: 'object',
            properties: {
              value: strict(schema.type === 'array' ? schema.items! : schema, schemas),
            },
          });
          return operation({ value })
            ? []
            : [`request has ${name}=${value}: ${lenient.errorsText(operation.errors)}`];
        }),
      ];
    }

    function answerFaults(status: number, body: unknown): string[] {
      if (!(status in described.responses))
        return [`status ${status} is not one of ${Object.keys(described.responses).join(', ')}`];
      const validate = validatorOf(status);
      if (!validate) return body === 0 ? [] : ['the answer has a body'];
      return validate(body)
        ? []
        : (validate.errors ?? []).map(
            ({ instancePath, message, params }) =>
              `answer${instancePath} ${message} ${JSON.stringify(params)}`,
          );
    }

    return {
      key: `${method} ${path.slice(BASE.length)}`,
      method,
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+?')}$`),
      parameters: [...taken.keys()],
      examples: Object.entries(described.responses).flatMap(([status, { content }]) =>
        Object.entries(content?.['application/json']?.examples ?? {}).map(([name, { value }]) => ({
          name,
          status: Number(status),
          body: value,
        })),
      ),
      faultsOf: ({ query, form: sent, status, body }) => [
        ...requestFaults(method === 'POST' ? sent : query),
        ...answerFaults(status, body),
      ],
    };
  }

  return {
    operation: (key) => operations.get(key),
    match: ({ method, path }) =>
      [...operations.values()].find(
        (operation) => operation.method === method && operation.pattern.test(path),
      ),
  };
}
