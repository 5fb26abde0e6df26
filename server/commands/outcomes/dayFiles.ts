import type { DayRow } from '../../domain/outcomes/totals.ts';
import { TABLE_FILES, type FileColumn } from './tableFiles.ts';

/** The columns of an exported day, in their order. */
export const DAY_COLUMNS: readonly FileColumn<DayRow>[] = [
  { name: 'day', type: 'STRING' },
  { name: 'repUserId', type: 'STRING' },
  { name: 'repName', type: 'STRING' },
  { name: 'direction', type: 'STRING' },
  { name: 'answered', type: 'INT32' },
  { name: 'talkSeconds', type: 'INT32' },
  { name: 'monitor', type: 'INT32' },
  { name: 'whisper', type: 'INT32' },
  { name: 'barge', type: 'INT32' },
  { name: 'takeover', type: 'INT32' },
  { name: 'helpRequested', type: 'INT32' },
  { name: 'transferred', type: 'INT32' },
  { name: 'rated', type: 'INT32' },
  { name: 'satisfied', type: 'INT32' },
  { name: 'missed', type: 'INT32' },
  { name: 'abandoned', type: 'INT32' },
  { name: 'answeredSoon', type: 'INT32' },
  { name: 'waitSeconds', type: 'INT32' },
  { name: 'supervisedSeconds', type: 'INT32' },
  { name: 'holdSeconds', type: 'INT32' },
  { name: 'afterCalls', type: 'INT32' },
  { name: 'afterCallSeconds', type: 'INT32' },
  { name: 'alertsRaised', type: 'INT32' },
  { name: 'alertsShown', type: 'INT32' },
  { name: 'alertsHeldOut', type: 'INT32' },
  { name: 'alertsLimited', type: 'INT32' },
  { name: 'alertsUseful', type: 'INT32' },
  { name: 'alertsNotUseful', type: 'INT32' },
  { name: 'queueIds', type: 'STRING' },
  { name: 'issue', type: 'STRING' },
  { name: 'saved', type: 'INT32' },
  { name: 'callBacks', type: 'INT32' },
  { name: 'refused', type: 'INT32' },
  { name: 'joinsRefused', type: 'INT32' },
];

/** The totals of days as files: the same rows, whichever the format. */
export const DAY_FILES = {
  csv: {
    ...TABLE_FILES.csv,
    of: (rows: readonly DayRow[]): Buffer => TABLE_FILES.csv.of(DAY_COLUMNS, rows),
  },
  parquet: {
    ...TABLE_FILES.parquet,
    of: (rows: readonly DayRow[]): Buffer => TABLE_FILES.parquet.of(DAY_COLUMNS, rows),
  },
} as const;
