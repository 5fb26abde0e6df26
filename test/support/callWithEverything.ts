import type { EndedCall } from '../../local/machine/sample/endedCalls.ts';

const DAY_MS = 86_400_000;
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);

/** A call with a bit of everything that some number counts. */
export function withEverything(call: EndedCall, place: number): EndedCall {
  const won = place % 3 === 0;
  const deal = {
    stage: 'Negotiation',
    stageOrder: 3,
    amount: 1_000 + place,
    currency: 'USD',
    corporateAmount: 1_000 + place,
    closeDate: day(1),
    createdAt: new Date(Date.now() - 40 * DAY_MS).toISOString(),
    ownerId: call.repUserId,
  };
  return {
    ...call,
    ...(place % 2 === 0 && { direction: 'inbound', waitSeconds: 5 + place }),
    askedForHelp: place % 4 === 0,
    ...(place % 3 === 1 && { disposition: place % 2 ? 'stayed' : 'canceled' }),
    saidAfterSeconds: 20 + place,
    heldSeconds: 10,
    isTranscribed: true,
    talk: { repMs: 40_000 + place, customerMs: 60_000 },
    rating: { score: 5, isGood: true },
    scores: ['maya', 'tomas'].map((scorerName, n) => ({
      scorerName,
      score: {
        byUserId: scorerName,
        at: call.endedAt,
        answers: [],
        percent: 50 + 9 * n,
        failed: [],
      },
    })),
    deal: {
      opportunityId: `006${call.callId}`,
      amount: deal.amount,
      currency: deal.currency,
      snapshots: [
        { days: 0, status: 'taken', takenAt: call.endedAt, isClosed: false, isWon: false, ...deal },
        { days: 7, status: 'taken', takenAt: call.endedAt, isClosed: won, isWon: won, ...deal },
      ],
    },
    interventions: call.interventions.map((one) => {
      const score = { at: call.endedAt, answers: [], percent: 70, failed: [] };
      return {
        ...one,
        debrief: {
          dueOn: day(0),
          progress: {
            selfScore: { ...score, byUserId: call.repUserId },
            supervisorScore: { ...score, byUserId: one.supervisorUserId },
            acknowledged: { at: call.endedAt },
            closedAt: call.endedAt,
          },
        },
      };
    }),
  };
}
