import type { Linter } from 'eslint';

export declare const MAY_WAIT: readonly string[];
export declare const NOT_OURS: Linter.RulesRecord;
export declare const componentRules: Linter.Config[];
export declare const SANDBOX_RULES: Linter.Config;
