import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { crmAgeOf } from '../../../server/compose/crmAgeOf.ts';
import { DEFAULT_AGE_LIMITS, isTooOldToGrant } from '../../../server/domain/call/ageLimits.ts';
import { EMPTY_POLICY } from '../../../server/domain/policy/policy.ts';
import type { Console } from '../../../server/live/consoles.ts';
import { sendCrmAges, type CrmAges } from '../../../server/live/crmAges.ts';
import { at, person, START } from '../../support/builders.ts';

const WITHIN_MS = 5_000;

describe('what a page says of Salesforce, on a clock of its own', () => {
  let ages: CrmAges;
  let sent: { event: string; data: unknown }[];
  let isPeopleAway: boolean;
  let isPolicyAway: boolean;
  let confirmed: { person: string; policy?: string };
  const clock = { now: () => new Date().toISOString() };

  beforeEach(() => {
    mock.timers.enable({ apis: ['setInterval', 'Date'], now: Date.parse(START) });
    [isPeopleAway, isPolicyAway] = [false, false];
    confirmed = { person: START, policy: START };
    sent = [];
    const stream = {
      send: (event: string, data: unknown) => void sent.push({ event, data }),
      beat: () => undefined,
      close: () => undefined,
    };
    // What the page was opened with stays; the directory knows better.
    const page: Console = { person: person({ asOf: at(-600) }), stream };
    ages = sendCrmAges({
      consoles: () => [page],
      ageOf: crmAgeOf({
        crm: {
          rounds: { isAway: () => isPeopleAway },
          directory: { known: () => person({ asOf: confirmed.person }) },
          ageLimits: { of: () => DEFAULT_AGE_LIMITS },
        },
        policies: {
          isAway: () => isPolicyAway,
          standing: () => ({
            policy: EMPTY_POLICY,
            ...(confirmed.policy && { readAt: confirmed.policy }),
          }),
        },
        clock,
      }),
    });
    ages.opened(page);
  });
  afterEach(() => {
    ages.stop();
    mock.timers.reset();
  });

  const says = () => sent.at(-1)?.data;

  it('is there within 5 s of the first request without an answer, of joins being refused, and of the return', () => {
    assert.deepEqual(sent, [{ event: 'rights', data: {} }]);
    mock.timers.tick(45_000);
    isPeopleAway = true;
    mock.timers.tick(WITHIN_MS);
    assert.deepEqual(says(), { grantsUntil: at(120) });

    const firstRefusal = Date.parse(at(120)) + 1;
    mock.timers.tick(firstRefusal - Date.now());
    assert.equal(isTooOldToGrant(START, clock.now(), DEFAULT_AGE_LIMITS), true);
    mock.timers.tick(WITHIN_MS);
    const stale = {
      staleSince: START,
      whileAway: { silentAt: at(120 + 15 * 60), offAt: at(120 + 20 * 60) },
    };
    assert.deepEqual(says(), stale);

    mock.timers.tick(10 * 60_000);
    assert.deepEqual(says(), stale);
    isPeopleAway = false;
    mock.timers.tick(WITHIN_MS);
    assert.deepEqual(says(), {});
    assert.equal(sent.length, 4);
  });

  it('is there too when only the policy cannot be read, by which joins are decided as well', () => {
    mock.timers.tick(100_000);
    confirmed.person = at(90);
    isPolicyAway = true;
    mock.timers.tick(WITHIN_MS);
    assert.deepEqual(says(), { grantsUntil: at(120) });
    mock.timers.tick(20_000);
    assert.deepEqual((says() as { staleSince: string }).staleSince, START);
  });

  it('says that nothing is granted while the policy was never read', () => {
    delete confirmed.policy;
    isPolicyAway = true;
    mock.timers.tick(WITHIN_MS);
    assert.deepEqual(says(), {
      staleSince: START,
      whileAway: { silentAt: at(120 + 15 * 60), offAt: at(120 + 20 * 60) },
    });
  });

  it('is not there for data that is old because nobody asked for it', () => {
    mock.timers.tick(60 * 60_000);
    assert.deepEqual(sent, [{ event: 'rights', data: {} }]);
  });
});
