/** A date and time in Twilio's format, RFC 2822. */
export const rfc2822 = (moment: Date): string => moment.toUTCString().replace('GMT', '+0000');
