/** A phone number of the account. */
export interface AccountNumber {
  readonly phoneNumber: string;
  /**
   * Fetched for the TwiML that an incoming call follows; none for a verified number of others. The
   * account changes it by the REST API, until the carrier starts again.
   */
  voiceUrl?: string;
  /** Receives a callback when a call to the number has ended; changed likewise. */
  statusCallback?: string;
}
