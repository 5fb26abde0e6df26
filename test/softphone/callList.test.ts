import assert from 'node:assert/strict';
import {
  callOf,
  currentEntry,
  isDone,
  nextList,
  type CallList,
  type CallListEvent,
  type ListEntry,
} from '../../softphone/src/callList.ts';

const NOOR: ListEntry = { recordId: '00Qa', name: 'Noor', numbers: ['(206) 555-0171', '0172'] };
const HALE: ListEntry = { recordId: '003b', name: 'Hale', numbers: ['+12065550187'] };
const DEAL: ListEntry = { recordId: '006c', name: 'Roll-out', numbers: [] };

const after = (...events: CallListEvent[]): CallList | undefined =>
  events.reduce<CallList | undefined>(nextList, undefined);
const given = (...entries: ListEntry[]): CallListEvent => ({ type: 'list-given', entries });
const placed: CallListEvent = { type: 'list-placed', callId: 'call-1' };
const next: CallListEvent = { type: 'list-next' };
const skipped: CallListEvent = { type: 'list-skipped' };

describe('a list of people to call', () => {
  it('begins with the first, and goes on once the first was called', () => {
    assert.equal(currentEntry(after(given(NOOR, HALE))!), NOOR);
    assert.equal(currentEntry(after(given(NOOR, HALE), placed, next)!), HALE);
  });
  it('does not go on before somebody was called or skipped', () =>
    assert.equal(currentEntry(after(given(NOOR, HALE), next)!), NOOR));
  it('skips nobody who was called', () =>
    assert.equal(currentEntry(after(given(NOOR, HALE), placed, skipped)!), NOOR));
  it('is done after the last one, and says how many were called and skipped', () => {
    const list = after(given(NOOR, HALE), placed, next, skipped)!;
    assert.equal(isDone(list), true);
    assert.deepEqual([list.called, list.skipped], [1, 1]);
  });
  it('goes on with whom it is given meanwhile, nobody twice', () => {
    const list = after(given(NOOR, HALE), placed, next, given(HALE, DEAL))!;
    assert.deepEqual(
      list.entries.map(({ name }) => name),
      ['Noor', 'Hale', 'Roll-out'],
    );
    assert.equal(currentEntry(list), HALE);
  });
  it('that is done is followed by a new one', () =>
    assert.deepEqual(after(given(NOOR), skipped, given(HALE))!.entries, [HALE]));
  it('stays the newer one when the page has kept another', () => {
    const kept = after(given(HALE))!;
    assert.equal(nextList(undefined, { type: 'list-kept', list: kept }), kept);
    assert.equal(
      currentEntry(nextList(after(given(NOOR)), { type: 'list-kept', list: kept })!),
      NOOR,
    );
  });
  it('calls the number that was chosen, and no other once the call was placed', () => {
    const second: CallListEvent = { type: 'list-number', index: 1 };
    assert.deepEqual(callOf(after(given(NOOR), second)!), { contactId: '00Qa', to: '0172' });
    assert.equal(after(given(NOOR), placed, second)!.number, 0);
    assert.equal(after(given(NOOR, HALE), second, skipped)!.number, 0);
  });
  it('leaves it to the server whom an opportunity calls', () =>
    assert.deepEqual(callOf(after(given(DEAL))!), { opportunityId: '006c' }));
});
