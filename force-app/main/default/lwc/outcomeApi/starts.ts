import { request } from 'c/dealsideSession';

/** A team with calls, and the day on which its program began, if that is stated. */
export interface StatedTeam {
  managerUserId: string;
  name: string;
  startsOn?: string;
}

interface Teams {
  teams: StatedTeam[];
}

export const programStarts = (): Promise<Teams> => request('GET', '/api/outcomes/program-starts');

/** States the day on which a team's program began; null takes it back. */
export const stateProgramStart = (managerUserId: string, startsOn: string | null): Promise<Teams> =>
  request('PUT', `/api/outcomes/program-starts/${encodeURIComponent(managerUserId)}`, { startsOn });
