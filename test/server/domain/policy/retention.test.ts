import assert from 'node:assert/strict';
import { retentionWords, transcriptDaysOf } from '../../../../server/domain/policy/retention.ts';

const LIMIT = 90;
const words = (transcripts?: number) =>
  retentionWords({ ...(transcripts !== undefined && { retention: { transcripts } }) }, LIMIT, 'en');

describe('for how long transcripts are kept', () => {
  it('is what the policy says, and never more than the limit of the server', () => {
    const days = [{}, { retention: { transcripts: 30 } }, { retention: { transcripts: 365 } }].map(
      (policy) => transcriptDaysOf(policy, LIMIT),
    );
    assert.deepEqual(days, [90, 30, 90]);
  });

  it('is said with who says so', () => {
    assert.match(
      words()[0]!,
      /^Transcripts are kept for this many days: 90\. This server keeps them no longer/,
    );
    assert.match(words(30)[0]!, /are kept for this many days: 30\. The most on this server: 90/);
    assert.match(words(365)[0]!, /are kept for this many days: 90\. Your setting says 365/);
  });
});
