import assert from 'node:assert/strict';
import { readCues } from '../../../../server/domain/alerts/cue.ts';
import {
  createCueReader,
  EMPTY_BOARD,
  type CueBoard,
  type CueContext,
} from '../../../../server/domain/alerts/cueBoard.ts';
import { SHIPPED_CUES } from '../../../../server/domain/alerts/shippedCues.ts';
import type { Speaker, TranscriptLine } from '../../../../server/domain/transcript/line.ts';
import { at } from '../../../support/builders.ts';

const shipped = createCueReader(SHIPPED_CUES);
const call: CueContext = { language: 'en', direction: 'outbound' };
let nth = 0;
const line = (speaker: Speaker, text: string, seconds: number): TranscriptLine => ({
  lineId: `l${(nth += 1)}`,
  speaker,
  text,
  startedAt: at(seconds - 1),
  endedAt: at(seconds),
});
const after = (
  lines: readonly TranscriptLine[],
  context: CueContext = call,
  reader = shipped,
): CueBoard =>
  lines.reduce(
    (board, one, n) => reader.onLine(board, lines.slice(0, n), one, context),
    EMPTY_BOARD,
  );
const names = (text: string, speaker: Speaker, language: 'en' | 'de') =>
  shipped.find(text, speaker, language).map(({ cue }) => cue.name);

describe('what a rep is shown for what is said', () => {
  const expensive = line('customer', 'Honestly, that is too expensive for us.', 10);
  const vendors = line('customer', 'We are looking at two other vendors.', 20);
  const cancel = line('customer', 'Then I want to cancel the contract.', 25);

  it('is the card that fits the words, with the words', () => {
    const { card } = after([expensive]);
    assert.deepEqual(
      [card?.cue.name, card?.words, card?.at, card?.until],
      ['Card_Price_Objection_EN', ['too', 'expensive'], at(10), at(55)],
    );
  });

  it('is one card at a time; only one that interrupts takes its place', () => {
    assert.equal(after([expensive, vendors]).card?.cue.name, 'Card_Price_Objection_EN');
    assert.equal(after([expensive, vendors, cancel]).card?.cue.name, 'Card_Cancellation_EN');
    const later = line('customer', 'We are talking to another provider.', 80);
    assert.equal(after([expensive, later]).card?.cue.name, 'Card_Competitor_EN');
  });

  it('is not the same card again within five minutes', () => {
    const again = (seconds: number) => line('customer', 'It is too expensive.', seconds);
    assert.equal(after([expensive, again(100)]).card?.at, at(10));
    assert.equal(after([expensive, again(311)]).card?.at, at(311));
  });

  it('is nothing for the rep’s own words, and nothing for what is negated', () => {
    assert.equal(after([line('rep', 'That is too expensive?', 5)]).card, undefined);
    assert.equal(
      after([line('customer', "I don't want to cancel the contract.", 5)]).card,
      undefined,
    );
  });

  it('ticks an item of the checklist when the rep says it, once, also over two lines', () => {
    const cut = line('rep', 'Before we start, this call', 2);
    const rest = line('rep', 'is being recorded.', 3);
    const { said } = after([line('rep', 'Hi, my name is Lena.', 1), cut, rest]);
    assert.deepEqual([...said.keys()], ['Item_Introduced_EN', 'Item_Disclosed_EN']);
    assert.deepEqual(said.get('Item_Disclosed_EN'), { at: at(3), lineId: rest.lineId });
    assert.equal(after([line('customer', 'My name is Marcus.', 1)]).said.size, 0);
  });

  it('has a checklist in its order, with what is critical and what is compliance', () =>
    assert.deepEqual(
      shipped.checklist(call).map(({ text, mark }) => [text, mark]),
      [
        ['Gave name and company', undefined],
        ['Said that the call is recorded or transcribed', 'compliance'],
        ['Asked what the customer needs', 'critical'],
        ['Asked who decides, and how', undefined],
        ['Agreed on a next step with a date', 'critical'],
      ],
    ));

  it('is German on a German call', () => {
    const { card } = after([line('customer', 'Das ist uns viel zu teuer.', 1)], {
      ...call,
      language: 'de',
    });
    assert.equal(card?.cue.label, 'Einwand Preis');
    assert.deepEqual(names('Mein Name ist Lena Brandt.', 'rep', 'de'), ['Item_Introduced_DE']);
    assert.deepEqual(names('Dieses Gespräch wird aufgezeichnet.', 'rep', 'de'), [
      'Item_Disclosed_DE',
    ]);
    assert.deepEqual(names('Wer entscheidet bei Ihnen noch mit?', 'rep', 'de'), [
      'Item_Checked_Decision_DE',
    ]);
  });

  it('finds each shipped card and item by words of its own', () => {
    const said: readonly (readonly [string, Speaker, string])[] = [
      ['This is over our budget.', 'customer', 'Card_Price_Objection_EN'],
      ['We have some security questions.', 'customer', 'Card_Security_Question_EN'],
      ['I need to think about it.', 'customer', 'Card_Stall_EN'],
      ['We are not going to renew.', 'customer', 'Card_Cancellation_EN'],
      ['What are you looking for?', 'rep', 'Item_Asked_Needs_EN'],
      ['Who else is involved in this?', 'rep', 'Item_Checked_Decision_EN'],
      ['Shall we schedule a call for Tuesday?', 'rep', 'Item_Next_Step_EN'],
    ];
    for (const [text, speaker, name] of said)
      assert.ok(names(text, speaker, 'en').includes(name), `${text} finds ${name}`);
  });

  it('is nothing in ordinary talk', () => {
    for (const text of ['Good morning.', 'Can you hear me?', 'We had a nice weekend, thanks.'])
      assert.deepEqual(names(text, 'customer', 'en'), [], text);
  });
});

describe('records of cues', () => {
  const record = { name: 'Own', text: 'Say it.', language: 'en', phrases: 'hello there' };

  it('are cards of the customer’s words where they say no more', () => {
    const { cues, faults } = readCues([record]);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      [cues[0]?.kind, cues[0]?.speaker, cues[0]?.interrupts],
      ['card', 'customer', false],
    );
  });

  it('hold on calls of their direction, queue and stage alone', () => {
    const reader = createCueReader(
      readCues([{ ...record, direction: 'inbound', queues: 'q1;q2', stages: 'Negotiation' }]).cues,
    );
    const hello = [line('customer', 'Hello there.', 1)];
    const right = {
      ...call,
      direction: 'inbound',
      queueIds: ['q2'],
      stage: 'Negotiation',
    } as const;
    assert.ok(after(hello, right, reader).card);
    for (const wrong of [call, { ...right, queueIds: ['q3'] }, { ...right, stage: 'Closed' }])
      assert.equal(after(hello, wrong, reader).card, undefined);
  });

  it('name what is wrong with them, and the others stay', () => {
    const { cues, faults } = readCues([
      record,
      { ...record, name: 'A', phrases: '{nobody}' },
      { ...record, name: 'B', text: undefined, language: 'fr', link: 'javascript:alert(1)' },
    ]);
    assert.deepEqual(
      cues.map(({ name }) => name),
      ['Own'],
    );
    assert.deepEqual(
      faults.map(({ cue, field, code }) => [cue, field, code]),
      [
        ['A', 'phrases', 'unreadable_phrase'],
        ['B', 'language', 'unknown_value'],
        ['B', 'text', 'missing'],
        ['B', 'link', 'unknown_value'],
      ],
    );
  });
});
