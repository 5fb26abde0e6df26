import assert from 'node:assert/strict';
import type { HelpRequest } from '../../../../server/domain/call/helpRequest.ts';
import {
  isCustomersNumber,
  isQuiet,
  rungForHelp,
} from '../../../../server/domain/supervision/helpCall.ts';
import { at, person } from '../../../support/builders.ts';

const NIGHT = { quietFromHour: 19, quietUntilHour: 8 };
const NOON = '2026-11-30T12:30:00.000Z';

describe('the quiet hours of phones', () => {
  for (const [hours, time, quiet] of [
    [NIGHT, '2026-11-30T18:59:00.000Z', false],
    [NIGHT, '2026-11-30T19:00:00.000Z', true],
    [NIGHT, '2026-11-30T03:00:00.000Z', true],
    [NIGHT, '2026-11-30T08:00:00.000Z', false],
    [{ quietFromHour: 12, quietUntilHour: 13 }, NOON, true],
    [{ quietFromHour: 0, quietUntilHour: 0 }, NOON, false],
  ] as const)
    it(`from ${hours.quietFromHour} until ${hours.quietUntilHour}: ${quiet ? 'quiet' : 'not quiet'} at ${time.slice(11, 16)}`, () =>
      assert.equal(isQuiet(hours, 'UTC', time), quiet));

  it('are by the clock of each supervisor', () => {
    assert.equal(isQuiet(NIGHT, 'America/Los_Angeles', NOON), true);
    assert.equal(isQuiet(NIGHT, 'Europe/Berlin', NOON), false);
  });
});

describe('a help request on phones', () => {
  const maya = person({ timeZone: 'Europe/Berlin' });
  const dana = person({ userId: 'dana', timeZone: 'Europe/Berlin' });
  const early = person({ userId: 'early', timeZone: 'America/Los_Angeles' });
  const help: HelpRequest = {
    helpRequestId: 'h1',
    reasonCode: 'pricing',
    at: at(0),
    status: 'open',
    offer: {
      steps: [['maya', 'early'], ['dana']],
      step: 0,
      stepSince: at(0),
      stepMs: 15_000,
    },
  };
  const rung = (step: number, request: HelpRequest = help) =>
    rungForHelp([maya, dana, early], { help: request, step, quietHours: NIGHT, now: NOON }).map(
      ({ userId }) => userId,
    );

  it('rings those whom a step adds and for whom it is not quiet', () =>
    assert.deepEqual([rung(0), rung(1)], [['maya'], ['dana']]));

  it('rings nobody once somebody has taken it', () => {
    const takenBy = { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' } as const;
    assert.deepEqual(rung(1, { ...help, status: 'taken', takenBy, takenAt: at(5) }), []);
  });

  it('never rings the number of the customer, however it is written', () => {
    const call = { customer: { name: 'Marcus Hale', phone: '(206) 555-0187' } };
    assert.equal(isCustomersNumber(call, '+12065550187'), true);
    assert.equal(isCustomersNumber(call, '+12065550188'), false);
    assert.equal(isCustomersNumber({ customer: { name: 'Marcus Hale' } }, '+12065550187'), false);
    assert.equal(isCustomersNumber(call, 'sip:maya@example.com'), false);
  });
});
