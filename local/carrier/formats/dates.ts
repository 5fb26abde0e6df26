/** A moment as Twilio writes it. */
export const rfc2822 = (moment: Date): string => moment.toUTCString().replace('GMT', '+0000');
