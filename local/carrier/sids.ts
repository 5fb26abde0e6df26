import { randomBytes } from 'node:crypto';

export type SidPrefix = 'CA' | 'CF' | 'RT' | 'RQ' | 'AC' | 'SK' | 'AP';

export const newSid = (prefix: SidPrefix): string => prefix + randomBytes(16).toString('hex');
