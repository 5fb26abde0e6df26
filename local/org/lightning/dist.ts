import { fileURLToPath } from 'node:url';

/** The folder of the bundled pages. */
export const DIST = fileURLToPath(new URL('./dist', import.meta.url));
