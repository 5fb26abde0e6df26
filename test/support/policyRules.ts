import type { World } from './world.ts';

interface RuleRow { readonly Id: string; readonly DeveloperName: string }

/** The rule by which managers join the calls of their reports. */
const MANAGERS_RULE = 'Managers_Own_Reports';

/** Writes fields of a rule of the org's policy. A server reads them within half a minute, when told to, or when it starts. */
export async function writeRule(world: World, developerName: string, fields: object): Promise<void> {
  const rules = await world.orgControl<RuleRow[]>('records/Dealside_Policy_Rule__mdt');
  await world.orgControl(`update/Dealside_Policy_Rule__mdt/${rules.find(({ DeveloperName }) => DeveloperName === developerName)!.Id}`, fields);
}

/** Changes what managers may do and must prove on calls of their reports; in force when this answers. */
export async function setManagersRule(world: World, fields: object): Promise<void> {
  await writeRule(world, MANAGERS_RULE, fields);
  await world.killServer();
}
