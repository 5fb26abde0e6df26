import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageXml } from '../files/packageXml.ts';

/** A criteria-based rule of the package: records with these values are shared with a group. */
export interface SharingRule {
  readonly group: string;
  readonly mayEdit: boolean;
  readonly criteria: readonly {
    readonly field: string;
    readonly operation: string;
    /** Values separated by commas, one of which must match. */
    readonly value: string;
  }[];
}

interface RulesXml {
  readonly SharingRules: {
    readonly sharingCriteriaRules?: readonly {
      readonly accessLevel: string;
      readonly sharedTo: { readonly group: string };
      readonly criteriaItems: SharingRule['criteria'];
    }[];
  };
}

const SUFFIX = '.sharingRules-meta.xml';
const readXml = packageXml(['sharingCriteriaRules', 'criteriaItems']);

/** The package's rules, by the object whose records they share. */
export function loadSharingRules(packageDir: string): ReadonlyMap<string, SharingRule[]> {
  const dir = join(packageDir, 'main/default/sharingRules');
  const files = existsSync(dir) ? readdirSync(dir).filter((file) => file.endsWith(SUFFIX)) : [];
  return new Map(
    files.map((file) => {
      const { SharingRules } = readXml(join(dir, file)) as RulesXml;
      const rules = (SharingRules.sharingCriteriaRules ?? []).map(
        ({ accessLevel, sharedTo, criteriaItems }) => ({
          group: sharedTo.group,
          mayEdit: accessLevel === 'Edit',
          criteria: criteriaItems,
        }),
      );
      return [file.slice(0, -SUFFIX.length), rules];
    }),
  );
}
