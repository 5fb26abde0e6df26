import type { World } from './world.ts';

interface RuleRow { Id: string; DeveloperName: string }

/** Changes what the org's policy demands of managers on the calls of their reports; in force when this answers. */
export async function demandOfManagers(world: World, demands: Record<string, boolean>): Promise<void> {
  const rules = await world.orgControl<RuleRow[]>('records/Dealside_Policy_Rule__mdt');
  const rule = rules.find(({ DeveloperName }) => DeveloperName === 'Managers_Own_Reports')!;
  await world.orgControl(`update/Dealside_Policy_Rule__mdt/${rule.Id}`, demands);
  // A server reads the policy when it starts.
  await world.killServer();
}
