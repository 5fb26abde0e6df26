import { LANGUAGES, type Language } from '../call/language.ts';
import type { Cue } from './cue.ts';

type Words = Readonly<
  Record<
    Language,
    { readonly label: string; readonly text: string; readonly phrases: readonly string[] }
  >
>;

/** Cards, the most urgent first. Their texts are short: the rep is talking. */
// A card is a row in both languages.
// oxfmt-ignore
const CARDS: readonly { readonly name: string; readonly interrupts?: true; readonly words: Words }[] = [
  {
    name: 'Cancellation',
    interrupts: true,
    words: {
      en: {
        label: 'Wants to cancel',
        text: 'Ask what changed before you offer anything. Say what you heard, then ask: "What would have to be true for you to stay?"',
        phrases: ['cancel/cancelling/canceling/terminate/end contract/subscription/account/service/agreement ! meeting/appointment/call', "not/won't/don't renew/renewing/renewal"],
      },
      de: {
        label: 'Will kündigen',
        text: 'Fragen Sie erst, was sich geändert hat, bevor Sie etwas anbieten. Wiederholen Sie es, dann: „Was müsste sein, damit Sie bleiben?“',
        phrases: ['kündigen/kündigung vertrag/abo/konto/dienst/service', '~nicht verlängern/verlängerung'],
      },
    },
  },
  {
    name: 'Price_Objection',
    words: {
      en: {
        label: 'Price objection',
        text: 'Do not discount yet. Ask compared to what, and what the problem costs them today. Then show the price beside it.',
        phrases: ['too/so/very/really/bit expensive/pricey/costly', 'over/above/beyond/exceeds/outside =our/=my/=the budget', "can't/cannot/not afford", 'price/cost/quote =is/=seems/=looks/=are high/higher/steep'],
      },
      de: {
        label: 'Einwand Preis',
        text: 'Noch kein Rabatt. Fragen Sie, womit verglichen wird und was das Problem heute kostet. Stellen Sie den Preis daneben.',
        phrases: ['zu/sehr/ziemlich/ganz_schön teuer', 'über/sprengt/übersteigt budget', '~nicht/kaum leisten', 'preis/kosten/angebot hoch/höher'],
      },
    },
  },
  {
    name: 'Competitor',
    words: {
      en: {
        label: 'Other vendors',
        text: 'Ask what they like about the other one, and by what they will decide. Never talk it down.',
        phrases: ['look/looking/talk/talking/evaluate/evaluating/compare/comparing other/another/two/several/different vendors/vendor/provider/providers/supplier/suppliers/options', 'competitor/competitors offer/quote/price/cheaper'],
      },
      de: {
        label: 'Andere Anbieter',
        text: 'Fragen Sie, was am anderen gefällt und wonach entschieden wird. Reden Sie ihn nie schlecht.',
        phrases: ['anderen/andere/weiteren/weitere/zwei/mehrere anbieter/lieferanten/wettbewerber', 'konkurrenz/wettbewerber/mitbewerber günstiger/angebot/billiger'],
      },
    },
  },
  {
    name: 'Security_Question',
    words: {
      en: {
        label: 'Security question',
        text: 'Answer only what you know for certain. Offer the security pack, and ask who reviews it and by when.',
        phrases: ['security/compliance/gdpr/encryption/soc questionnaire/review/requirements/certified/certification/concerns/question/questions', 'where =is/=are/=do data stored/hosted/store/located'],
      },
      de: {
        label: 'Frage zur Sicherheit',
        text: 'Antworten Sie nur, was Sie sicher wissen. Bieten Sie die Unterlagen an und fragen Sie, wer sie bis wann prüft.',
        phrases: ['sicherheit*/datenschutz*/dsgvo/verschlüsselung fragen/frage/anforderungen/zertifiziert/zertifizierung/bedenken', 'wo daten gespeichert/liegen/gehostet'],
      },
    },
  },
  {
    name: 'Stall',
    words: {
      en: {
        label: 'Wants to think about it',
        text: 'Ask what is still open, who else decides, and put a date on the next talk before you hang up.',
        phrases: ['think/thinking about/over =it/=this/=that', 'get/come/call back =to =you', 'send =me/=us information/email/brochure/details'],
      },
      de: {
        label: 'Will darüber nachdenken',
        text: 'Fragen Sie, was noch offen ist und wer mitentscheidet. Vereinbaren Sie das nächste Gespräch, bevor Sie auflegen.',
        phrases: ['darüber/drüber nachdenken/schlafen', 'melde/melden mich/uns wieder/zurück', 'schicken/senden mir/uns unterlagen/infos/informationen/e-mail'],
      },
    },
  },
];

/** The checklist of every call, in its order. */
// A card is a row in both languages.
// oxfmt-ignore
const ITEMS: readonly { readonly name: string; readonly mark?: Cue['mark']; readonly words: Words }[] = [
  {
    name: 'Introduced',
    words: {
      en: { label: 'Introduced', text: 'Gave name and company', phrases: ['=my name =is', "=this =is/=it's/=i'm =from/=with/=at", 'calling/call =from/=on_behalf_of'] },
      de: { label: 'Vorgestellt', text: 'Name und Firma genannt', phrases: ['=mein name =ist', '=hier =ist/=spricht', '=ich =bin =von', 'rufe/anruf von/für/aus'] },
    },
  },
  {
    name: 'Disclosed',
    mark: 'compliance',
    words: {
      en: { label: 'Disclosed', text: 'Said that the call is recorded or transcribed', phrases: ['~call/line/conversation record/recorded/recording/transcribed/monitored', '~record/recording/recorded/transcribe this/our/the call/conversation'] },
      de: { label: 'Hingewiesen', text: 'Gesagt, dass aufgezeichnet oder mitgeschrieben wird', phrases: ['~gespräch/anruf/telefonat aufgezeichnet/aufzeichnen/mitgeschrieben/mitgehört/aufzeichnung', '~zeichnen/schreiben gespräch/anruf auf/mit'] },
    },
  },
  {
    name: 'Asked_Needs',
    mark: 'critical',
    words: {
      en: { label: 'Asked needs', text: 'Asked what the customer needs', phrases: ['what =are/=is/=do/=does/=would looking/trying/need/want/important/goal/goals/challenge/challenges/hoping', 'tell =me more/about', "what's/what important/challenge/problem/goal", 'how =do/=are =you currently/today/now/handling/handle/doing'] },
      de: { label: 'Bedarf erfragt', text: 'Gefragt, was der Kunde braucht', phrases: ['was brauchen/benötigen/suchen/wichtig/möchten/erwarten/ziel/herausforderung', 'welche/welches ziele/ziel/anforderungen/herausforderung/herausforderungen/problem', 'wie machen/lösen/arbeiten sie derzeit/heute/bisher/aktuell', 'erzählen sie'] },
    },
  },
  {
    name: 'Checked_Decision',
    words: {
      en: { label: 'Decision', text: 'Asked who decides, and how', phrases: ['who else/decides/decide/involved/sign/signs/approves', 'decision process/makers/maker/made', 'how =do/=will/=does decide/decision/approval'] },
      de: { label: 'Entscheidung', text: 'Gefragt, wer wie entscheidet', phrases: ['wer entscheidet/entscheiden/noch/beteiligt/unterschreibt/mitentscheidet', 'wie entscheiden/entscheidung/freigabe', 'entscheidungsprozess/entscheider'] },
    },
  },
  {
    name: 'Next_Step',
    mark: 'critical',
    words: {
      en: { label: 'Next step', text: 'Agreed on a next step with a date', phrases: ['schedule/set_up/book/put/plan/arrange call/meeting/demo/follow_up/time', 'next step/steps', 'speak/talk/meet/call again/next on/monday/tuesday/wednesday/thursday/friday/tomorrow/week'] },
      de: { label: 'Nächster Schritt', text: 'Nächsten Schritt mit Termin vereinbart', phrases: ['termin/gespräch/demo vereinbaren/ausmachen/einplanen/machen/festhalten', 'nächste/nächsten/nächster schritt/schritte', 'sprechen/telefonieren/treffen montag/dienstag/mittwoch/donnerstag/freitag/morgen/woche'] },
    },
  },
];

const suffix = (language: Language): string => language.toUpperCase();
const STEP = 10;

/** The cues of an org that has no records of these names. */
export const SHIPPED_CUES: readonly Cue[] = LANGUAGES.flatMap((language) => [
  ...CARDS.map(({ name, interrupts = false, words }, n): Cue => ({
    name: `Card_${name}_${suffix(language)}`,
    kind: 'card',
    ...words[language],
    speaker: 'customer',
    language,
    withinWords: 3,
    priority: (CARDS.length - n) * STEP,
    interrupts,
  })),
  ...ITEMS.map(({ name, mark, words }, n): Cue => ({
    name: `Item_${name}_${suffix(language)}`,
    kind: 'checklist',
    ...words[language],
    speaker: 'rep',
    language,
    withinWords: 3,
    priority: (n + 1) * STEP,
    interrupts: false,
    ...(mark && { mark }),
  })),
]);
