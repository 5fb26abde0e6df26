/** A phone number of the account. */
export interface AccountNumber {
  readonly phoneNumber: string;
  /** Fetched for the TwiML that an incoming call follows; none for a verified number of others. */
  readonly voiceUrl?: string;
  /** Receives a callback when a call to the number has ended. */
  readonly statusCallback?: string;
}
