import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OrgError } from '../errors/orgError.ts';
import { packageXml } from '../files/packageXml.ts';
import type { Row } from '../records/database.ts';
import { parseFormula, type Formula } from './formulas.ts';

interface Rule {
  readonly formula: Formula;
  readonly message: string;
  readonly field?: string;
}
interface RuleXml {
  active: string;
  errorConditionFormula: string;
  errorMessage: string;
  errorDisplayField?: string;
}

/**
 * Throws OrgError if a validation rule refuses the record. `before` is undefined for a new record.
 */
export type RuleCheck = (
  object: string,
  record: Row,
  before: Row | undefined,
  userId: string,
) => void;

const readXml = packageXml();

/**
 * Reads the package's validation rules and returns a check that evaluates them. Throws on a formula
 * that is not supported.
 */
export function loadRules(
  packageDir: string,
  hasPermission: (userId: string, name: string) => boolean,
): RuleCheck {
  const objectsDir = join(packageDir, 'main/default/objects');
  const rules = new Map(
    readdirSync(objectsDir).map((object) => [
      object === 'Activity' ? 'Task' : object,
      rulesIn(join(objectsDir, object, 'validationRules')),
    ]),
  );
  return (object, record, before, userId) => {
    for (const { formula, message, field } of rules.get(object) ?? []) {
      const broken = formula.isTrueFor({
        record,
        ...(before && { before }),
        userId,
        hasPermission: (name) => hasPermission(userId, name),
      });
      if (broken)
        throw new OrgError(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field ? [field] : []);
    }
  };
}

function rulesIn(dir: string): Rule[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .map((file) => {
      const { ValidationRule: xml } = readXml(join(dir, file)) as {
        ValidationRule: RuleXml;
      };
      return { xml, formula: parseFormula(xml.errorConditionFormula) };
    })
    .filter(({ xml }) => xml.active === 'true')
    .map(({ xml, formula }) => ({
      formula,
      message: xml.errorMessage,
      ...(xml.errorDisplayField && { field: xml.errorDisplayField }),
    }));
}
