import { LANGUAGES, type Language } from '../../domain/texts/language.ts';
import type { PlaceLanguage } from '../../domain/notices/language.ts';
import type { OrgWording } from '../../domain/notices/phrases.ts';
import { CrmUnavailable, type Speech, type SpeechSource } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cachedFor } from '../cache/ttlCache.ts';

interface NoticeRecord { Audience__c: string | null; Language__c: string | null; Text__c: string | null }
interface JurisdictionRecord { Country__c: string; Region__c: string | null; Language__c: string | null }

const HOLDS_MS = 60_000;
const SPOKEN_TO: Record<string, OrgWording['kind']> = { customer: 'disclosure', rep: 'spoken_to_rep', everybody: 'spoken_to_everyone' };

/** The org's own words for announcements, and the languages of its places, used for a minute at most. Throws CrmUnavailable. */
export function createSpeechSource(connectionTo: (orgId: string) => CrmConnection | undefined, now: () => number = Date.now): SpeechSource {
  async function read(orgId: string): Promise<Speech> {
    const crm = connectionTo(orgId);
    if (!crm) throw new CrmUnavailable('this Salesforce org is not registered');
    try {
      const [notices, places, [setting]] = await Promise.all([
        crm.query<NoticeRecord>("SELECT Audience__c, Language__c, Text__c FROM Dealside_Notice__mdt WHERE Kind__c = 'spoken' AND Active__c = true"),
        crm.query<JurisdictionRecord>('SELECT Country__c, Region__c, Language__c FROM Dealside_Jurisdiction__mdt'),
        crm.query<{ Language__c: string | null }>("SELECT Language__c FROM Dealside_Setting__mdt WHERE DeveloperName = 'Default'"),
      ]);
      return { wordings: notices.flatMap(wordingOf), places: places.flatMap(placeOf), ...(setting?.Language__c && { language: setting.Language__c }) };
    } catch (fault) {
      throw fault instanceof CrmUnavailable ? fault : new CrmUnavailable(`Salesforce could not be asked for the words of announcements: ${(fault as Error).message}`, { cause: fault });
    }
  }

  return { of: cachedFor(read, () => HOLDS_MS, now) };
}

function wordingOf({ Audience__c, Language__c, Text__c }: NoticeRecord): OrgWording[] {
  const what = SPOKEN_TO[Audience__c ?? ''];
  const isOurs = LANGUAGES.some((one) => one === Language__c);
  return what && isOurs && Text__c?.trim() ? [{ kind: what, language: Language__c as Language, text: Text__c.trim() }] : [];
}

const placeOf = ({ Country__c, Region__c, Language__c }: JurisdictionRecord): PlaceLanguage[] =>
  Language__c ? [{ country: Country__c, ...(Region__c && { region: Region__c }), language: Language__c.toLowerCase() }] : [];
