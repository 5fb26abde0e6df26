import assert from 'node:assert/strict';
import type { Speaker } from '../../../../server/domain/transcript/line.ts';
import { firstHeardAt, repeatsAfter } from '../../../../server/domain/transcript/repeats.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 10, 0, seconds)).toISOString();
const line = (lineId: string, speaker: Speaker, second: number, text: string) => ({
  lineId,
  speaker,
  text,
  startedAt: at(second),
  endedAt: at(second + 4),
});
const JOINED = at(60);
const EXPLAINED = line(
  '1',
  'customer',
  10,
  'The invoice for October has 40 seats and we only use 25.',
);

describe('what is said again after a supervisor joined (V30)', () => {
  it('is the customer’s explanation, in almost the same words', () => {
    const again = line('2', 'customer', 75, 'Well, the October invoice says 40 seats, we use 25.');
    assert.deepEqual(repeatsAfter([again, EXPLAINED], JOINED), [{ lineId: '2', ofLineId: '1' }]);
  });
  it('is the rep’s question that was asked before, in German too', () => {
    const asked = line('1', 'rep', 10, 'Wie viele Arbeitsplätze brauchen Sie im neuen Vertrag?');
    const again = line('2', 'rep', 80, 'Und wie viele Arbeitsplätze brauchen Sie im Vertrag?');
    assert.deepEqual(repeatsAfter([asked, again], JOINED), [{ lineId: '2', ofLineId: '1' }]);
  });
  it('is nothing that another said, that is new, or that only sounds like every sentence', () => {
    const lines = [
      EXPLAINED,
      line('2', 'rep', 70, 'So the invoice for October has 40 seats and you only use 25.'),
      line('3', 'customer', 80, 'When does the renewal discount end?'),
      line('4', 'customer', 5, 'I would really like that, thank you very much.'),
      line('5', 'customer', 90, 'I would really like that, thank you very much.'),
    ];
    assert.deepEqual(repeatsAfter(lines, JOINED), []);
  });
  it('counts from the first mode in which the customer heard the supervisor', () => {
    const silent = [
      { mode: 'monitor', at: at(1) },
      { mode: 'whisper', at: at(2) },
    ] as const;
    assert.equal(firstHeardAt(silent), undefined);
    assert.equal(firstHeardAt([...silent, { mode: 'barge', at: at(3) }]), at(3));
  });
  it('is nothing that was repeated before the join, or long after it', () => {
    const lines = [
      EXPLAINED,
      line('2', 'customer', 40, EXPLAINED.text),
      line('3', 'customer', 60 + 5 * 60 + 1, EXPLAINED.text),
    ];
    assert.deepEqual(repeatsAfter(lines, JOINED), []);
  });
});
