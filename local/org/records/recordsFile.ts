import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row.ts';

type Rows = Record<string, Row>;

/** All records of an org. */
export interface State {
  counter: number;
  tables: Record<string, Rows>;
  deleted: Rows;
}

/** The changes of one save: changed rows, and null for deleted ones. */
interface Changes {
  readonly counter: number;
  readonly tables: Record<string, Record<string, Row | null>>;
  readonly deleted: Record<string, Row | null>;
  /** Tables that were replaced, with all their rows. */
  readonly replaced: Record<string, Rows>;
}

/** Where the records of an org are kept on disk. */
export interface RecordsFile {
  /** The records as they were saved. */
  readonly saved: State;
  /** Called for each change: of one row, of a whole table, or of everything. */
  changed(rows: Rows, id: string): void;
  replaced(table: string): void;
  cleared(): void;
  /** Saves what has changed. */
  write(state: State): void;
}

/** Above this size of changes, all records are written again. */
const MOST_CHANGES_BYTES = 4_000_000;

/**
 * `records.json` in `dataDir`, and beside it the changes since it was written, one line per save,
 * because rewriting a large org at each change would be slow. An incomplete last line is ignored.
 */
export function openRecordsFile(dataDir: string): RecordsFile {
  mkdirSync(dataDir, { recursive: true });
  const [file, journal] = [join(dataDir, 'records.json'), join(dataDir, 'changes.jsonl')];
  const saved: State = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as State)
    : { counter: 0, tables: {}, deleted: {} };
  let mustWriteAll = !existsSync(file) || !applyChanges(saved, journal);
  let journalBytes = existsSync(journal) ? statSync(journal).size : 0;
  const changed = new Map<Rows, Set<string>>();
  const replaced = new Set<string>();

  function writeAll(state: State): void {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
    // If this is interrupted, applying the changes again has no effect.
    rmSync(journal, { force: true });
    journalBytes = 0;
    mustWriteAll = false;
  }

  function writeChanges(state: State): void {
    const line = `${JSON.stringify(changesOf(state, changed, replaced))}\n`;
    journalBytes += Buffer.byteLength(line);
    if (journalBytes > MOST_CHANGES_BYTES) writeAll(state);
    else appendFileSync(journal, line);
  }

  return {
    saved,
    changed(rows, id) {
      const ids = changed.get(rows) ?? new Set();
      changed.set(rows, ids.add(id));
    },
    replaced: (table) => void replaced.add(table),
    cleared: () => void (mustWriteAll = true),
    write(state) {
      if (mustWriteAll) writeAll(state);
      else writeChanges(state);
      changed.clear();
      replaced.clear();
    },
  };
}

function changesOf(
  state: State,
  changed: ReadonlyMap<Rows, ReadonlySet<string>>,
  replaced: ReadonlySet<string>,
): Changes {
  const changesIn = (rows: Rows): Record<string, Row | null> =>
    Object.fromEntries([...(changed.get(rows) ?? [])].map((id) => [id, rows[id] ?? null]));
  const tables = Object.entries(state.tables);
  return {
    counter: state.counter,
    tables: Object.fromEntries(
      tables
        .filter(([name, rows]) => changed.has(rows) && !replaced.has(name))
        .map(([name, rows]) => [name, changesIn(rows)]),
    ),
    deleted: changesIn(state.deleted),
    replaced: Object.fromEntries(tables.filter(([name]) => replaced.has(name))),
  };
}

/** Returns false if the last line is incomplete. */
function applyChanges(state: State, journal: string): boolean {
  if (!existsSync(journal)) return true;
  const lines = readFileSync(journal, 'utf8').split('\n');
  const rest = lines.pop();
  for (const line of lines) apply(state, JSON.parse(line) as Changes);
  return rest === '';
}

function apply(state: State, { counter, tables, deleted, replaced }: Changes): void {
  state.counter = counter;
  Object.assign(state.tables, replaced);
  for (const [name, rows] of Object.entries(tables)) put((state.tables[name] ??= {}), rows);
  put(state.deleted, deleted);
}

function put(rows: Rows, changes: Record<string, Row | null>): void {
  for (const [id, row] of Object.entries(changes))
    if (row) rows[id] = row;
    else delete rows[id];
}
