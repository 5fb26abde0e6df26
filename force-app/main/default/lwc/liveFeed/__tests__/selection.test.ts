import { aCall } from 'test/builders';
import { createSelection } from '../selection';

const [a, b, c] = ['a', 'b', 'c'].map((callId) => aCall({ callId }));
const inbound = (callId: string) => aCall({ callId, direction: 'inbound' });

describe('the calls that a component is about', () => {
  const selected = () => createSelection(({ direction }) => direction === 'inbound');

  it('are those that match, and stay the same list while others change', () => {
    const selection = selected();
    selection.follow([a!, inbound('b'), c!], 'all');
    const { calls } = selection;
    expect(calls.map(({ callId }) => callId)).toEqual(['b']);
    selection.follow([], { callId: 'a', call: a! });
    selection.follow([], 'none');
    expect(selection.calls).toBe(calls);
  });

  it('follow each as it comes, changes, no longer matches, and goes', () => {
    const selection = selected();
    const after = (callId: string, call?: typeof a) => {
      selection.follow([], { callId, call });
      return selection.calls.map((each) => each.callId);
    };
    expect(after('a', inbound('a'))).toEqual(['a']);
    expect(after('b', inbound('b'))).toEqual(['a', 'b']);
    expect(after('a', inbound('a'))).toEqual(['a', 'b']);
    expect(after('a', a)).toEqual(['b']);
    expect(after('b')).toEqual([]);
    expect(after('b')).toEqual([]);
  });

  it('are other objects after they changed', () => {
    const selection = selected();
    selection.follow([inbound('b')], 'all');
    const newer = inbound('b');
    selection.follow([], { callId: b!.callId, call: newer });
    expect(selection.calls[0]).toBe(newer);
  });
});
