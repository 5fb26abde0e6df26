import type { World } from './world.ts';

interface RuleRow {
  readonly Id: string;
  readonly DeveloperName: string;
}

/** The rule by which managers join the calls of their reports. */
const MANAGERS_RULE = 'Managers_Own_Reports';

/**
 * Writes fields of a rule of the org's policy. The server reads them at its start, on a refresh, or
 * within 30 s.
 */
export async function writeRule(
  world: World,
  developerName: string,
  fields: object,
): Promise<void> {
  const rules = await world.orgControl<RuleRow[]>('records/Dealside_Policy_Rule__mdt');
  await world.orgControl(
    `update/Dealside_Policy_Rule__mdt/${rules.find(({ DeveloperName }) => DeveloperName === developerName)!.Id}`,
    fields,
  );
}

/**
 * Changes the rule for managers and their reports; in force when this resolves, because the server
 * restarts.
 */
export async function setManagersRule(world: World, fields: object): Promise<void> {
  await writeRule(world, MANAGERS_RULE, fields);
  await world.killServer();
}
