/**
 * Whether Twilio accepts this as a participant label. https://www.twilio.com/docs/api/errors/16023
 */
export const isLabel = (label: string): boolean =>
  label.length <= 128 && !/^CA[0-9a-f]{32}$/i.test(label) && !/\/|%2F/i.test(label);
