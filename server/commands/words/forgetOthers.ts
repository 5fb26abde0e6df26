/** Removes the entries of calls that are no longer open. */
export function forgetOthers(
  kept: { keys(): Iterable<string>; delete(callId: string): unknown },
  isOpen: (callId: string) => boolean,
): void {
  for (const callId of [...kept.keys()]) if (!isOpen(callId)) kept.delete(callId);
}
