import { fileURLToPath } from 'node:url';

/** Where the bundled pages are. */
export const DIST = fileURLToPath(new URL('./dist', import.meta.url));
