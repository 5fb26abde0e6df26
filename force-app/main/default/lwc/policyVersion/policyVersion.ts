type Listener = () => void;

const listeners = new Set<Listener>();
let current: string | undefined;

/** The version of the policy in force, from the live feed; undefined before the first. */
export const policyVersion = (): string | undefined => current;

/** Called with the version in the live feed. Notifies listeners if it changed. */
export function policyVersionIs(version: string | undefined): void {
  if (version === undefined || version === current) return;
  current = version;
  for (const listener of listeners) listener();
}

/**
 * Calls the listener when another policy has come into force, since reasons, outcomes and texts may
 * differ. Returns how to stop.
 */
export function followPolicyVersion(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
