/**
 * The sales floor that all rows are measured on: teams of supervisors, each with its own share of
 * the live calls. Who is on which call follows from the number of the call.
 */
export const TEAMS = 100;
export const SUPERVISORS_PER_TEAM = 10;
export const REPS = 2_000;
/** A whole floor; of its calls in a team, every fifth is supervised. */
export const FLOOR_CALLS = 2_000;
const SUPERVISED_EVERY = 5;

export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
  twimlAppSid: `AP${'3'.repeat(32)}`,
  number: '+15005550100',
} as const;

const sid = (prefix: string, call: number): string => prefix + String(call).padStart(30, '0');

/** How a call of the floor and its connections are named. */
export const callIdOf = (call: number): string => `floor-${String(call).padStart(5, '0')}`;
export const numberOf = (callId: string): number => Number(callId.slice('floor-'.length));
export const conferenceIdOf = (call: number): string => sid('CF0f', call);
export const customerConnection = (call: number): string => sid('CA0c', call);
export const repConnection = (call: number): string => sid('CA0a', call);
export const supervisorConnection = (call: number): string => sid('CA05', call);
export const interventionIdOf = (call: number): string => `intervention-${call}`;

export const teamOf = (call: number): number => call % TEAMS;
export const repOf = (call: number): number => call % REPS;

/** The supervisor who is on this call, by place in the team; undefined where nobody is. */
export function supervisorOn(call: number): number | undefined {
  const inTeam = Math.floor(call / TEAMS);
  return call < FLOOR_CALLS && inTeam % SUPERVISED_EVERY === 0
    ? (inTeam / SUPERVISED_EVERY) % SUPERVISORS_PER_TEAM
    : undefined;
}

/** The numbers of the calls that somebody supervises. */
export const supervisedCalls = (calls: number): number[] =>
  Array.from({ length: calls }, (_, call) => call).filter(
    (call) => supervisorOn(call) !== undefined,
  );

/** How many calls each supervisor of a team is allowed to see. */
export const callsInScope = (calls: number): number => Math.ceil(calls / TEAMS);

/** The users of the floor, as the org named them. */
export interface Staff {
  /** By team; the first is the manager of the reps, each next one of the one before. */
  readonly supervisors: readonly (readonly string[])[];
  readonly reps: readonly string[];
}
