import assert from 'node:assert/strict';
import {
  ratingOf,
  readSurvey,
  type Survey,
  type SurveyFault,
  type SurveyRecord,
  type TypeOfField,
} from '../../../../server/domain/survey/survey.ts';

const RECORD: SurveyRecord = {
  object: 'SurveyQuestionResponse',
  scoreField: 'NumberValue',
  answeredAtField: 'Response.CompletionDateTime',
  joinedBy: 'contact',
  joinField: 'Invitation.ContactId',
  withinHours: 48,
  lowest: 1,
  highest: 5,
  goodFrom: 4,
  onlyField: 'QuestionId',
  onlyValue: '0Kv000000000001',
};

const TYPES: Record<string, string> = {
  SystemModstamp: 'datetime',
  IsDeleted: 'boolean',
  NumberValue: 'int',
  CreatedDate: 'datetime',
  'Response.CompletionDateTime': 'datetime',
  'Invitation.ContactId': 'reference',
  QuestionId: 'reference',
  ResponseShortText: 'string',
};
const typeOf: TypeOfField = (object, path) =>
  Promise.resolve(
    object !== 'SurveyQuestionResponse'
      ? 'no_object'
      : TYPES[path]
        ? { type: TYPES[path] }
        : 'no_field',
  );
const CRM = { createdAt: 'CreatedDate', changes: ['SystemModstamp', 'IsDeleted'] };
const read = (more: Partial<Record<keyof SurveyRecord, unknown>> = {}) =>
  readSurvey([{ ...RECORD, ...more } as SurveyRecord], typeOf, CRM);

const FAULTS: readonly [string, Partial<Record<keyof SurveyRecord, unknown>>, SurveyFault][] = [
  ['no object', { object: undefined }, { field: 'object', rule: 'missing' }],
  ['no way to its call', { joinField: undefined }, { field: 'joinField', rule: 'missing' }],
  ['no scale', { highest: undefined }, { field: 'highest', rule: 'missing' }],
  ['a field without its value', { onlyValue: undefined }, { field: 'onlyValue', rule: 'missing' }],
  [
    'what is no name',
    { scoreField: 'Score__c, Id' },
    { field: 'scoreField', rule: 'not_a_name', value: 'Score__c, Id' },
  ],
  [
    'an object that nobody sees',
    { object: 'Qualtrics__c' },
    { field: 'object', rule: 'no_object', value: 'Qualtrics__c' },
  ],
  [
    'a field that nobody sees',
    { scoreField: 'Score__c' },
    { field: 'scoreField', rule: 'no_field', value: 'Score__c' },
  ],
  [
    'a score that is a text',
    { scoreField: 'ResponseShortText' },
    { field: 'scoreField', rule: 'not_a_number', value: 'ResponseShortText' },
  ],
  [
    'a time that is none',
    { answeredAtField: 'NumberValue' },
    { field: 'answeredAtField', rule: 'not_a_time', value: 'NumberValue' },
  ],
  [
    'a way that names nothing',
    { joinField: 'NumberValue' },
    { field: 'joinField', rule: 'not_an_id', value: 'NumberValue' },
  ],
  [
    'a condition on a number',
    { onlyField: 'NumberValue' },
    { field: 'onlyField', rule: 'not_a_text', value: 'NumberValue' },
  ],
  [
    'another way',
    { joinedBy: 'account' },
    { field: 'joinedBy', rule: 'not_a_join', value: 'account' },
  ],
  ['a scale that is none', { lowest: 5 }, { field: 'highest', rule: 'scale', value: '5' }],
  ['all scores good', { goodFrom: 1 }, { field: 'goodFrom', rule: 'scale', value: '1' }],
  ['no score good', { goodFrom: 6 }, { field: 'goodFrom', rule: 'scale', value: '6' }],
  ['no time', { withinHours: 0 }, { field: 'withinHours', rule: 'hours', value: '0' }],
];

describe('a survey that an org maps', () => {
  it('is read with what is not set', async () => {
    assert.deepEqual(
      await read({
        answeredAtField: undefined,
        withinHours: undefined,
        onlyField: undefined,
        onlyValue: undefined,
      }),
      {
        status: 'read',
        survey: {
          object: 'SurveyQuestionResponse',
          scoreField: 'NumberValue',
          answeredAtField: 'CreatedDate',
          joinedBy: 'contact',
          joinField: 'Invitation.ContactId',
          withinHours: 72,
          lowest: 1,
          highest: 5,
          goodFrom: 4,
        },
      },
    );
  });

  for (const [what, change, fault] of FAULTS)
    it(`names the field and the rule of ${what}`, async () =>
      assert.deepEqual(await read(change), { status: 'faulty', fault }));

  it('is one', async () => {
    assert.deepEqual(await readSurvey([], typeOf, CRM), { status: 'none' });
    assert.deepEqual(await readSurvey([RECORD, RECORD], typeOf, CRM), {
      status: 'faulty',
      fault: { field: 'object', rule: 'several' },
    });
  });
});

describe('an answer of a survey', () => {
  const survey = { lowest: 1, highest: 5, goodFrom: 4 } as Survey;
  const answer = {
    answerId: 'a',
    changedAt: '2026-11-02T10:00:00.000Z',
    isDeleted: false,
    answeredAt: '2026-11-02T10:00:00.000Z',
    joinsTo: 'call-1',
  };

  it('is good from the score that the org says', () => {
    const goodOf = (score: number) => {
      const rating = ratingOf({ ...answer, score }, survey);
      return rating.status === 'given' ? rating.isGood : rating.status;
    };
    assert.deepEqual([0, 1, 3, 4, 5, 6].map(goodOf), ['gone', false, false, true, true, 'gone']);
  });

  it('says nothing where it was deleted, is without a score or names nobody', () => {
    for (const without of [
      { isDeleted: true, score: 5 },
      { score: undefined },
      { score: 5, joinsTo: undefined },
      { score: 5, answeredAt: undefined },
    ])
      assert.deepEqual(ratingOf({ ...answer, ...without }, survey), {
        answerId: 'a',
        status: 'gone',
      });
  });
});
