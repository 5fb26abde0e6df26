import { request, session } from 'c/dealsideSession';

/** The recordings of one call, or of a person's calls on some days (YYYY-MM-DD). */
export type RecordingSelection =
  | { readonly callId: string }
  | { readonly userId: string; readonly from: string; readonly to: string };

export interface RecordingExport {
  readonly exportId: string;
  readonly recordings: number;
  readonly calls: number;
  readonly seconds: number;
  /** How many recordings are still in progress and left out. */
  readonly unfinished: number;
  /** A single-use URL of the archive, valid for a minute. */
  readonly link: string;
  readonly since: number;
}

export interface RecordingExportProgress {
  readonly opened: number;
  readonly finished?: { readonly missing: number; readonly sha256: string };
}

export async function beginRecordingExport(
  selection: RecordingSelection,
): Promise<RecordingExport> {
  const [begun, { serverUrl }] = await Promise.all([
    request<RecordingExport>('POST', '/api/recording-exports', selection),
    session(),
  ]);
  return { ...begun, link: serverUrl + begun.link };
}

export const recordingExportProgress = ({
  exportId,
  since,
}: RecordingExport): Promise<RecordingExportProgress> =>
  request('GET', `/api/recording-exports/${encodeURIComponent(exportId)}?since=${since}`);
