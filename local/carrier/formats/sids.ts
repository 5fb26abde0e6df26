import { randomBytes } from 'node:crypto';

export type SidPrefix = 'CA' | 'CF' | 'RT' | 'RQ' | 'AC' | 'SK' | 'AP' | 'MZ' | 'RE' | 'GT';

export const newSid = (prefix: SidPrefix): string => prefix + randomBytes(16).toString('hex');
