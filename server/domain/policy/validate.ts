import type { Policy } from './policy.ts';
export function validatePolicy(policy: Policy): { policy: Policy } { return { policy }; }
