import type { Language } from '../call/language.ts';
import type { Person } from '../call/people.ts';

/** A few texts and questions on them. The right choice stands at `right`. */
export interface Course {
  readonly code: 'supervisor' | 'rep';
  /** Rises with what is taught: who finished an older one reads the new one. */
  readonly version: number;
  readonly title: Record<Language, string>;
  readonly sections: readonly Record<Language, { readonly title: string; readonly text: string }>[];
  readonly questions: readonly {
    readonly text: Record<Language, string>;
    readonly choices: readonly Record<Language, string>[];
    readonly right: number;
  }[];
}

// A question and its answers side by side in both languages.
// oxfmt-ignore
export const COURSES: readonly Course[] = [
  {
    code: 'supervisor',
    version: 1,
    title: { en: 'Step in without taking over', de: 'Eingreifen, ohne zu übernehmen' },
    sections: [
      {
        en: { title: 'Read the situation', text: 'Before you say a word, read the last minute and the alerts. Ask yourself what the customer needs that the rep cannot give. If a line of text would do, write it. If a whisper would do, whisper. Barge only for what the rep cannot say or decide.' },
        de: { title: 'Die Lage erfassen', text: 'Lesen Sie die letzte Minute und die Warnungen, bevor Sie etwas sagen. Fragen Sie sich, was der Kunde braucht und der Vertriebsmitarbeiter nicht geben kann. Reicht eine Zeile Text, schreiben Sie. Reicht ein Flüstern, flüstern Sie. Schalten Sie sich nur für das auf, was der Vertriebsmitarbeiter nicht sagen oder entscheiden kann.' },
      },
      {
        en: { title: 'De-escalate', text: 'An angry customer wants to be heard first. Let them finish, say back what you heard in their words, and name what you will do and by when. Do not defend the company, and do not correct the rep.' },
        de: { title: 'Beruhigen', text: 'Ein verärgerter Kunde will erst gehört werden. Lassen Sie ausreden, geben Sie es in seinen Worten wieder und sagen Sie, was Sie bis wann tun. Verteidigen Sie nicht die Firma, und korrigieren Sie nicht den Vertriebsmitarbeiter.' },
      },
      {
        en: { title: 'Introduce yourself', text: 'Say your name, your role and why you are here in one sentence, and that the rep stays their contact: "I am Maya, I lead the team; Lena asked me to confirm the terms." Never "Let me take over".' },
        de: { title: 'Sich vorstellen', text: 'Nennen Sie in einem Satz Ihren Namen, Ihre Rolle und den Grund, und dass der Vertriebsmitarbeiter der Ansprechpartner bleibt: „Ich bin Maya und leite das Team; Lena bat mich, die Konditionen zu bestätigen.“ Nie: „Ich übernehme jetzt.“' },
      },
      {
        en: { title: 'Hand back', text: 'As soon as your point is made, hand back aloud: "Lena will take it from here." Then be silent. A barge of more than three minutes teaches the customer to ask for you.' },
        de: { title: 'Zurückgeben', text: 'Sobald Sie Ihren Punkt beigetragen haben, geben Sie hörbar zurück: „Lena macht hier weiter.“ Dann schweigen Sie. Wer länger als drei Minuten bleibt, bringt dem Kunden bei, nach ihm zu fragen.' },
      },
      {
        en: { title: 'Leave', text: 'Leave when the rep has the call again and you are not needed to listen. Note the outcome at once, praise one thing, and plan the debrief while you both remember.' },
        de: { title: 'Den Anruf verlassen', text: 'Verlassen Sie den Anruf, wenn der Vertriebsmitarbeiter das Gespräch wieder führt und Ihr Zuhören nicht gebraucht wird. Erfassen Sie das Ergebnis sofort, loben Sie eine Sache und planen Sie die Nachbesprechung, solange beide sich erinnern.' },
      },
    ],
    questions: [
      {
        text: { en: 'The rep does not know one number. What is the first thing to try?', de: 'Dem Vertriebsmitarbeiter fehlt eine Zahl. Was versuchen Sie zuerst?' },
        choices: [
          { en: 'Barge in and say it', de: 'Sich aufschalten und sie sagen' },
          { en: 'Write it as text', de: 'Sie als Text schreiben' },
          { en: 'Take the call over', de: 'Den Anruf übernehmen' },
        ],
        right: 1,
      },
      {
        text: { en: 'The customer is angry. What comes first?', de: 'Der Kunde ist verärgert. Was kommt zuerst?' },
        choices: [
          { en: 'Let them finish and say back what you heard', de: 'Ausreden lassen und wiedergeben, was Sie gehört haben' },
          { en: 'Explain why the company is right', de: 'Erklären, warum die Firma recht hat' },
          { en: 'Offer a discount', de: 'Einen Rabatt anbieten' },
        ],
        right: 0,
      },
      {
        text: { en: 'How do you introduce yourself?', de: 'Wie stellen Sie sich vor?' },
        choices: [
          { en: '"Let me take over from here."', de: '„Ich übernehme jetzt.“' },
          { en: 'Not at all', de: 'Gar nicht' },
          { en: 'Name, role and reason, and that the rep stays their contact', de: 'Name, Rolle und Grund, und dass der Vertriebsmitarbeiter der Ansprechpartner bleibt' },
        ],
        right: 2,
      },
      {
        text: { en: 'Your point is made. What now?', de: 'Sie haben Ihren Punkt beigetragen. Was nun?' },
        choices: [
          { en: 'Stay, in case there is more', de: 'Bleiben, falls noch etwas kommt' },
          { en: 'Hand back aloud, then be silent', de: 'Hörbar zurückgeben, dann schweigen' },
          { en: 'Hang up at once', de: 'Sofort auflegen' },
        ],
        right: 1,
      },
      {
        text: { en: 'When do you note the outcome?', de: 'Wann erfassen Sie das Ergebnis?' },
        choices: [
          { en: 'At the end of the week', de: 'Am Ende der Woche' },
          { en: 'At once, after you have left', de: 'Sofort, nachdem Sie den Anruf verlassen haben' },
          { en: 'When the rep asks', de: 'Wenn der Vertriebsmitarbeiter fragt' },
        ],
        right: 1,
      },
    ],
  },
  {
    code: 'rep',
    version: 1,
    title: { en: 'Get help without losing the customer', de: 'Hilfe holen, ohne den Kunden zu verlieren' },
    sections: [
      {
        en: { title: 'Ask early', text: 'Raise a hand while you still lead the talk. Say what you need: a number, an approval, somebody to listen. Asking is part of the work and counts for you.' },
        de: { title: 'Früh fragen', text: 'Heben Sie die Hand, solange Sie das Gespräch noch führen. Sagen Sie, was Sie brauchen: eine Zahl, eine Freigabe, ein Ohr. Fragen gehört zur Arbeit und zählt für Sie.' },
      },
      {
        en: { title: 'Obey a whisper without answering it', text: 'Only you hear a whisper. Never say "sorry, what?": finish your sentence, pause for a breath, and use it in your own words. Answer by text if you must.' },
        de: { title: 'Einem Flüstern folgen, ohne zu antworten', text: 'Ein Flüstern hören nur Sie. Sagen Sie nie „Wie bitte?“: Beenden Sie Ihren Satz, holen Sie Luft, und sagen Sie es in Ihren Worten. Antworten Sie notfalls per Text.' },
      },
      {
        en: { title: 'When somebody joins', text: 'Introduce them with a reason that is good for the customer: "I asked Maya to join, who can approve this." Then let them speak, and take notes.' },
        de: { title: 'Wenn jemand beitritt', text: 'Stellen Sie die Person mit einem Grund vor, der dem Kunden nützt: „Ich habe Maya dazugebeten, die das freigeben kann.“ Lassen Sie sie dann sprechen und schreiben Sie mit.' },
      },
      {
        en: { title: 'Take it back', text: 'When it is handed back, sum up what was agreed and name the next step. The customer is yours.' },
        de: { title: 'Wieder übernehmen', text: 'Wenn zurückgegeben wird, fassen Sie zusammen, was vereinbart ist, und nennen den nächsten Schritt. Es ist Ihr Kunde.' },
      },
    ],
    questions: [
      {
        text: { en: 'A whisper comes while you speak. What do you do?', de: 'Ein Flüstern kommt, während Sie sprechen. Was tun Sie?' },
        choices: [
          { en: 'Say "sorry, what?"', de: '„Wie bitte?“ sagen' },
          { en: 'Finish the sentence and use it in your own words', de: 'Den Satz beenden und es in eigenen Worten sagen' },
          { en: 'Put the customer on hold', de: 'Den Kunden in die Warteschleife legen' },
        ],
        right: 1,
      },
      {
        text: { en: 'When do you ask for help?', de: 'Wann bitten Sie um Hilfe?' },
        choices: [
          { en: 'While you still lead the talk', de: 'Solange Sie das Gespräch noch führen' },
          { en: 'When the customer has hung up', de: 'Wenn der Kunde aufgelegt hat' },
          { en: 'Never', de: 'Nie' },
        ],
        right: 0,
      },
      {
        text: { en: 'The call is handed back to you. What first?', de: 'Der Anruf wird Ihnen zurückgegeben. Was zuerst?' },
        choices: [
          { en: 'Apologize for the interruption', de: 'Sich für die Unterbrechung entschuldigen' },
          { en: 'Start again from the beginning', de: 'Von vorn beginnen' },
          { en: 'Sum up what was agreed, and the next step', de: 'Zusammenfassen, was vereinbart ist, und den nächsten Schritt nennen' },
        ],
        right: 2,
      },
    ],
  },
];

/** The courses that concern a person: one who may be on others' calls, or one who has calls. */
export const coursesFor = ({ roles, permittedModes }: Pick<Person, 'roles' | 'permittedModes'>) =>
  COURSES.filter(({ code }) =>
    code === 'rep' ? roles.includes('rep') : permittedModes.length > 0,
  );

/** The key under which its completion is stored. */
export const courseKey = ({ code, version }: Pick<Course, 'code' | 'version'>): string =>
  `course:${code}:${version}`;

/** Which questions were not answered rightly, by their place. */
export const wrongAnswers = ({ questions }: Course, answers: readonly number[]): number[] =>
  questions.flatMap(({ right }, n) => (answers[n] === right ? [] : [n]));
