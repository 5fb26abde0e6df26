import type { HttpRequest } from 'jsforce';

export const API_VERSION = '66.0';
const API_PATH = `/services/data/v${API_VERSION}`;
/** Path of records inside a composite request, which requires the full path with the version. */
export const SOBJECTS = `${API_PATH}/sobjects`;
/** Path of queries inside a composite request. */
export const QUERIES = `${API_PATH}/query`;

/** How long reads may take that say nothing else, unless it is set (`CRM_TIMEOUT_MS`). */
export const READ_TIMEOUT_MS = 5_000;

export const withBody = (method: 'POST' | 'PATCH', url: string, body: unknown): HttpRequest => ({
  method,
  url,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
