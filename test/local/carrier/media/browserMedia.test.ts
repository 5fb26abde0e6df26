import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { createBrowserMedia } from '../../../../local/carrier/media/browserMedia.ts';

describe('the carrier’s end of a browser’s sound', () => {
  it('is offered and answered without asking a name server for anything', async () => {
    let lookups = 0;
    const hook = createHook({
      init: (_id, type) => void (type === 'GETADDRINFOREQWRAP' && (lookups += 1)),
    }).enable();
    const [caller, called] = [createBrowserMedia(), createBrowserMedia()];
    try {
      const offer = await caller.offer();
      const answer = await called.answer(offer);
      for (const description of [offer, answer])
        assert.match(description, /^a=candidate:.* 127\.0\.0\.1 .* typ host/m);
      assert.equal(lookups, 0);
    } finally {
      caller.close();
      called.close();
      hook.disable();
    }
  });
});
