/** Drops what is kept of calls that are not open any more. */
export function forgetOthers(
  kept: { keys(): Iterable<string>; delete(callId: string): unknown },
  isOpen: (callId: string) => boolean,
): void {
  for (const callId of [...kept.keys()]) if (!isOpen(callId)) kept.delete(callId);
}
