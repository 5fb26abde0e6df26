import assert from 'node:assert/strict';
import type { MediaFault } from '../../local/carrier/media/mediaFaults.ts';
import { prepare } from '../../local/machine/build/prepare.ts';
import { CONTROL, SHORT, SHORT_MOVES } from '../proof/audio/plan.ts';
import { prove } from '../proof/audio/prove.ts';
import { findingsOf } from '../proof/audio/report.ts';
import { stageOfBrowsers, stageOfLegs, type AudioStage } from '../proof/audio/stage.ts';
import { startWorld, type World } from '../support/world.ts';

/**
 * `npm run proof:audio` goes through everything; this is the part of it that runs with every test.
 */
describe('the proof of who hears whom', () => {
  let world: World;
  let stage: AudioStage;

  describe('at the ears of browsers and a phone', () => {
    before(async () => {
      await prepare();
      world = await startWorld({ tls: true, callsAtAnyHour: true });
      stage = await stageOfBrowsers(world, ['maya']);
    });
    after(async () => {
      await stage?.stop();
      await world?.stop();
    });

    it('finds everybody heard by those who must hear, and by nobody else, between the steps of a switch too (D1 to D4, D6)', async () => {
      const moments = await prove({
        stage,
        chapters: SHORT,
        pace: { settleMs: 600, measureMs: 500 },
      });
      assert.deepEqual(findingsOf(moments), []);
      assert.ok(
        moments.filter(({ moment }) => moment.startsWith('before step')).length > 5,
        'moments between steps were measured',
      );
    });
  });

  describe('on a carrier that mixes wrongly', () => {
    before(async () => {
      world = await startWorld({ callsAtAnyHour: true });
      stage = await stageOfLegs(world);
    });
    after(async () => {
      await stage?.stop();
      await world?.stop();
    });

    const FOUND: Partial<Record<MediaFault, RegExp>> = {
      'whisper-leak': /^leak: the customer’s leg hears maya[^]*^leak: the guest’s leg hears maya/m,
      'audible-monitor': /^leak: the customer’s leg hears maya/m,
      deaf: /^missing: the customer’s leg does not hear rep/m,
    };
    for (const [carrierFault, names] of Object.entries(FOUND) as [MediaFault, RegExp][]) {
      it(`fails and names the leg: ${carrierFault}`, async () => {
        const patience = carrierFault === 'deaf' ? 0 : undefined;
        const moments = await prove({
          stage,
          chapters: CONTROL,
          pace: { settleMs: 150, measureMs: 450 },
          carrierFault,
          stopsAtFirst: true,
          patienceMs: patience,
        });
        assert.match(findingsOf(moments).join('\n'), names);
      });
    }

    it('fails where the customer of the call to which a supervisor has moved hears the whisper', async () => {
      const moments = await prove({
        stage,
        chapters: [[...SHORT_MOVES[0]!.filter(({ do: act }) => act !== 'switch')]],
        pace: { settleMs: 150, measureMs: 450 },
        carrierFault: 'whisper-leak',
        stopsAtFirst: true,
      });
      assert.match(findingsOf(moments).join('\n'), /on the other call, samples of maya/);
    });

    it('passes moves between two calls, and a transfer to a supervisor, when the mixes are sound', async () => {
      const moments = await prove({
        stage,
        chapters: SHORT_MOVES,
        pace: { settleMs: 150, measureMs: 450 },
      });
      assert.deepEqual(findingsOf(moments), []);
      assert.deepEqual(
        moments.map(({ situation }) => situation).filter((one) => /moves|hands over/.test(one)),
        [
          'Maya whisper: Maya moves to another call',
          'nobody supervises: Maya moves back to this call',
          'Maya barge: the rep hands over to Maya',
        ],
      );
    });

    it('passes on the same legs when the mixes are sound', async () => {
      const moments = await prove({
        stage,
        chapters: CONTROL,
        pace: { settleMs: 150, measureMs: 450 },
      });
      assert.deepEqual(findingsOf(moments), []);
    });
  });
});
