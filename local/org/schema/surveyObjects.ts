import { lookup, text, type StandardObject } from './standardFields.ts';

/** Salesforce Surveys, as far as needed to find the contact of an answer. */
export const SURVEY_OBJECTS: Record<string, StandardObject> = {
  SurveyInvitation: {
    label: 'Survey Invitation',
    prefix: '0Ki',
    fields: [text('Name', 255), lookup('ContactId', 'Contact'), lookup('ParticipantId', '*')],
  },
  SurveyResponse: {
    label: 'Survey Response',
    prefix: '0Kr',
    fields: [
      text('Name', 255),
      lookup('InvitationId', 'SurveyInvitation'),
      { name: 'CompletionDateTime', type: 'datetime' },
      text('Status', 40),
    ],
  },
  SurveyQuestionResponse: {
    label: 'Survey Question Response',
    prefix: '0Kq',
    fields: [
      lookup('ResponseId', 'SurveyResponse'),
      lookup('InvitationId', 'SurveyInvitation'),
      lookup('QuestionId', '*'),
      { name: 'NumberValue', type: 'int' },
      text('ResponseShortText', 255),
    ],
  },
};

/** A custom object of this org that belongs to no package. */
export const OWN_SURVEY = {
  name: 'Call_Survey__c',
  label: 'Call Survey',
  prefix: 'aCS',
  fields: [
    { ...text('Call_Id__c', 36), label: 'Call ID', custom: true },
    { name: 'Score__c', label: 'Score', type: 'double', digits: 2, custom: true },
    { name: 'Answered_At__c', label: 'Answered At', type: 'datetime', custom: true },
    { ...text('Channel__c', 40), label: 'Channel', custom: true },
    {
      ...lookup('Contact__c', 'Contact'),
      label: 'Contact',
      custom: true,
      relationshipName: 'Contact__r',
    },
    {
      ...lookup('Opportunity__c', 'Opportunity'),
      label: 'Opportunity',
      custom: true,
      relationshipName: 'Opportunity__r',
    },
  ],
} as const;

/** The name of the answers in the sample. */
export const SAMPLE_ANSWER = 'Sample: after a call';
