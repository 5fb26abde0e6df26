import { LANGUAGES, type Language } from '../../domain/call/language.ts';
import type { PlaceLanguage } from '../../domain/notices/language.ts';
import type { OrgWording } from '../../domain/notices/phrases.ts';
import { CrmUnavailable, type Speech, type SpeechSource } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cachedFor } from '../cache/ttlCache.ts';

interface NoticeRecord {
  Audience__c: string | null;
  Language__c: string | null;
  Text__c: string | null;
}
interface JurisdictionRecord {
  Country__c: string;
  Region__c: string | null;
  Language__c: string | null;
}

const TTL_MS = 60_000;
const SPOKEN_TO: Record<string, OrgWording['kind']> = {
  customer: 'disclosure',
  rep: 'spoken_to_rep',
  everybody: 'spoken_to_everyone',
};

/**
 * The org's own texts of announcements, the languages of its places and its default language,
 * cached for a minute. Rejects with CrmUnavailable.
 */
export function createSpeechSource(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): SpeechSource {
  async function read(orgId: string): Promise<Speech> {
    const crm = connectionTo(orgId);
    if (!crm) throw new CrmUnavailable('this Salesforce org is not registered');
    try {
      const [notices, places, [setting]] = await Promise.all([
        crm.query<NoticeRecord>(
          'SELECT Audience__c, Language__c, Text__c FROM Dealside_Notice__mdt ' +
            "WHERE Kind__c = 'spoken' AND Active__c = true",
        ),
        crm.query<JurisdictionRecord>(
          'SELECT Country__c, Region__c, Language__c FROM Dealside_Jurisdiction__mdt',
        ),
        crm.query<{ Language__c: string | null }>(
          "SELECT Language__c FROM Dealside_Setting__mdt WHERE DeveloperName = 'Default'",
        ),
      ]);
      return {
        wordings: notices.flatMap(wordingOf),
        places: places.flatMap(placeOf),
        ...(setting?.Language__c && { language: setting.Language__c }),
      };
    } catch (error) {
      throw error instanceof CrmUnavailable
        ? error
        : new CrmUnavailable(
            `the texts of announcements could not be read from Salesforce: ${(error as Error).message}`,
            { cause: error },
          );
    }
  }

  return { of: cachedFor(read, () => TTL_MS, now) };
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
