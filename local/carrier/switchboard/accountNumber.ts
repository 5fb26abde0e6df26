/** A phone number of the account. */
export interface AccountNumber {
  readonly phoneNumber: string;
  /**
   * The URL of the TwiML for incoming calls; none for a verified number that is not rented. The
   * account can change it by the REST API until the carrier restarts.
   */
  voiceUrl?: string;
  /** Receives a callback when a call to the number has ended. Can be changed in the same way. */
  statusCallback?: string;
}
