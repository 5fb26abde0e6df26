import assert from 'node:assert/strict';
import type {
  IncidentKind as ShownIncidentKind,
  NoticeKind as ShownNoticeKind,
  RuleField,
} from '../../force-app/main/default/lwc/adminApi/views.ts';
import type * as shown from '../../force-app/main/default/lwc/callModel/views.ts';
import {
  JOIN_MODE as COMPONENTS_JOIN_MODE,
  MODE_DEFINITIONS as COMPONENTS,
} from '../../force-app/main/default/lwc/callModel/views.ts';
import type { IncidentKind } from '../../server/domain/audit/carrierCrossCheck.ts';
import {
  AUDIBLE_TO,
  replacesRep,
  JOIN_MODE,
  MODES,
  NEEDS_REASON,
} from '../../server/domain/call/modes.ts';
import type { NoticeKind } from '../../server/domain/call/noticeKinds.ts';
import type { RefusalCode } from '../../server/domain/call/refusals.ts';
import type { Rule } from '../../server/domain/policy/policy.ts';
import type { NoticeView as SentNoticeView } from '../../server/http/views/noticeViews.ts';
import type * as sent from '../../server/http/views/presenters.ts';
import {
  JOIN_MODE as SOFTPHONE_JOIN_MODE,
  MODE_DEFINITIONS as SOFTPHONE,
} from '../../softphone/src/modes.ts';
import type * as phone from '../../softphone/src/types.ts';

// The compiler checks these: what the server sends is what the components take.
const showsCall = (call: sent.CallView): shown.CallView => call;
const takesIntervention = (intervention: sent.InterventionView): shown.InterventionView =>
  intervention;
const takesNotice = (notice: SentNoticeView): shown.NoticeView => notice;
const phoneTakesCall = (call: sent.CallView): phone.CallView => call;
const phoneTakesNotice = (notice: SentNoticeView): phone.NoticeView => notice;
const takesIncidentKind = (kind: IncidentKind): ShownIncidentKind => kind;
const takesNoticeKind = (kind: NoticeKind): ShownNoticeKind => kind;
const namesField = (field: keyof Rule): RuleField => field;
const isSent = (code: shown.HandledRefusal): RefusalCode => code;

describe('what the components take', () => {
  it('is what the server sends', () => {
    for (const takes of [
      showsCall,
      takesIntervention,
      takesNotice,
      phoneTakesCall,
      phoneTakesNotice,
      takesIncidentKind,
      takesNoticeKind,
      namesField,
      isSent,
    ])
      assert.equal(takes.length, 1);
  });

  it('is the same four modes, in the order of the ladder', () => {
    const modes: readonly shown.Mode[] = MODES;
    assert.deepEqual(modes, ['monitor', 'whisper', 'barge', 'takeover']);
  });

  for (const [whose, definitions, joinMode] of [
    ['components', COMPONENTS, COMPONENTS_JOIN_MODE],
    ['softphone', SOFTPHONE, SOFTPHONE_JOIN_MODE],
  ] as const) {
    it(`is a mode to the ${whose} as it is to the server`, () => {
      const ours = Object.entries(definitions).map(([mode, { key: _key, ...facts }]) => ({
        mode,
        ...facts,
      }));
      assert.deepEqual(
        ours,
        MODES.map((mode) => ({
          mode,
          audibleTo: AUDIBLE_TO[mode],
          replacesRep: replacesRep(mode),
          needsReason: NEEDS_REASON[mode],
        })),
      );
      assert.equal(joinMode, JOIN_MODE);
    });

    it(`has a key of its own for each mode of the ${whose}`, () => {
      const keys = Object.values(definitions).map(({ key }) => key);
      assert.deepEqual(keys, [...new Set(keys)]);
    });
  }

  it('has the same keys in the components and in the softphone', () => {
    const keysOf = (definitions: typeof COMPONENTS | typeof SOFTPHONE) =>
      Object.entries(definitions).map(([mode, { key }]) => [mode, key]);
    assert.deepEqual(keysOf(SOFTPHONE), keysOf(COMPONENTS));
  });
});
