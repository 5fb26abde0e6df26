import type { OutcomeDrop } from '../../ports/index.ts';
import { createDropBucket } from './dropBucket.ts';
import { createDropFolder } from './dropFolder.ts';

/** Named like the environment variables. */
interface DropSettings {
  readonly OUTCOMES_DROP_DIR?: string | undefined;
  readonly OUTCOMES_DROP_BUCKET?: string | undefined;
  readonly OUTCOMES_DROP_REGION: string;
  readonly OUTCOMES_DROP_KEY_ID?: string | undefined;
  readonly OUTCOMES_DROP_SECRET_FILE?: string | undefined;
}

/** The destination for files of outcomes; undefined if none is set. */
export function outcomeDropOf(settings: DropSettings): OutcomeDrop | undefined {
  const { OUTCOMES_DROP_DIR: folder, OUTCOMES_DROP_BUCKET: url } = settings;
  if (folder !== undefined) return createDropFolder(folder);
  const { OUTCOMES_DROP_KEY_ID: keyId, OUTCOMES_DROP_SECRET_FILE: secret } = settings;
  if (url === undefined || keyId === undefined || secret === undefined) return undefined;
  return createDropBucket({ url, region: settings.OUTCOMES_DROP_REGION, keyId, secret });
}
