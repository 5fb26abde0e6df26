import { LANGUAGES, type Language } from '../call/language.ts';
import { ENGLISH } from './phrases/english.ts';
import { GERMAN } from './phrases/german.ts';
import type { AlertFamily, AlertRule, AlertRules, Severity, Trigger } from './rule.ts';

const PHRASES: Readonly<Record<Language, typeof ENGLISH>> = { en: ENGLISH, de: GERMAN };

/** The words between two of a phrase. */
const WITHIN_WORDS: Readonly<Record<Language, number>> = { en: 3, de: 4 };

// A rule is a row.
// oxfmt-ignore
const SAID: readonly {
  readonly family: AlertFamily;
  readonly label: string;
  readonly speaker: AlertRule['speaker'];
  readonly severity: Severity;
}[] = [
  { family: 'asks_for_manager', label: 'Asks for a manager', speaker: 'customer', severity: 'attention' },
  { family: 'threatens_to_cancel', label: 'Threatens to cancel', speaker: 'customer', severity: 'attention' },
  { family: 'legal_or_regulator', label: 'Legal or regulator', speaker: 'customer', severity: 'compliance' },
  { family: 'abuse', label: 'Abuse', speaker: 'customer', severity: 'attention' },
  { family: 'beyond_authority', label: 'Exception or discount beyond authority', speaker: 'either', severity: 'attention' },
  { family: 'competitor', label: 'Competitor', speaker: 'customer', severity: 'info' },
  { family: 'account_security', label: 'Account security', speaker: 'customer', severity: 'compliance' },
  { family: 'stumped_rep', label: 'Stumped rep', speaker: 'rep', severity: 'attention' },
  { family: 'close_at_hand', label: 'Close at hand', speaker: 'customer', severity: 'info' },
];

/** Where what the rep says of it counts too: each phrase says who it is for. */
const BOTH_SAY: Readonly<Partial<Record<Language, readonly AlertFamily[]>>> = {
  en: ['account_security'],
  de: ['account_security'],
};

const DISCLOSED: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '~call/line/conversation/calls/chat/we/being/get record/recorded/recording/monitor/monitored/transcribe/transcribed/tape/taped ! payment/temperature/inspector',
    '~record/recorded/recording/monitor/monitored/transcribe/transcribed/taping call/conversation/line/calls/quality/training/this/everything/us ! payment/temperature',
    '~recorder/recording/tape + is/on/running/rolling/going/=has',
    '~=on .. recorded/recording/monitored + line',
  ],
  de: [
    '~gespräch/anruf/telefonat/leitung/ich/wir/anrufe/gespräche/alles aufgezeichnet/aufzeichne/mitgeschnitten/mitgehört/aufgenommen/mitgeschrieben/aufzeichnung/mitschnitt/mitschneiden/mithören/aufnehmen',
    '~aufgezeichnet/aufzeichnen/mitgeschnitten/mitgehört/aufgenommen/mitschneiden/mithören gespräch/anruf/telefonat/qualität*/schulung*/training*/wird/werden',
    '~zeichnen/zeichne/schneiden/schneide/hören/hört/nehmen .. auf/mit & gespräch/anruf/telefonat/qualität*/schulung*/training*/leitung ! termin/zeichnung',
    '~band/aufnahme/aufzeichnung/mitschnitt läuft/einverstanden/qualität*/schulung*/zwecken',
  ],
};
const DISCLOSED_WITHIN_SECONDS = 60;

// A rule is a row.
// oxfmt-ignore
const CONVERSATION: readonly { readonly name: string; readonly label: string; readonly severity: Severity; readonly trigger: Trigger }[] = [
  { name: 'Talk_Share', label: 'One side does the talking', severity: 'info', trigger: { kind: 'talk_share', percent: 85, seconds: 300 } },
  { name: 'Monologue', label: 'Long monologue', severity: 'info', trigger: { kind: 'monologue', seconds: 180 } },
  { name: 'Dead_Air', label: 'Dead air', severity: 'attention', trigger: { kind: 'dead_air', seconds: 30 } },
  { name: 'Crosstalk', label: 'They talk over each other', severity: 'attention', trigger: { kind: 'crosstalk', seconds: 15 } },
  { name: 'Call_Length', label: 'Long call', severity: 'info', trigger: { kind: 'call_length', seconds: 3600 } },
  { name: 'Nobody_Helps', label: 'Still waiting for help', severity: 'attention', trigger: { kind: 'nobody_helps', seconds: 60 } },
  { name: 'Nobody_Free', label: 'No helper free', severity: 'attention', trigger: { kind: 'nobody_free', seconds: 10 } },
  { name: 'Sentiment', label: 'Customer is upset', severity: 'attention', trigger: { kind: 'sentiment', percent: 45 } },
];

const nameOf = (family: AlertFamily): string =>
  family
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('_');

const saidRules: AlertRule[] = LANGUAGES.flatMap((language) =>
  SAID.map(({ family, ...rule }): AlertRule => ({
    ...rule,
    ...(BOTH_SAY[language]?.includes(family) && { speaker: 'either' }),
    family,
    name: `${nameOf(family)}_${language}`,
    language,
    trigger: {
      kind: 'said',
      phrases: PHRASES[language][family]!,
      withinWords: WITHIN_WORDS[language],
    },
  })),
);

const disclosureRules: AlertRule[] = LANGUAGES.map((language) => ({
  name: `${nameOf('disclosure_missing')}_${language}`,
  label: 'Required disclosure missing',
  family: 'disclosure_missing',
  severity: 'compliance',
  speaker: 'rep',
  language,
  trigger: {
    kind: 'not_said',
    phrases: DISCLOSED[language],
    withinWords: WITHIN_WORDS[language],
    seconds: DISCLOSED_WITHIN_SECONDS,
  },
}));

/** The rules of an org that has written none. */
export const SHIPPED_RULES: AlertRules = {
  version: 'shipped-7',
  usesSentiment: true,
  rules: [
    ...saidRules,
    ...disclosureRules,
    ...CONVERSATION.map((rule): AlertRule => ({
      ...rule,
      family: 'conversation',
      speaker: 'either',
    })),
  ],
};
