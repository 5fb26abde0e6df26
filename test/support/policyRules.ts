import assert from 'node:assert/strict';
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

/** Lets reps place as many calls as an org can allow; in force when this resolves. */
export async function raiseDialLimits(world: World): Promise<void> {
  const [setting] = await world.orgControl<{ Id: string }[]>('records/Dealside_Setting__mdt');
  await world.orgControl(`update/Dealside_Setting__mdt/${setting!.Id}`, {
    Dials_Per_Minute__c: 600,
    Dials_Per_Hour__c: 6_000,
    Dials_Per_Day__c: 20_000,
  });
  await world.as('ada').ask('POST', '/api/policy/refresh');
}

/** Changes the rule for managers and their reports; in force when this resolves. */
export async function setManagersRule(world: World, fields: object): Promise<void> {
  await writeRule(world, MANAGERS_RULE, fields);
  const { status, body } = await world.as('ada').ask('POST', '/api/policy/refresh');
  assert.equal(status, 200, JSON.stringify(body));
}
