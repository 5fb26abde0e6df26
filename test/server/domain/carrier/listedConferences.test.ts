import assert from 'node:assert/strict';
import {
  differingCalls,
  nextInRotation,
  type KnownConference,
  type ListedConference,
} from '../../../../server/domain/carrier/listedConferences.ts';
import { at } from '../../../support/builders.ts';

const LISTED_FROM = at(100);

const known = (more: Partial<KnownConference> = {}): KnownConference => ({
  callId: 'c1',
  status: 'live',
  conferenceId: 'CF1',
  since: at(0),
  ...more,
});
const listed = (conferenceId: string, callId = 'c1'): ListedConference => ({
  callId,
  conferenceId,
});
const differs = (call: KnownConference, ...list: ListedConference[]): boolean =>
  differingCalls([call], list, LISTED_FROM).length === 1;

describe('a call compared with the list of conferences', () => {
  it('is as known when its conference is listed, or when it rings without one', () => {
    assert.equal(differs(known(), listed('CF1')), false);
    assert.equal(differs(known({ status: 'ringing' }), listed('CF1')), false);
    assert.equal(differs(known({ status: 'ringing', conferenceId: undefined })), false);
    assert.equal(differs(known({ status: 'ended' })), false);
  });
  it('differs when it is open and its conference is not listed', () => {
    assert.equal(differs(known()), true);
    assert.equal(differs(known({ conferenceId: undefined })), true);
    assert.equal(differs(known({ status: 'ringing' })), true);
  });
  it('differs when another conference of its name is listed, alone or beside its own', () => {
    assert.equal(differs(known(), listed('CF2')), true);
    assert.equal(differs(known(), listed('CF1'), listed('CF2')), true);
  });
  it('differs when a conference is listed that it does not know of yet', () => {
    assert.equal(
      differs(known({ status: 'ringing', conferenceId: undefined }), listed('CF1')),
      true,
    );
  });
  it('differs when it has ended and a conference of its name is listed', () => {
    assert.equal(differs(known({ status: 'ended' }), listed('CF1')), true);
    assert.equal(differs(known({ status: 'ended' }), listed('CF2')), true);
  });
  it('is left to the next list when it changed while the list was read, or just before', () => {
    for (const since of [at(96), at(101)])
      for (const status of ['live', 'ended'] as const)
        assert.equal(differs(known({ status, since }), listed('CF2')), false);
  });
  it('is not mixed up with others', () => {
    assert.deepEqual(
      differingCalls(
        [known(), known({ callId: 'c2', conferenceId: 'CF2' }), known({ callId: 'c3' })],
        [listed('CF1'), listed('CF9', 'of somebody else'), listed('CF1', 'c3')],
        LISTED_FROM,
      ),
      ['c2'],
    );
  });
});

describe('a rotation through all calls', () => {
  const calls = ['a', 'b', 'c', 'd'];
  it('goes on behind the last one, and begins anew at the end', () => {
    assert.deepEqual(nextInRotation(calls, undefined, 2), ['a', 'b']);
    assert.deepEqual(nextInRotation(calls, 'b', 3), ['c', 'd', 'a']);
    assert.deepEqual(nextInRotation(calls, 'd', 1), ['a']);
  });
  it('goes on behind one that is over', () => {
    assert.deepEqual(nextInRotation(['a', 'c'], 'b', 1), ['c']);
  });
  it('takes no call twice', () => {
    assert.deepEqual(nextInRotation(calls, 'a', 9), ['b', 'c', 'd', 'a']);
    assert.deepEqual(nextInRotation([], 'a', 9), []);
  });
});
