import { createAudioCheckRuns } from '../store/audioCheck/audioCheckRuns.ts';
import { createAudioCheckStreams } from '../store/audioCheck/audioCheckStreams.ts';
import { createDueCalls } from '../store/calls/dueCalls.ts';
import type { PostgresStore } from '../store/calls/postgresStore.ts';
import { createDials } from '../store/dialing/dials.ts';
import { createOutbox } from '../store/outbox/outbox.ts';
import { createAlertTotals } from '../store/outcomes/alertTotals.ts';
import { createCallDays } from '../store/outcomes/callDays.ts';
import { createCallsBehind } from '../store/outcomes/callsBehind.ts';
import { createDayTotals } from '../store/outcomes/dayTotals.ts';
import { createDealTotals } from '../store/outcomes/dealResults.ts';
import { createDealSnapshots } from '../store/outcomes/dealSnapshots.ts';
import { createDropFaults } from '../store/outcomes/dropFaults.ts';
import { createProficiencyTotals } from '../store/outcomes/proficiency.ts';
import { createProgramStarts } from '../store/outcomes/programStarts.ts';
import { createKeyedRatings, createRatings } from '../store/outcomes/ratings.ts';
import { createTrustTotals } from '../store/outcomes/trustTotals.ts';
import { createWaitingTotals } from '../store/outcomes/waiting.ts';
import { createWorthTotals } from '../store/outcomes/worth.ts';
import { createPersonShortcuts } from '../store/people/personShortcuts.ts';
import { createReaches } from '../store/people/reaches.ts';
import { createPolicyHistory } from '../store/policy/policyHistory.ts';
import { createRetention } from '../store/retention/retention.ts';
import { createDueOutcomes } from '../store/supervision/dueOutcomes.ts';
import { createLeases } from '../store/supervision/leases.ts';

export type Tables = ReturnType<typeof composeTables>;

/** The PostgreSQL adapters that both roles use, one for each port. */
export function composeTables({ pool, hot, memory }: PostgresStore, carrierAccount: string) {
  return {
    outbox: createOutbox(hot),
    leases: createLeases(hot),
    retention: createRetention(pool),
    policyHistory: createPolicyHistory(pool),
    reaches: createReaches(pool),
    shortcuts: createPersonShortcuts(pool),
    dials: createDials(pool),
    dueCalls: createDueCalls(hot, memory),
    dueOutcomes: createDueOutcomes(pool),
    callDays: createCallDays(pool),
    dayTotals: createDayTotals(pool),
    dealSnapshots: createDealSnapshots(pool),
    dealTotals: createDealTotals(pool),
    dropFaults: createDropFaults(pool),
    callsBehind: createCallsBehind(pool),
    programStarts: createProgramStarts(pool),
    proficiencyTotals: createProficiencyTotals(pool),
    waitingTotals: createWaitingTotals(pool),
    worthTotals: createWorthTotals(pool),
    alertTotals: createAlertTotals(pool),
    trustTotals: createTrustTotals(pool),
    ratings: createRatings(pool),
    keyedRatings: createKeyedRatings(pool),
    audioCheckRuns: createAudioCheckRuns(hot, carrierAccount),
    audioCheckStreams: createAudioCheckStreams(pool),
  };
}
