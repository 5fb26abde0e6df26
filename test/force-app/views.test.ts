import assert from 'node:assert/strict';
import type * as shown from '../../force-app/main/default/lwc/callModel/views.ts';
import { MODES } from '../../server/domain/call/modes.ts';
import type * as sent from '../../server/http/presenters.ts';

// The compiler checks these: what the server sends is what the components take.
const takesCall = (call: sent.CallView): shown.CallView => call;
const takesIntervention = (intervention: sent.InterventionView): shown.InterventionView => intervention;
const takesNotice = (notice: sent.NoticeView): shown.NoticeView => notice;

describe('what the components take', () => {
  it('is what the server sends', () => {
    for (const takes of [takesCall, takesIntervention, takesNotice]) assert.equal(takes.length, 1);
  });

  it('is the same four modes', () => {
    const modes: readonly shown.Mode[] = MODES;
    assert.deepEqual(modes, ['monitor', 'whisper', 'barge', 'takeover']);
  });
});
