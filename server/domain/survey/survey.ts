/** How an answer of a survey is matched to its call. */
const SURVEY_JOINS = ['call', 'contact', 'opportunity'] as const;
type SurveyJoin = (typeof SURVEY_JOINS)[number];

/**
 * Where an org stores customers' answers about calls. Fields are paths, with a dot to each related
 * record.
 */
export interface Survey {
  readonly object: string;
  readonly scoreField: string;
  /** When the customer answered. */
  readonly answeredAtField: string;
  readonly joinedBy: SurveyJoin;
  readonly joinField: string;
  /** For how long after a call an answer belongs to it; not of answers that name their call. */
  readonly withinHours: number;
  readonly lowest: number;
  readonly highest: number;
  /** Scores from this one on mean that a customer was satisfied. */
  readonly goodFrom: number;
  /** Only answers in which this field has this value. */
  readonly only?: { readonly field: string; readonly value: string };
}

/** A survey as stored in a record. Fields that are not set are undefined. */
export interface SurveyRecord {
  readonly object?: string;
  readonly scoreField?: string;
  readonly answeredAtField?: string;
  readonly joinedBy?: string;
  readonly joinField?: string;
  readonly withinHours?: number;
  readonly lowest?: number;
  readonly highest?: number;
  readonly goodFrom?: number;
  readonly onlyField?: string;
  readonly onlyValue?: string;
}

/** What a record breaks. */
export const SURVEY_RULES = [
  'several',
  'missing',
  'not_a_name',
  'no_object',
  'no_field',
  'no_changes',
  'not_a_number',
  'not_a_time',
  'not_an_id',
  'not_a_text',
  'not_a_join',
  'scale',
  'hours',
] as const;
export type SurveyRule = (typeof SURVEY_RULES)[number];

/** A fault in a record, and its field. */
export interface SurveyFault {
  readonly field: keyof SurveyRecord;
  readonly rule: SurveyRule;
  /** What stands there. */
  readonly value?: string;
}

export type SurveyReading =
  | { readonly status: 'none' }
  | { readonly status: 'faulty'; readonly fault: SurveyFault }
  | { readonly status: 'read'; readonly survey: Survey };

/** Fields that each object of the CRM has, or must have. */
export interface CrmFields {
  /** When a record was created. */
  readonly createdAt: string;
  /** By what changes and deletions are found. */
  readonly changes: readonly string[];
}

/** The type of a field of an object, by its path; `no_object` where the object cannot be read. */
export type TypeOfField = (
  object: string,
  path: string,
) => Promise<{ readonly type: string } | 'no_object' | 'no_field'>;

const DEFAULT_HOURS = 72;
const MOST_HOURS = 30 * 24;
const NAME = /^[A-Za-z]\w{0,79}$/;
const PATH = /^[A-Za-z]\w{0,79}(\.[A-Za-z]\w{0,79}){0,4}$/;
const NUMBERS = ['int', 'double', 'percent', 'currency', 'long'];
const IDS = ['reference', 'id', 'string'];
const TEXTS = [...IDS, 'picklist'];
const REQUIRED = [
  'object',
  'scoreField',
  'joinedBy',
  'joinField',
  'lowest',
  'highest',
  'goodFrom',
] as const;

/**
 * Reads the active records of a survey, of which there may be one, against the org's own description
 * of its objects. Says the first fault.
 */
export async function readSurvey(
  records: readonly SurveyRecord[],
  typeOf: TypeOfField,
  crm: CrmFields,
): Promise<SurveyReading> {
  const [record, another] = records;
  if (!record) return { status: 'none' };
  const fault =
    (another && ({ field: 'object', rule: 'several' } as const)) ??
    faultOfValues(record) ??
    (await faultOfFields(record, typeOf, crm));
  return fault ? { status: 'faulty', fault } : { status: 'read', survey: surveyOf(record, crm) };
}

function faultOfValues(record: SurveyRecord): SurveyFault | undefined {
  const missing = REQUIRED.find((field) => record[field] === undefined);
  if (missing) return { field: missing, rule: 'missing' };
  if (record.onlyField && !record.onlyValue) return { field: 'onlyValue', rule: 'missing' };
  if (!NAME.test(record.object!))
    return { field: 'object', rule: 'not_a_name', value: record.object! };
  const unnamed = (['scoreField', 'answeredAtField', 'joinField', 'onlyField'] as const).find(
    (field) => record[field] !== undefined && !PATH.test(record[field]),
  );
  if (unnamed) return { field: unnamed, rule: 'not_a_name', value: record[unnamed]! };
  if (!isJoin(record.joinedBy!))
    return { field: 'joinedBy', rule: 'not_a_join', value: record.joinedBy! };
  const { lowest, highest, goodFrom, withinHours } = record;
  if (lowest! >= highest!) return { field: 'highest', rule: 'scale', value: String(highest) };
  if (goodFrom! <= lowest! || goodFrom! > highest!)
    return { field: 'goodFrom', rule: 'scale', value: String(goodFrom) };
  if (withinHours !== undefined && (withinHours < 1 || withinHours > MOST_HOURS))
    return { field: 'withinHours', rule: 'hours', value: String(withinHours) };
  return undefined;
}

async function faultOfFields(
  record: SurveyRecord,
  typeOf: TypeOfField,
  { changes }: CrmFields,
): Promise<SurveyFault | undefined> {
  const object = record.object!;
  for (const name of changes) {
    const found = await typeOf(object, name);
    if (found === 'no_object') return { field: 'object', rule: 'no_object', value: object };
    if (found === 'no_field') return { field: 'object', rule: 'no_changes', value: object };
  }
  const wanted = [
    { field: 'scoreField', types: NUMBERS, rule: 'not_a_number' },
    { field: 'answeredAtField', types: ['datetime'], rule: 'not_a_time' },
    { field: 'joinField', types: IDS, rule: 'not_an_id' },
    { field: 'onlyField', types: TEXTS, rule: 'not_a_text' },
  ] as const;
  for (const { field, types, rule } of wanted) {
    const value = record[field];
    if (value === undefined) continue;
    const found = await typeOf(object, value);
    if (typeof found === 'string') return { field, rule: 'no_field', value };
    if (!(types as readonly string[]).includes(found.type)) return { field, rule, value };
  }
  return undefined;
}

const isJoin = (value: string): value is SurveyJoin =>
  (SURVEY_JOINS as readonly string[]).includes(value);

const surveyOf = (record: SurveyRecord, { createdAt }: CrmFields): Survey => ({
  object: record.object!,
  scoreField: record.scoreField!,
  answeredAtField: record.answeredAtField ?? createdAt,
  joinedBy: record.joinedBy as SurveyJoin,
  joinField: record.joinField!,
  withinHours: record.withinHours ?? DEFAULT_HOURS,
  lowest: record.lowest!,
  highest: record.highest!,
  goodFrom: record.goodFrom!,
  ...(record.onlyField && { only: { field: record.onlyField, value: record.onlyValue! } }),
});

/** An answer as the CRM has it. */
export interface SurveyAnswer {
  readonly answerId: string;
  readonly changedAt: string;
  readonly isDeleted: boolean;
  readonly score?: number;
  readonly answeredAt?: string;
  /** What finds the call: its id, or that of a contact or opportunity. */
  readonly joinsTo?: string;
}

/** An answer's rating of a call; `gone` if it was deleted or has no score on the scale. */
export type Rating =
  | { readonly answerId: string; readonly status: 'gone' }
  | {
      readonly answerId: string;
      readonly status: 'given';
      readonly score: number;
      readonly isGood: boolean;
      readonly answeredAt: string;
      readonly joinsTo: string;
    };

export function ratingOf(answer: SurveyAnswer, { lowest, highest, goodFrom }: Survey): Rating {
  const { answerId, isDeleted, score, answeredAt, joinsTo } = answer;
  if (isDeleted || score === undefined || score < lowest || score > highest)
    return { answerId, status: 'gone' };
  if (!answeredAt || !joinsTo) return { answerId, status: 'gone' };
  return { answerId, status: 'given', score, isGood: score >= goodFrom, answeredAt, joinsTo };
}
