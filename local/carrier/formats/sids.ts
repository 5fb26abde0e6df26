import { randomBytes } from 'node:crypto';

/** The prefixes of Twilio's resources that are used here. */
export type SidPrefix = 'CA' | 'CF' | 'RT' | 'RQ' | 'AC' | 'SK' | 'AP' | 'MZ' | 'RE' | 'GT' | 'TR';

/** A random Sid: the prefix and 32 hexadecimal digits. */
export const newSid = (prefix: SidPrefix): string => prefix + randomBytes(16).toString('hex');
