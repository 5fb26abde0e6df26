import assert from 'node:assert/strict';
import { createLiveTranscripts } from '../../../../server/commands/words/liveTranscripts.ts';
import { MASK } from '../../../../server/domain/transcript/mask.ts';
import type { StoredLine, WordsNews } from '../../../../server/ports/index.ts';
import { at, liveCall, participant } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

const CALL = {
  ...liveCall({ participants: [participant('customer'), participant('rep')] }),
  transcribes: true,
} as ReturnType<typeof liveCall>;

describe('what is said on a call, in memory', () => {
  it('is forgotten with the call, also where another process ended it: the database decides', async () => {
    let stored: StoredLine[] = [];
    const live = createLiveTranscripts({
      transcripts: {
        add: async (_call, line) => stored.push(line) > 0,
        mask: async () => undefined,
        of: async () => stored,
      },
      legs: { failed: async () => undefined },
      news: { publish: () => undefined, subscribe: () => () => undefined },
      callOf: async () => CALL,
      log: quietLog,
      onNews: () => undefined,
    });
    await live.hear({
      callId: CALL.callId,
      connectionId: 'CA-customer',
      transcriptionId: 'GT1',
      kind: 'words',
      piece: { transcriptionId: 'GT1', sequence: 1, text: 'My name.', isFinal: true, at: at(2) },
    });
    assert.equal((await live.of(CALL.callId)).length, 1);
    stored = [];
    live.retainOnly(() => true);
    assert.equal((await live.of(CALL.callId)).length, 1);
    live.retainOnly(() => false);
    assert.deepEqual(await live.of(CALL.callId), []);
  });

  it('keeps the last sentence when it cannot be written that the transcription is over', async () => {
    const stored: string[] = [];
    const live = createLiveTranscripts({
      transcripts: {
        add: async (_call, { text }) => stored.push(text) > 0,
        mask: async () => undefined,
        of: async () => [],
      },
      legs: { failed: () => Promise.reject(new Error('no connection')) },
      news: { publish: () => undefined, subscribe: () => () => undefined },
      callOf: async () => CALL,
      log: quietLog,
      onNews: () => undefined,
    });
    const said = {
      callId: CALL.callId,
      connectionId: 'CA-customer',
      transcriptionId: 'GT1',
    } as const;
    const piece = { transcriptionId: 'GT1', sequence: 1, text: 'Bye.', isFinal: false, at: at(2) };
    await live.hear({ ...said, kind: 'words', piece });
    await live.hear({ ...said, kind: 'stopped' });
    assert.deepEqual(stored, ['Bye.']);
  });

  describe('with a number that must not be kept', () => {
    function transcript() {
      const stored = new Map<string, string>();
      const told: WordsNews[] = [];
      const database = { isDown: false };
      const live = createLiveTranscripts({
        transcripts: {
          add: async (_call, { lineId, text }) => stored.set(lineId, text) !== undefined,
          async mask(_callId, lines) {
            if (database.isDown) throw new Error('no connection');
            lines.forEach(({ lineId, text }) => stored.set(lineId, text));
          },
          of: async () => [],
        },
        legs: { failed: async () => undefined },
        news: { publish: () => undefined, subscribe: () => () => undefined },
        callOf: async () => CALL,
        log: quietLog,
        onNews: (news) => told.push(news),
      });
      const say = (
        who: 'customer' | 'rep',
        text: string,
        { second, isFinal = true }: { readonly second: number; readonly isFinal?: boolean },
      ) =>
        live.hear({
          callId: CALL.callId,
          connectionId: `CA-${who}`,
          transcriptionId: `GT-${who}`,
          kind: 'words',
          piece: { transcriptionId: `GT-${who}`, sequence: second, text, isFinal, at: at(second) },
        });
      return { live, stored, told, database, say };
    }

    it('masks its first parts, too, once the last one shows what it is', async () => {
      const { stored, told, say } = transcript();
      await say('customer', 'So it is forty-one eleven.', { second: 5 });
      await say('rep', 'Mhm.', { second: 6 });
      await say('customer', 'Eleven eleven, eleven eleven, eleven eleven.', { second: 9 });
      assert.deepEqual([...stored.values()], [`So it is ${MASK}.`, 'Mhm.', `${MASK}.`]);
      const masked = told.flatMap((news) => (news.about === 'masked' ? [news.line.text] : []));
      assert.deepEqual(masked, [`So it is ${MASK}.`]);
    });

    it('masks earlier parts that could not be masked with the next report, and tells all lines', async () => {
      const { stored, told, database, say } = transcript();
      await say('customer', 'So it is forty-one eleven.', { second: 5 });
      database.isDown = true;
      await say('customer', 'Eleven eleven, eleven eleven, eleven eleven.', { second: 9 });
      const masked = [`So it is ${MASK}.`, `${MASK}.`];
      const texts = told.flatMap((news) =>
        news.about === 'masked' || (news.about === 'line' && news.line.endedAt >= at(9))
          ? [news.line.text]
          : [],
      );
      assert.deepEqual(texts, masked);
      database.isDown = false;
      await say('rep', 'Thank', { second: 10, isFinal: false });
      assert.deepEqual([...stored.values()], masked);
    });

    it('masks them after the end of the call where the database was away until then', async () => {
      const { live, stored, database, say } = transcript();
      await say('customer', 'So it is forty-one eleven.', { second: 5 });
      database.isDown = true;
      await say('customer', 'Eleven eleven, eleven eleven, eleven eleven.', { second: 9 });
      live.forget(CALL.callId);
      database.isDown = false;
      live.retainOnly(() => false);
      await until('all is masked', () => [...stored.values()].every((text) => text.includes(MASK)));
      await until('the call is forgotten', () => live.known(CALL.callId).length === 0);
    });

    it('keeps an order number readable however long the conversation goes on', async () => {
      const { stored, told, say } = transcript();
      for (let second = 1; second <= 20; second += 1) await say('rep', 'Mhm.', { second });
      await say('rep', 'What is your order number?', { second: 21 });
      await say('customer', '412 345 678', { second: 22 });
      for (let second = 23; second <= 60; second += 1) await say('rep', 'Mhm.', { second });
      assert.equal(stored.get('GT-customer:22'), '412 345 678');
      assert.deepEqual(
        told.filter(({ about }) => about === 'masked'),
        [],
      );
    });

    it('masks the answer to a question that is reported after it', async () => {
      const { stored, say } = transcript();
      await say('customer', 'Three hundred twelve.', { second: 12 });
      await say('rep', 'And the security code?', { second: 10 });
      assert.deepEqual([...stored.values()], [`${MASK}.`, 'And the security code?']);
    });

    it('masks the answer while the question is still being said', async () => {
      const { stored, told, say } = transcript();
      await say('rep', 'And the security code', { second: 10, isFinal: false });
      await say('customer', 'Four', { second: 11, isFinal: false });
      await say('customer', 'Four twelve.', { second: 12 });
      assert.deepEqual([...stored.values()], [`${MASK}.`]);
      assert.ok(!JSON.stringify(told).includes('twelve'));
    });
  });
});
