import type { Language } from '../call/language.ts';

type InLanguages = Readonly<Record<Language, string>>;

/** A scripted customer, what the rep is to practice, and what the rep is asked afterwards. */
export interface Scenario {
  /** Kept with the call: it never changes. */
  readonly code: string;
  readonly title: InLanguages;
  /** The briefing that the rep reads before the call. */
  readonly brief: InLanguages;
  /** The customer's turns in order; after the last one the customer hangs up. */
  readonly turns: readonly Turn[];
  readonly checklist: readonly ChecklistItem[];
}

export interface Turn {
  readonly says: InLanguages;
  /** For how long the customer then listens: the rep's time to answer. */
  readonly listensSeconds: number;
  /** The whisper to the rep while the customer speaks. */
  readonly whisper?: InLanguages;
}

interface ChecklistItem {
  /** Unique in its scenario, and kept with the call. */
  readonly code: string;
  readonly text: InLanguages;
}

/** The practice customers, in the order in which a rep is offered them. */
export const SCENARIOS: readonly Scenario[] = [
  {
    code: 'objection',
    title: { en: 'An objection to the price', de: 'Ein Einwand gegen den Preis' },
    brief: {
      en: 'Jordan Reyes likes the product and finds it too expensive. Find out what is behind the objection before you talk about money.',
      de: 'Jordan Reyes gefällt das Produkt, der Preis nicht. Finden Sie heraus, was hinter dem Einwand steht, bevor Sie über Geld reden.',
    },
    turns: [
      {
        says: {
          en: 'Hi, this is Jordan Reyes. I looked at your offer. I like it, and it is too expensive for us.',
          de: 'Guten Tag, hier ist Jordan Reyes. Ich habe Ihr Angebot gelesen. Es gefällt mir, aber es ist uns zu teuer.',
        },
        listensSeconds: 12,
      },
      {
        says: {
          en: 'Well, somebody else offered us the same for twenty percent less.',
          de: 'Nun ja, jemand anders bietet uns dasselbe zwanzig Prozent günstiger an.',
        },
        listensSeconds: 15,
      },
      {
        says: {
          en: 'We need it to be running before the end of the quarter. That worries me more than the price.',
          de: 'Wir brauchen es vor Ende des Quartals. Das macht mir mehr Sorgen als der Preis.',
        },
        listensSeconds: 15,
      },
      {
        says: {
          en: 'All right. Send me the plan in writing, and we talk again on Thursday. Goodbye.',
          de: 'In Ordnung. Schicken Sie mir den Plan schriftlich, und wir reden am Donnerstag weiter. Auf Wiederhören.',
        },
        listensSeconds: 6,
      },
    ],
    checklist: [
      {
        code: 'asked_why',
        text: {
          en: 'I asked what is behind the objection before I answered it',
          de: 'Ich habe gefragt, was hinter dem Einwand steht, bevor ich geantwortet habe',
        },
      },
      {
        code: 'no_discount_first',
        text: {
          en: 'I offered no discount before I knew the real need',
          de: 'Ich habe keinen Nachlass angeboten, bevor ich den Bedarf kannte',
        },
      },
      {
        code: 'next_step',
        text: {
          en: 'I agreed on a next step with a date',
          de: 'Ich habe einen nächsten Schritt mit Datum vereinbart',
        },
      },
    ],
  },
  {
    code: 'angry',
    title: { en: 'An angry customer', de: 'Ein verärgerter Kunde' },
    brief: {
      en: 'Sam Whitfield has called three times about the same fault. Let them finish, say what you understood, and promise only what you can keep.',
      de: 'Sam Whitfield ruft wegen desselben Fehlers zum vierten Mal an. Lassen Sie ausreden, sagen Sie, was Sie verstanden haben, und versprechen Sie nur, was Sie halten können.',
    },
    turns: [
      {
        says: {
          en: 'This is the fourth time I am calling! Your system was down again this morning, and nobody does anything!',
          de: 'Ich rufe jetzt zum vierten Mal an! Ihr System stand heute Morgen schon wieder, und niemand tut etwas!',
        },
        listensSeconds: 12,
      },
      {
        says: {
          en: 'That is what your colleague told me last week. Do you even read what I write?',
          de: 'Genau das hat mir letzte Woche Ihre Kollegin gesagt. Lesen Sie überhaupt, was ich schreibe?',
        },
        listensSeconds: 15,
      },
      {
        says: {
          en: 'And what exactly happens now? I have a warehouse that stands still.',
          de: 'Und was genau passiert jetzt? Bei mir steht ein ganzes Lager still.',
        },
        listensSeconds: 15,
      },
      {
        says: {
          en: 'Fine. I wait until four o’clock, and not a minute longer. Goodbye.',
          de: 'Gut. Ich warte bis sechzehn Uhr, und keine Minute länger. Auf Wiederhören.',
        },
        listensSeconds: 6,
      },
    ],
    checklist: [
      {
        code: 'let_finish',
        text: { en: 'I let the customer finish', de: 'Ich habe den Kunden ausreden lassen' },
      },
      {
        code: 'said_understood',
        text: {
          en: 'I said in my own words what went wrong for them',
          de: 'Ich habe mit eigenen Worten gesagt, was für den Kunden schiefging',
        },
      },
      {
        code: 'stayed_calm',
        text: {
          en: 'I stayed calm and did not blame a colleague',
          de: 'Ich blieb ruhig und gab keinem Kollegen die Schuld',
        },
      },
      {
        code: 'promised_what_holds',
        text: {
          en: 'I said what happens next, and by when, and can keep it',
          de: 'Ich habe gesagt, was als Nächstes bis wann passiert, und kann es halten',
        },
      },
    ],
  },
  {
    code: 'asks_for_manager',
    title: { en: 'A customer who asks for a manager', de: 'Ein Kunde will den Vorgesetzten' },
    brief: {
      en: 'Alex Moreau does not want to talk with you. Find out what the manager is to decide, and offer what you can decide yourself.',
      de: 'Alex Moreau möchte nicht mit Ihnen reden. Finden Sie heraus, was der Vorgesetzte entscheiden soll, und bieten Sie an, was Sie selbst entscheiden können.',
    },
    turns: [
      {
        says: {
          en: 'Alex Moreau here. Please put me through to your manager.',
          de: 'Alex Moreau hier. Verbinden Sie mich bitte mit Ihrem Vorgesetzten.',
        },
        listensSeconds: 12,
      },
      {
        says: {
          en: 'You cannot decide that anyway. I want somebody who can.',
          de: 'Das können Sie doch nicht entscheiden. Ich will jemanden, der es kann.',
        },
        listensSeconds: 15,
      },
      {
        says: {
          en: 'It is about the cancellation fee. I was told that there is none.',
          de: 'Es geht um die Stornogebühr. Mir wurde gesagt, dass es keine gibt.',
        },
        listensSeconds: 15,
      },
      {
        says: {
          en: 'If you can note that for me, a call back from your manager is fine. Goodbye.',
          de: 'Wenn Sie das notieren, reicht mir ein Rückruf der Leitung. Auf Wiederhören.',
        },
        listensSeconds: 6,
      },
    ],
    checklist: [
      {
        code: 'not_personal',
        text: {
          en: 'I took the wish seriously and did not take it personally',
          de: 'Ich habe den Wunsch ernst und nicht persönlich genommen',
        },
      },
      {
        code: 'asked_what_about',
        text: {
          en: 'I asked what the manager is to decide',
          de: 'Ich habe gefragt, was der Vorgesetzte entscheiden soll',
        },
      },
      {
        code: 'offered_a_way',
        text: {
          en: 'I offered a way: what I can do now, or when the manager calls back',
          de: 'Ich habe einen Weg angeboten: was ich jetzt tun kann oder wann der Vorgesetzte zurückruft',
        },
      },
    ],
  },
  {
    code: 'whisper',
    title: { en: 'A whisper to follow', de: 'Ein Flüstern befolgen' },
    brief: {
      en: 'While Robin Castillo talks, a coach whispers to you. The customer does not hear it. Do what it says, and never answer it aloud.',
      de: 'Während Robin Castillo spricht, flüstert Ihnen ein Coach etwas zu. Der Kunde hört es nicht. Tun Sie, was gesagt wird, und antworten Sie nie laut darauf.',
    },
    turns: [
      {
        says: {
          en: 'Hello, Robin Castillo speaking. We are thinking about renewing, but only for one year.',
          de: 'Hallo, Robin Castillo am Apparat. Wir überlegen zu verlängern, aber nur um ein Jahr.',
        },
        listensSeconds: 10,
      },
      {
        says: {
          en: 'Last year we hardly used it in the second half. So one year feels safer to me and to my finance people.',
          de: 'Letztes Jahr haben wir es in der zweiten Hälfte kaum genutzt. Ein Jahr fühlt sich für mich und die Finanzabteilung sicherer an.',
        },
        whisper: {
          en: 'Ask who else decides.',
          de: 'Fragen Sie, wer noch entscheidet.',
        },
        listensSeconds: 12,
      },
      {
        says: {
          en: 'That would be me and our head of finance. She wants to see numbers before she signs anything at all.',
          de: 'Das wären ich und unsere Finanzchefin. Sie will Zahlen sehen, bevor sie überhaupt etwas unterschreibt.',
        },
        whisper: {
          en: 'Offer a meeting with her.',
          de: 'Bieten Sie ein Gespräch mit ihr an.',
        },
        listensSeconds: 12,
      },
      {
        says: {
          en: 'Good idea. Tuesday works for both of us. Goodbye.',
          de: 'Gute Idee. Dienstag passt uns beiden. Auf Wiederhören.',
        },
        listensSeconds: 6,
      },
    ],
    checklist: [
      {
        code: 'not_aloud',
        text: {
          en: 'I did not answer the whisper aloud',
          de: 'Ich habe auf das Flüstern nicht laut geantwortet',
        },
      },
      {
        code: 'followed',
        text: {
          en: 'I did both things that were whispered, in my own words',
          de: 'Ich habe beides Zugeflüsterte mit eigenen Worten getan',
        },
      },
      {
        code: 'kept_listening',
        text: {
          en: 'I kept listening to the customer meanwhile',
          de: 'Ich habe dem Kunden dabei weiter zugehört',
        },
      },
    ],
  },
];

/** The scenario with this code; undefined if it no longer exists. */
export const scenarioOf = (code: string): Scenario | undefined =>
  SCENARIOS.find((one) => one.code === code);
