import { randomBytes } from 'node:crypto';

export type SidPrefix = 'CA' | 'CF' | 'RT' | 'RQ' | 'AC' | 'SK' | 'AP';

export const newSid = (prefix: SidPrefix): string => prefix + randomBytes(16).toString('hex');

export const isSid = (prefix: SidPrefix, value: string): boolean => new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(value);
