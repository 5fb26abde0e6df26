type Listener = () => void;

const listeners = new Set<Listener>();
let current: string | undefined;

/** The version of the policy in force, as the live feed said last; undefined before. */
export const policyVersion = (): string | undefined => current;

/** Takes what the live feed says, and tells all who follow when it is another version. */
export function policyVersionIs(version: string | undefined): void {
  if (version === undefined || version === current) return;
  current = version;
  for (const listener of listeners) listener();
}

/**
 * Tells when another policy has come into force: reasons, outcomes and texts may be others then.
 * Answers how to stop.
 */
export function followPolicyVersion(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
