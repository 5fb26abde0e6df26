import assert from 'node:assert/strict';
import { withoutCardNumbers } from '../../../../server/domain/numbers/cardNumbers.ts';

describe('a text in which a card number was said', () => {
  const cases: [string, string][] = [
    ['my card is 4111 1111 1111 1111.', 'my card is ••••.'],
    ['4111-1111-1111-1111 until 12/28', '•••• until 12/28'],
    ['3782 822463 10005, please', '••••, please'],
    ['order 77 4111111111111111', 'order ••••'],
    ['call 415 555 0142 or 206 555 0187', 'call 415 555 0142 or 206 555 0187'],
    ['4291 4177 7631 7066', '4291 4177 7631 7066'],
  ];
  for (const [said, kept] of cases)
    it(`is kept as: ${kept}`, () => assert.equal(withoutCardNumbers(said), kept));
});
