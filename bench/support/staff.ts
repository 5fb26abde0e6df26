import { REPS, SUPERVISORS_PER_TEAM, TEAMS, type Staff } from './floor.ts';

type Row = Record<string, unknown>;

/**
 * Hires the people of the floor in the local org: in each team a chain of supervisors, and the reps
 * below the first of them.
 */
export async function hireStaff(orgUrl: string): Promise<Staff> {
  const [supervisorSet, repSet] = await Promise.all(
    ['Dealside_Supervisor', 'Dealside_Rep'].map((name) => permissionSet(orgUrl, name)),
  );
  const reps: string[] = new Array<string>(REPS);
  const supervisors = await Promise.all(
    Array.from({ length: TEAMS }, async (_, team) => {
      const chain: string[] = [];
      for (let place = SUPERVISORS_PER_TEAM - 1; place >= 0; place -= 1)
        chain.unshift(
          await hire(orgUrl, {
            name: `Supervisor ${team}.${place}`,
            permissionSetId: supervisorSet!,
            managerId: chain[0],
          }),
        );
      for (let rep = team; rep < REPS; rep += TEAMS)
        reps[rep] = await hire(orgUrl, {
          name: `Rep ${rep}`,
          permissionSetId: repSet!,
          managerId: chain[0],
        });
      return chain;
    }),
  );
  return { supervisors, reps };
}

/**
 * The local org asks by law that supervisors are announced. The bench measures without: the
 * org overrides that, as it may.
 */
export async function overrideAnnouncements(orgUrl: string): Promise<void> {
  const laws = await control<Row[]>(orgUrl, 'records/Dealside_Jurisdiction__mdt');
  for (const law of laws)
    if (law.Announce_Supervisor__c)
      await control(orgUrl, `update/Dealside_Jurisdiction__mdt/${String(law.Id)}`, {
        Announce_Supervisor__c: false,
      });
}

async function hire(
  orgUrl: string,
  {
    name,
    permissionSetId,
    managerId,
  }: {
    readonly name: string;
    readonly permissionSetId: string;
    readonly managerId: string | undefined;
  },
): Promise<string> {
  const alias = name.toLowerCase().replace(' ', '');
  const { Id } = await control<{ Id: string }>(orgUrl, 'insert/User', {
    Name: name,
    Username: `${alias}@floor.example`,
    Email: `${alias}@floor.example`,
    Alias: alias.slice(-8),
    IsActive: true,
    ManagerId: managerId ?? null,
    TimeZoneSidKey: 'America/Los_Angeles',
    LanguageLocaleKey: 'en_US',
    State: 'TX',
    Country: 'US',
  });
  await control(orgUrl, 'insert/PermissionSetAssignment', {
    AssigneeId: Id,
    PermissionSetId: permissionSetId,
    IsActive: true,
  });
  return Id;
}

async function permissionSet(orgUrl: string, name: string): Promise<string> {
  const sets = await control<{ Id: string; Name: string }[]>(orgUrl, 'records/PermissionSet');
  return sets.find((one) => one.Name === name)!.Id;
}

async function control<T>(orgUrl: string, path: string, body?: Row): Promise<T> {
  const response = await fetch(`${orgUrl}/_local/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
