import { rfc2822 } from '../formats/dates.ts';
import {
  TRANSCRIPTION_TRACKS,
  type Transcription,
  type TranscriptionRequest,
} from '../transcriptions/transcriptions.ts';
import { invalid, notFound, RestError } from './errors.ts';
import { flag, flagOf, method, oneOf, text, url } from './parameters.ts';
import type { Operation, Resource } from './router.ts';

const START = {
  Name: text(),
  Track: oneOf(...TRANSCRIPTION_TRACKS),
  StatusCallbackUrl: url,
  StatusCallbackMethod: method,
  InboundTrackLabel: text(),
  OutboundTrackLabel: text(),
  PartialResults: flag,
  LanguageCode: text(),
  TranscriptionEngine: text(),
  ProfanityFilter: flag,
  SpeechModel: text(),
  Hints: text(),
  EnableAutomaticPunctuation: flag,
  IntelligenceService: text(),
  ConversationConfiguration: text(),
  ConversationId: text(),
  ConfigurationId: text(),
  EnableProviderData: flag,
};

/**
 * The Transcription resource. https://www.twilio.com/docs/voice/api/realtime-transcription-resource
 */
export const transcriptions: Resource = ({ accountSid, board, transcriptions: service }) => {
  const show = ({ sid, callSid, name, status, updatedAt }: Transcription) => ({
    status: 200,
    assumption: 'coach-in-transcript' as const,
    body: {
      account_sid: accountSid,
      call_sid: callSid,
      sid,
      name: name ?? null,
      status,
      date_updated: rfc2822(updatedAt),
      uri: `/2010-04-01/Accounts/${accountSid}/Calls/${callSid}/Transcriptions/${sid}.json`,
    },
  });

  const operations: readonly Operation[] = [
    {
      method: 'POST',
      path: '/Calls/{CallSid}/Transcriptions.json',
      parameters: START,
      answer({ path, form }, { CallSid = '' }) {
        const leg = board.legs.get(CallSid);
        if (!leg) throw notFound(path);
        if (leg.status !== 'in-progress')
          throw new RestError(400, 21220, 'Call is not in-progress.');
        return show(service.start(leg, requestOf(form)));
      },
    },
    {
      method: 'POST',
      path: '/Calls/{CallSid}/Transcriptions/{Sid}.json',
      parameters: { Status: oneOf('stopped') },
      answer({ path, form }, { CallSid = '', Sid = '' }) {
        const transcription = service.find(CallSid, Sid);
        if (!transcription) throw notFound(path);
        if (!form.has('Status')) throw invalid('Missing required parameter Status');
        transcription.stop();
        return show(transcription);
      },
    },
  ];
  return operations;
};

function requestOf(form: URLSearchParams): TranscriptionRequest {
  const value = (name: string): string | undefined => form.get(name) ?? undefined;
  return {
    name: value('Name'),
    track: value('Track') as TranscriptionRequest['track'],
    statusCallbackUrl: value('StatusCallbackUrl'),
    statusCallbackMethod: form.get('StatusCallbackMethod') === 'GET' ? 'GET' : 'POST',
    inboundTrackLabel: value('InboundTrackLabel'),
    outboundTrackLabel: value('OutboundTrackLabel'),
    partialResults: flagOf(form, 'PartialResults'),
    languageCode: value('LanguageCode'),
    transcriptionEngine: value('TranscriptionEngine'),
    speechModel: value('SpeechModel'),
    hints: value('Hints'),
    profanityFilter: flagOf(form, 'ProfanityFilter'),
    enableAutomaticPunctuation: flagOf(form, 'EnableAutomaticPunctuation'),
  };
}
