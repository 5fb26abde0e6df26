import assert from 'node:assert/strict';
import {
  createJudge,
  rulesWithoutWords,
  type AlertContext,
} from '../../../../server/domain/alerts/judge.ts';
import { parsePattern, PatternFault } from '../../../../server/domain/alerts/pattern.ts';
import type { AlertRule } from '../../../../server/domain/alerts/rule.ts';
import { displeasureOf, sentimentOf } from '../../../../server/domain/alerts/sentiment.ts';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import { readRules } from '../../../../server/domain/alerts/validate.ts';
import type { TranscriptLine } from '../../../../server/domain/transcript/line.ts';
import { at, START } from '../../../support/builders.ts';

const CONTEXT: AlertContext = { language: 'en', answeredAt: START };
const judge = createJudge(SHIPPED_RULES);
const line = (
  text: string,
  speaker: 'customer' | 'rep' = 'customer',
  from = 0,
): TranscriptLine => ({
  lineId: `L${from}`,
  speaker,
  text,
  startedAt: at(from),
  endedAt: at(from + 1),
});
const raised = (text: string, speaker?: 'rep', language: 'en' | 'de' = 'en') =>
  judge.onLine([], line(text, speaker), { ...CONTEXT, language });

const HEARD: readonly [string, string, ('rep' | undefined)?, 'de'?][] = [
  ['asks_for_manager', 'I want to speak to your manager.'],
  ['threatens_to_cancel', 'We are going to cancel our subscription.'],
  ['legal_or_regulator', 'My attorney will contact you.'],
  ['abuse', 'You are all idiots.'],
  ['beyond_authority', 'Can you give us 30% off?'],
  ['competitor', 'We are also talking to two other vendors.'],
  ['account_security', 'Someone logged into our account.'],
  ['stumped_rep', "I honestly don't know how that works.", 'rep'],
  ['close_at_hand', 'We are ready to sign.'],
  ['asks_for_manager', 'bump me up to somebody who signs off on these things'],
  ['legal_or_regulator', 'the insurance commissioner will be hearing from me'],
  ['beyond_authority', 'just between us could you lose that late charge'],
  ['competitor', 'the other outfit quoted us half of that'],
  ['threatens_to_cancel', "i just don't see us signing up for another year"],
  ['legal_or_regulator', "i've got the form for the ombudsman here on the table"],
  ['asks_for_manager', 'Ich möchte mit Ihrem Chef sprechen.', undefined, 'de'],
  ['asks_for_manager', 'gib mir mal einen der was zu sagen hat', undefined, 'de'],
  ['threatens_to_cancel', 'Dann kündigen wir den Vertrag.', undefined, 'de'],
  ['legal_or_regulator', 'Sie hören von meinem Anwalt.', undefined, 'de'],
];

describe('the shipped rules', () => {
  for (const [family, text, speaker, language] of HEARD)
    it(`raise ${family} when it is said (P27): ${text}`, () => {
      const [first] = raised(text, speaker, language).filter(({ rule }) => rule.family === family);
      assert.ok(first, 'nothing was raised');
      assert.equal(first.lineId, 'L0');
      for (const word of first.words) assert.ok(text.includes(word), `${word} was not said`);
    });

  for (const text of [
    'i dont care get me your manager',
    "no ma'am i want your manager",
    "I don't want your apology I want your manager",
  ])
    it(`take no "not" of another clause for a negation: ${text}`, () =>
      assert.deepEqual(
        raised(text).map(({ rule }) => rule.family),
        ['asks_for_manager'],
      ));

  for (const text of [
    'I do not want to talk to your manager.',
    "I don't want to cancel, I want help.",
    "I don't think we want to cancel our subscription.",
    'I have to talk to my boss first.',
    'Our legal team will review the contract.',
    'I need to cancel the meeting on Thursday.',
    'my cousin is suing his landlord over a deposit',
    'we escalate anything over an hour to tier two',
    "what's the cancellation policy on the annual plan",
    "our last rep was an idiot but you're great",
    'they waived the fee on my other card',
    'turn left at the home depot',
    'oh that charge was mine I forgot about the toner',
    'we write it up and send the contract to legal',
    'can i stop the paper bills and just get email',
    'this stupid printer jammed again',
    'those raccoons are little thieves',
    'what happens if a customer complains to the better business bureau',
  ])
    it(`raise nothing when it is not meant: ${text}`, () => assert.deepEqual(raised(text), []));

  it('take "not sure" for stumped only after a question', () => {
    const answer = line("I'm not sure that one", 'rep', 50);
    const after = (before: string): number =>
      judge.onLine([line(before, 'customer', 40)], answer, CONTEXT).length;
    assert.equal(after('which of the two fits my boiler'), 1);
    assert.equal(after('the blue one'), 0);
  });

  it('tell a stranger in an account from an owner who changed it', () => {
    const families = (text: string): string[] => raised(text).map(({ rule }) => rule.family);
    assert.deepEqual(families('somebody changed the password on my account'), ['account_security']);
    assert.deepEqual(families('i changed the password on my account'), []);
  });

  it('raise nothing for the customer’s words when the rep says them', () =>
    assert.deepEqual(raised('We are going to cancel our subscription.', 'rep'), []));

  it('hear a sentence that comes in two lines', () => {
    const before = line('I would like to');
    const after = { ...line('speak to your manager', 'customer', 1), startedAt: at(1.2) };
    assert.deepEqual(
      judge.onLine([before], after, CONTEXT).map(({ rule }) => rule.family),
      ['asks_for_manager'],
    );
  });

  it('miss a disclosure only where the law wants one, and nobody gave it', () => {
    const missing = (lines: TranscriptLine[], lacksDisclosure: boolean) =>
      judge
        .onTime(lines, at(61), { ...CONTEXT, lacksDisclosure })
        .filter(({ rule }) => rule.family === 'disclosure_missing').length;
    const silent = [line('Hi there, how are you?', 'rep', 55)];
    assert.equal(missing(silent, true), 1);
    assert.equal(missing(silent, false), 0);
    assert.equal(missing([line('This call is being recorded.', 'rep', 55)], true), 0);
  });
});

const rule = (trigger: AlertRule['trigger'], more: Partial<AlertRule> = {}): AlertRule => ({
  name: 'Own',
  label: 'Own',
  family: 'conversation',
  severity: 'info',
  speaker: 'either',
  trigger,
  ...more,
});
const onTime = (one: AlertRule, lines: TranscriptLine[], now: number, context = CONTEXT) =>
  createJudge({ version: '1', rules: [one], usesSentiment: true })
    .onTime(lines, at(now), context)
    .map(({ measured }) => measured);

describe('a rule about the numbers of a call', () => {
  const long = { ...line('one two three four', 'rep'), endedAt: at(200) };

  it('is raised by talk share, monologue, dead air, length and help that nobody gives', () => {
    assert.deepEqual(
      onTime(rule({ kind: 'talk_share', percent: 80, seconds: 60 }), [long], 200),
      [100],
    );
    assert.deepEqual(onTime(rule({ kind: 'monologue', seconds: 120 }), [long], 200), [200]);
    const heard = { ...CONTEXT, heardSince: START };
    assert.deepEqual(onTime(rule({ kind: 'dead_air', seconds: 20 }), [long], 225, heard), [25]);
    assert.deepEqual(onTime(rule({ kind: 'call_length', seconds: 300 }), [long], 301), [301]);
    const context = { ...CONTEXT, helpOpenSince: at(100) };
    assert.deepEqual(onTime(rule({ kind: 'nobody_helps', seconds: 60 }), [], 170, context), [70]);
    const nobodyFree = { ...CONTEXT, nobodyFreeSince: at(150) };
    assert.deepEqual(onTime(rule({ kind: 'nobody_free', seconds: 10 }), [], 170, nobodyFree), [20]);
    assert.deepEqual(onTime(rule({ kind: 'nobody_free', seconds: 10 }), [], 170, context), []);
  });

  it('takes no silence for dead air that the system made, or while it hears nothing', () => {
    const deadAir = rule({ kind: 'dead_air', seconds: 20 });
    assert.deepEqual(onTime(deadAir, [long], 900), []);
    const heardAgain = { ...CONTEXT, heardSince: at(890) };
    assert.deepEqual(onTime(deadAir, [long], 900, heardAgain), []);
    assert.deepEqual(onTime(deadAir, [long], 915, heardAgain), [25]);
  });

  it('needs no transcript for the length of a call and for help that nobody gives', () =>
    assert.deepEqual(
      rulesWithoutWords(SHIPPED_RULES).rules.map(({ trigger }) => trigger.kind),
      ['call_length', 'nobody_helps', 'nobody_free'],
    ));

  it('is not raised on calls of other queues, stages, amounts and languages', () => {
    const trigger = { kind: 'call_length', seconds: 1 } as const;
    for (const more of [
      { queueIds: ['q1'] },
      { stages: ['Negotiation'] },
      { minimumAmount: 1 },
      { language: 'de' as const },
    ])
      assert.deepEqual(onTime(rule(trigger, more), [], 10), []);
  });
});

describe('a phrase of a rule', () => {
  const own = (phrase: string, text: string): boolean =>
    createJudge({
      version: '1',
      rules: [rule({ kind: 'said', phrases: [phrase], withinWords: 2 }, { language: 'en' })],
      usesSentiment: false,
    }).onLine([], line(text), CONTEXT).length > 0;

  it('is found in any inflection, with few words between, and with concepts', () => {
    assert.ok(own('transfer call', 'they transferred both calls'));
    assert.ok(!own('transfer call', 'they transferred it to me and then called'));
    assert.ok(own('speak {manager}', 'may I speak to a supervisor'));
  });

  it('joins groups by &, leaves out by !, and means negations with ~', () => {
    assert.ok(own('price & late', 'you came late and the price went up'));
    assert.ok(!own('cancel ! meeting', 'cancel that meeting'));
    assert.ok(!own('cancel', 'never cancel that') && own('~cancel', 'never cancel that'));
  });

  it('bounds how far apart its words stand', () => {
    assert.ok(
      own('cancel + contract', 'cancel contract') &&
        !own('cancel + contract', 'cancel my contract'),
    );
    const far = 'cancel as soon as you possibly can the contract';
    assert.ok(own('cancel .. contract', far) && !own('cancel contract', far));
  });

  it('leaves out by ! and a number only what stands near', () => {
    const phrase = 'cancel !2 meeting';
    assert.ok(!own(phrase, 'cancel that meeting') && !own(phrase, 'the meeting we cancel'));
    assert.ok(own(phrase, 'cancel it all after what we heard in the meeting'));
    assert.ok(own(phrase, 'cancel the meeting and then we want to cancel what we pay for'));
  });

  it('asks by @ what was said in the lines before, and by whom', () => {
    const after = (phrase: string, before: TranscriptLine[]): boolean =>
      createJudge({
        version: '1',
        rules: [rule({ kind: 'said', phrases: [phrase], withinWords: 2 }, { language: 'en' })],
        usesSentiment: false,
      }).onLine(before, line('that was not me', 'customer', 50), CONTEXT).length > 0;
    const changed = line('your email was changed', 'rep', 40);
    const others = [41, 42, 43, 44].map((from) => line('okay', 'rep', from));
    assert.ok(after('not me @ email change', [changed]) && !after('not me @ email change', []));
    assert.ok(after('not me @ rep: change', [changed]));
    assert.ok(!after('not me @ customer: change', [changed]));
    assert.ok(!after('not me @ change', [changed, ...others]));
    assert.ok(!after('not me !@ change', [changed]) && after('not me !@ change', []));
  });

  it('takes by ?name what may be the name of a company, in English', () => {
    const phrase = '=signed + =with + ?name';
    assert.ok(own(phrase, 'we signed with zentravo'));
    assert.ok(own(phrase, 'We signed with Square on Monday.'));
    assert.ok(!own(phrase, 'we signed with your help'));
    assert.throws(() => parsePattern('bei ?name', 'de', 3), PatternFault);
  });

  it('leaves out for a whole rule what a line of its own leaves out', () => {
    const heard = (text: string): boolean =>
      createJudge({
        version: '1',
        rules: [
          rule(
            { kind: 'said', phrases: ['cancel', 'terminate', '!3 meeting'], withinWords: 2 },
            { language: 'en' },
          ),
        ],
        usesSentiment: false,
      }).onLine([], line(text), CONTEXT).length > 0;
    assert.ok(heard('please cancel') && heard('terminate it'));
    assert.ok(!heard('cancel the meeting') && !heard('terminate the meeting'));
  });

  it('hears speech as it is spoken and as recognizers write it', () => {
    for (const text of [
      'we are going to cancel',
      "we're gonna cancel",
      'we um were uh we are we are gonna um cancel',
    ])
      assert.ok(own('=we + =are + =going + to cancel', text), text);
    assert.ok(!own('cancel', 'we dont want to cancel'));
    assert.ok(own('ftc', 'I will call the F T C'));
    assert.ok(own('um cancel', 'um cancel') && !own('um cancel', 'cancel'));
    const one = rule(
      { kind: 'said', phrases: ['going + to + cancel'], withinWords: 2 },
      { language: 'en' },
    );
    const { onLine } = createJudge({ version: '1', rules: [one], usesSentiment: false });
    assert.deepEqual(onLine([], line('Im gonna cancel it'), CONTEXT)[0]?.words, [
      'gonna',
      'cancel',
    ]);
  });

  it('is read from a record with all of this, and wants more than what it leaves out', () => {
    const record = (phrases: string) =>
      readRules([
        { name: 'R', family: 'abuse', severity: 'info', kind: 'said', language: 'en', phrases },
      ]);
    const phrases = ['a + b .. c !3 d @ rep: e !@ f', 'alone: h', '! g', '+ i'];
    assert.deepEqual(record(phrases.join('\n')).rules[0]?.trigger, {
      kind: 'said',
      phrases,
      withinWords: 3,
      seconds: undefined,
      percent: undefined,
    });
    assert.deepEqual(
      ['! g', '+ a', 'a +', 'a .. + b', 'a ! ', 'a\n+', '! g & a'].map(
        (one) => record(one).faults[0]?.code,
      ),
      ['missing', 'missing', ...Array.from({ length: 4 }, () => 'unreadable_phrase'), 'missing'],
    );
  });

  it('that cannot be read is a fault of its record, and names what', () => {
    assert.throws(() => parsePattern('speak {nobody}', 'en', 3), PatternFault);
    const { rules, faults } = readRules([
      {
        name: 'R',
        family: 'abuse',
        severity: 'loud',
        kind: 'said',
        language: 'en',
        phrases: 'a {b}',
      },
    ]);
    assert.deepEqual(rules, []);
    assert.deepEqual(
      faults.map(({ field, code, value }) => [field, code, value]),
      [
        ['severity', 'unknown_value', 'loud'],
        ['phrases', 'unreadable_phrase', '{b}'],
      ],
    );
  });
});

describe('how content the customer’s words are', () => {
  it('knows intensifiers, negation and "but"', () => {
    assert.ok(sentimentOf("I'm very frustrated", 'en') < sentimentOf("I'm frustrated", 'en'));
    assert.ok(sentimentOf('this is not good', 'en') < 0);
    assert.ok(sentimentOf('the start was great but support is terrible', 'en') < 0);
    assert.ok(sentimentOf('ich bin sehr zufrieden', 'de') > 0);
  });

  it('falls with each bad line, and is switched off by the org (V1, G41)', () => {
    const bad = Array.from({ length: 4 }, (_, n) =>
      line('This is absolutely unacceptable and horrible', 'customer', n),
    );
    assert.ok(
      displeasureOf(
        bad.map(({ text }) => text),
        'en',
      ) >= 45,
    );
    const off = createJudge({ ...SHIPPED_RULES, usesSentiment: false });
    const sentiments = (one: typeof judge) =>
      one
        .onTime(bad, at(10), CONTEXT)
        .filter(({ rule: { trigger } }) => trigger.kind === 'sentiment').length;
    assert.deepEqual([sentiments(judge), sentiments(off)], [1, 0]);
  });
});
