import assert from 'node:assert/strict';
import { NO_CONSENT_SETTINGS } from '../../../../server/domain/consent/decide.ts';
import {
  acknowledgedAt,
  blocksMonitoring,
  keyOf,
  noticesAt,
  type EmployeeNotice,
} from '../../../../server/domain/supervision/employeeNotices.ts';
import { decideStart } from '../../../../server/domain/supervision/startIntervention.ts';
import { at, liveCall, person } from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy } from '../../../support/samplePolicy.ts';

const notice = (more: Partial<EmployeeNotice> = {}): EmployeeNotice => ({
  name: 'US_NY',
  country: 'US',
  region: 'NY',
  text: 'Your calls may be monitored.',
  effectiveOn: '2026-01-01',
  blocks: true,
  ...more,
});
const now = at(0);

describe('a notice to employees', () => {
  it('is for those who work where it holds, from its day on', () => {
    const notices = [
      notice(),
      notice({ name: 'US_CT', region: 'CT' }),
      notice({ name: 'later', effectiveOn: '2027-01-01' }),
      notice({ name: 'all', region: undefined }),
    ];
    const names = (place?: { country: string; region?: string }): string[] =>
      noticesAt(notices, place, now).map(({ name }) => name);
    assert.deepEqual(names({ country: 'US', region: 'NY' }), ['US_NY', 'all']);
    assert.deepEqual(names({ country: 'US', region: 'TX' }), ['all']);
    assert.deepEqual(names({ country: 'DE' }), []);
    assert.deepEqual(names(undefined), []);
  });
  it('is acknowledged anew when it is issued anew, and after its days', () => {
    const given = [{ key: keyOf(notice()), at: '2026-02-01T00:00:00.000Z' }];
    assert.equal(acknowledgedAt(notice(), given, now), given[0]!.at);
    assert.equal(acknowledgedAt(notice({ effectiveOn: '2026-03-01' }), given, now), undefined);
    assert.equal(acknowledgedAt(notice({ reissueDays: 365 }), given, now), given[0]!.at);
    assert.equal(acknowledgedAt(notice({ reissueDays: 30 }), given, now), undefined);
  });
  it('keeps supervisors from a rep who has not acknowledged it, where the law asks for that', () => {
    assert.equal(blocksMonitoring([notice()], [], now), true);
    assert.equal(blocksMonitoring([notice({ blocks: false })], [], now), false);
    assert.equal(
      blocksMonitoring([notice()], [{ key: keyOf(notice()), at: '2026-02-01T00:00:00.000Z' }], now),
      false,
    );
    const refused = decideStart(
      liveCall(),
      {
        interventionId: 'new',
        supervisor: person(),
        policy,
        consent: NO_CONSENT_SETTINGS,
        isRepUnnotified: true,
      },
      at(1),
    );
    assert.ok('refusal' in refused && refused.refusal.code === 'rep_not_notified');
  });
});
