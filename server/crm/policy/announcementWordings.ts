import { LANGUAGES, type Language } from '../../domain/call/language.ts';
import type { PlaceLanguage } from '../../domain/notices/language.ts';
import type { OrgWording } from '../../domain/notices/phrases.ts';
import {
  NO_RATING_QUESTION,
  NOT_ASKED_IN,
  type RatingQuestion,
} from '../../domain/survey/ratingQuestion.ts';
import type { Speech, SpeechSource } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import {
  readFrom,
  readJurisdictions,
  readSetting,
  type JurisdictionRecord,
  type SettingRecord,
} from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

interface NoticeRecord {
  Audience__c: string | null;
  Language__c: string | null;
  Text__c: string | null;
}

const TTL_MS = 60_000;
const SPOKEN_TO: Record<string, OrgWording['kind']> = {
  customer: 'disclosure',
  rep: 'spoken_to_rep',
  everybody: 'spoken_to_everyone',
  caller_welcome: 'welcome',
  caller_next: 'nextStep',
  caller_on_hold: 'onHold',
  caller_one_moment: 'one_moment',
  caller_rep_lost: 'repLost',
  caller_message: 'leaveMessage',
  caller_closed_message: 'closedMessage',
  caller_closed: 'closed',
  caller_thanks: 'messageLeft',
  caller_rating: 'askRating',
  caller_rated: 'rated',
};

/**
 * The org's own texts of announcements, the languages of its locations and its default language,
 * from memory. Rejects with CrmUnavailable until they have been read.
 */
export function createSpeechSource(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): SpeechSource & Renewed {
  const speech = rememberedFor(
    (orgId) => readFrom(connectionTo(orgId), 'the texts of announcements', readSpeech),
    TTL_MS,
    now,
  );
  return { of: speech, renew: (orgId) => speech.renew(orgId) };
}

async function readSpeech(crm: CrmConnection): Promise<Speech> {
  const [notices, places, setting] = await Promise.all([
    crm.query<NoticeRecord>(
      'SELECT Audience__c, Language__c, Text__c FROM Dealside_Notice__mdt ' +
        "WHERE Kind__c = 'spoken' AND Active__c = true",
    ),
    readJurisdictions(crm),
    readSetting(crm),
  ]);
  return {
    wordings: notices.flatMap(wordingOf),
    places: places.flatMap(placeOf),
    ...(setting?.Language__c && { language: setting.Language__c }),
    ratingQuestion: ratingQuestionOf(setting),
  };
}

function wordingOf({ Audience__c, Language__c, Text__c }: NoticeRecord): OrgWording[] {
  const kind = SPOKEN_TO[Audience__c ?? ''];
  const isSupported = LANGUAGES.some((language) => language === Language__c);
  return kind && isSupported && Text__c?.trim()
    ? [{ kind, language: Language__c as Language, text: Text__c.trim() }]
    : [];
}

const placeOf = ({ Country__c, Region__c, Language__c }: JurisdictionRecord): PlaceLanguage[] =>
  Language__c
    ? [
        {
          country: Country__c,
          ...(Region__c && { region: Region__c }),
          language: Language__c.toLowerCase(),
        },
      ]
    : [];

/** If the setting lists no countries, those whose law is doubtful are excluded. */
function ratingQuestionOf(setting: SettingRecord | undefined): RatingQuestion {
  if (!setting?.Rating_Question__c) return NO_RATING_QUESTION;
  const except = setting.Rating_Question_Except__c?.trim();
  return {
    status: 'asked',
    exceptIn: except ? (except.toUpperCase().match(/\b[A-Z]{2}\b/g) ?? []) : NOT_ASKED_IN,
  };
}
