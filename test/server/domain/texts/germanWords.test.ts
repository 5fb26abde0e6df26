import assert from 'node:assert/strict';
import { germanTexts, type GermanText } from '../../../support/germanTexts.ts';

/** A word that screens do not use, and the one they use in its place. */
interface Banned {
  readonly word: RegExp;
  readonly right: string;
  /** Where alone it is banned: the word means something else in other texts. */
  readonly only?: RegExp;
  /** Where it may stand, and why. */
  readonly except?: readonly (readonly [at: RegExp, because: string])[];
}

const SAID_TO_CUSTOMER = 'a customer does not know the modes by their names';
const ASKED_FOR = 'what customers call whom they ask for';
const NAME = 'a name that is English in every language';

const BANNED: readonly Banned[] = [
  {
    word: /dazu(ge|zu)?k[oa]m|kommt .*\bdazu\b|\bzu(ge)?schalte|eingeflüstert|einflüstern/i,
    right: 'Aufschalten, Flüstern',
    except: [
      [/^server scripts introduction$/, SAID_TO_CUSTOMER],
      [/^server announcements about_to_speak$/, SAID_TO_CUSTOMER],
      [/^seed Dealside_Notice\.Spoken_Everybody_de$/, SAID_TO_CUSTOMER],
      [/^seed Dealside_Script\.Introduction_de$/, SAID_TO_CUSTOMER],
    ],
  },
  { word: /Stufe/, right: 'Modus' },
  { word: /Text-Flüstern/, right: 'Textnachricht' },
  { word: /^Textnachrichten$/, right: 'Textnachrichten an den Vertriebsmitarbeiter' },
  { word: /Kunde wartet/, right: 'noch kein Supervisor', only: /attention/i },
  { word: /Intervention/, right: 'Eingriff', except: [[/^server writeFaults picklist/, NAME]] },
  { word: /Führungskr[aä]ft/, right: 'Supervisor, Manager' },
  {
    word: /Vorgesetzte/,
    right: 'Supervisor, Manager',
    except: [
      [/ customer_asks_manager$| asks_for_manager$| helpReasons manager$/, ASKED_FOR],
      [/^label AlertFamilyAsksForManager$| Reason_Code__c$/, ASKED_FOR],
      [/^scenario asks_for_manager /, ASKED_FOR],
    ],
  },
  {
    word: /\bReps?\b/,
    right: 'Vertriebsmitarbeiter',
    except: [
      [/^label SyncKept/, NAME],
      [/^server refusals not_a_rep hint$|^server writeFaults rep_may_not_read hint$/, NAME],
    ],
  },
  {
    word: /\bMitarbeite/,
    right: 'Vertriebsmitarbeiter',
    except: [
      [/^label FieldReachOwnReports$|^server policy calls own_reports$/, 'whoever reports to one'],
      [/^server auditActions EmployeeNotice/, 'the law speaks of employees'],
    ],
  },
  {
    word: /\bVertrieb\b/,
    right: 'Vertriebsmitarbeiter',
    except: [[/^customApplications Dealside$/, 'the department, not a person']],
  },
  { word: /\bDeals?\b/, right: 'Opportunity' },
  { word: /Hinweisregel|Alarm/, right: 'Warnung, Warnregel' },
  {
    word: /Hinweis/,
    right: 'Warnung',
    only: /alert/i,
    except: [[/DisclosureMissing$| disclosure_missing$/, 'what the law has somebody say']],
  },
  { word: /nützlich/i, right: 'hilfreich' },
  { word: /(?<![Zz]ur )\bKenntnis(se)?\b|Qualifikation|Fachgebiet/, right: 'Fähigkeit' },
  { word: /Live-Übersicht/, right: 'Live-Wand' },
  { word: /Dealside-Telefon|Telefonfeld/, right: 'Dealside Phone' },
  { word: /\bAudits?\b|Protokollkette|des Protokolls\b/, right: 'Prüfprotokoll' },
  { word: /Tonprüfung|Tonqualität/, right: 'Audioprüfung, Audioqualität' },
  {
    word: /\bauf ((dem|einem|diesem|Ihrem) Anruf|(\w+ )?Anrufen)\b|\bauf deren Anrufe/,
    right: 'im Anruf, in Anrufen',
  },
  { word: /\bQueues?\b/, right: 'Warteschlange' },
  { word: /\bOrg\b/, right: 'Organisation' },
  { word: /Mitschrift/, right: 'Transkript, Transkription' },
  { word: /Anforderung/, right: 'Anfrage' },
  { word: /Protokollieren/, right: 'Erfassen' },
  { word: /Nachgespräch/, right: 'Nachbesprechung' },
  { word: /gerettet/i, right: 'gehalten' },
  { word: /Gesprächsanteil/, right: 'Redeanteil' },
  { word: /Quittung/, right: 'Feedback' },
  { word: /überwach/i, right: 'mithören' },
  { word: /Einsätze/, right: 'Eingriffe' },
  { word: /berichte[nt] an|an .* berichtet/, right: 'unterstellt' },
  { word: /Benachrichtigung/, right: 'Hinweis', only: /notice/i },
  { word: /erbeten/, right: 'angefordert' },
  { word: /Opportunitys/, right: 'Opportunities' },
  { word: /begleitet|beaufsichtig|^Unterstützt$/i, right: 'mit Supervisor, ohne Supervisor' },
  { word: /Anrufbeantworter/, right: 'Mailbox' },
  { word: /Anrufende/, right: 'Anrufer' },
  { word: /Netzbetreiber/, right: 'Telefonnetz' },
  { word: /abgewiesen/, right: 'abgelehnt' },
  { word: /aufgenommen|Aufnahme/, right: 'aufgezeichnet, Aufzeichnung' },
  { word: /\bim Setup\b/, right: 'in Setup' },
  { word: /\b(du|dein\w*|dir|dich|euch|euer)\b/i, right: 'Sie' },
  { word: /[^\u00a0-]%/, right: 'a no-break space before %' },
  { word: / …|\.\.\.(?!\w)/, right: '…' },
  { word: /["“”](?<!„[^“]*“)|„[^“]*$/, right: '„…“' },
  { word: /\b(z|d|u|i)\.\w\./, right: 'z. B.' },
];

const faultsIn = (texts: readonly GermanText[]): string[] =>
  BANNED.flatMap(({ word, right, only, except = [] }) =>
    texts
      .filter(
        ({ at, text }) =>
          (only?.test(at) ?? true) && word.test(text) && !except.some(([where]) => where.test(at)),
      )
      .map(({ at, text }) => `${at}: ${text} (${right})`),
  );

describe('what people read in German', () => {
  const texts = germanTexts();

  it('has one word for one thing, and is written as German is', () => {
    assert.ok(texts.length > 3000, String(texts.length));
    assert.deepEqual(faultsIn(texts), []);
  });

  it('would not pass with a word that is banned, nor with English or typed quotation marks', () => {
    const planted = [
      ['label TextTitle', 'Textnachrichten'],
      ['label Attention', 'Kunde wartet'],
      ['label Coverage', 'bei denen jemand dazukam'],
      ['label WaitingText', 'Die Führungskraft hört mit.'],
      ['label AlertsTitle', 'Hinweise zu diesem Anruf'],
      ['field Saved__c', 'Gerettet'],
      ['server x', 'Supervisoren auf dem Anruf'],
      ['softphone x', '50 % der Zeit'],
      ['softphone x', 'Die Regel "Preis"'],
      ['softphone x', 'Die Regel “Preis”'],
    ].map(([at = '', text = '']) => ({ at, text }));
    assert.deepEqual(
      planted.filter((one) => faultsIn([one]).length === 0),
      [],
    );
    assert.deepEqual(faultsIn([{ at: 'label NoticeTitle', text: 'Hinweis: „Preis“' }]), []);
  });

  it('needs every exception', () => {
    const unused = BANNED.flatMap(({ word, except = [] }) =>
      except
        .filter(([where]) => !texts.some(({ at, text }) => where.test(at) && word.test(text)))
        .map(([where]) => `${word} at ${where}`),
    );
    assert.deepEqual(unused, []);
  });
});
