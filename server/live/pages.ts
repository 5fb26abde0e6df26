import type { Person } from '../domain/call/people.ts';
import type { Consoles } from './consoles.ts';

export type PagePerson = Pick<Person, 'orgId' | 'userId'>;

export interface PageWatcher {
  gone(person: PagePerson): void;
  back(person: PagePerson): void;
}

/** Reports when a person's last page on this instance closes, and when they open one. */
export interface Pages {
  opened(person: PagePerson): void;
  /** Call this after a page of this person was removed from the consoles. */
  closed(person: PagePerson): void;
  watch(watcher: PageWatcher): () => void;
}

export function createPages(consoles: Pick<Consoles, 'values'>): Pages {
  const watchers = new Set<PageWatcher>();
  const hasPage = ({ orgId, userId }: PagePerson): boolean =>
    [...consoles.values()].some(({ person }) => person.userId === userId && person.orgId === orgId);
  return {
    opened(person) {
      for (const watcher of watchers) watcher.back(person);
    },
    closed(person) {
      if (!hasPage(person)) for (const watcher of watchers) watcher.gone(person);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}
