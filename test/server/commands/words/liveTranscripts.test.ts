import assert from 'node:assert/strict';
import { createLiveTranscripts } from '../../../../server/commands/words/liveTranscripts.ts';
import type { StoredLine } from '../../../../server/ports/index.ts';
import { at, liveCall, participant } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';

const CALL = {
  ...liveCall({ participants: [participant('customer')] }),
  transcribes: true,
} as ReturnType<typeof liveCall>;

describe('what is said on a call, in memory', () => {
  it('is forgotten with the call, also where another process ended it: the database decides', async () => {
    let stored: StoredLine[] = [];
    const live = createLiveTranscripts({
      transcripts: {
        add: async (_call, line) => stored.push(line) > 0,
        of: async () => stored,
      },
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
});
