/** Tells which calls have changed, on whichever instance. Source: PostgreSQL's notifications. */
export interface CallChanges {
  /**
   * `onGap`: changes may have been missed, so everything must be read again. Returns what ends the
   * subscription.
   */
  subscribe(listener: { onChange(callId: string): void; onGap(): void }): () => void;
}
