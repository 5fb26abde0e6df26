import type { Server } from './server.ts';
import type { Vocabulary } from './types.ts';

/** Keeps the vocabulary of the policy in force. */
export function createVocabularyCache({
  server,
  onRenewed,
}: {
  server: Pick<Server, 'ask'>;
  onRenewed: () => void;
}): {
  /** Undefined until it is loaded. */
  current(): Vocabulary | undefined;
  /** Rejects with Problem. */
  load(): Promise<void>;
  /** Reloads if the policy has another version, because its reasons may differ. */
  renew(version: string): Promise<void>;
} {
  let vocabulary: Vocabulary | undefined;
  /** The version whose vocabulary is being loaded. */
  let renewing: string | undefined;

  const load = async (): Promise<void> => {
    vocabulary = await server.ask<Vocabulary>('GET', '/api/vocabulary');
  };

  return {
    current: () => vocabulary,
    load,
    async renew(version) {
      if (!vocabulary || vocabulary.version === version || renewing === version) return;
      renewing = version;
      try {
        await load();
        onRenewed();
      } catch {
        // The next change of the feed tries again. Until then, the known reasons are offered.
      } finally {
        renewing = undefined;
      }
    },
  };
}
