/**
 * Ways to keep extraction records, compared: `npm run build && npx tsx test/bench/stores.ts RECORDS [FOLDER]`, RECORDS as
 * `claimgraph extract` prints them, FOLDER one in which better-sqlite3 or @duckdb/node-api are installed: those that are there are measured.
 * Written in batches as a build writes, opened and asked for what is known, read again in the order of the papers.
 */
import { createReadStream, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { keyOf } from '../../pipeline/store/line.ts';
import { RecordStore } from '../../pipeline/store/store.ts';
import type { Record } from '../../src/model.ts';

interface Entry {
  key: string;
  extracted: Buffer;
}
interface Opened {
  has(keys: readonly string[]): Promise<number> | number;
  /** Bytes of all values. */
  read(keys: readonly string[]): Promise<number> | number;
  close(): void;
}
interface Kind {
  name: string;
  write(file: string, batches: Iterable<Entry[]>): Promise<void> | void;
  open(file: string): Promise<Opened> | Opened;
}

const [file, folder] = process.argv.slice(2);
if (!file) {
  console.log('name a file of records: npx tsx test/bench/stores.ts records.jsonl');
  process.exit(2);
}
const BATCH = 128;

const lines: Kind = {
  name: 'lines with an index',
  write(file, batches) {
    const store = RecordStore.open(file, 'bench');
    for (const batch of batches) store.append(batch);
    store.flush();
    store.close();
  },
  open(file) {
    const store = RecordStore.open(file, 'bench');
    return {
      has: (keys) => keys.filter((key) => store.has(key)).length,
      read: (keys) => keys.reduce((sum, key) => sum + store.get(key).length, 0),
      close: () => store.close(),
    };
  },
};

/** A package of that folder, where it is there. */
function installed<T>(name: string): T | undefined {
  try {
    return folder === undefined ? undefined : (createRequire(join(resolve(folder), 'x.js'))(name) as T);
  } catch (error) {
    console.log(`not measured: ${name} (${String(error).split('\n')[0]})`);
    return undefined;
  }
}

interface Statement {
  run(...values: unknown[]): void;
  get(...values: unknown[]): { extracted: Buffer } | undefined;
}
type Sqlite = new (file: string) => { exec(sql: string): void; prepare(sql: string): Statement; close(): void };

const sqlite = (Database: Sqlite): Kind => ({
  name: 'SQLite (better-sqlite3)',
  write(file, batches) {
    const db = new Database(file);
    db.exec(
      'pragma journal_mode = wal; pragma synchronous = normal; create table record (key text primary key, extracted blob) without rowid',
    );
    const insert = db.prepare('insert into record values (?, ?)');
    for (const batch of batches) {
      db.exec('begin');
      for (const { key, extracted } of batch) insert.run(key, extracted);
      db.exec('commit');
    }
    db.exec('pragma wal_checkpoint(truncate)');
    db.close();
  },
  open(file) {
    const db = new Database(file);
    const [has, get] = [db.prepare('select 1 from record where key = ?'), db.prepare('select extracted from record where key = ?')];
    return {
      has: (keys) => keys.filter((key) => has.get(key)).length,
      read: (keys) => keys.reduce((sum, key) => sum + get.get(key)!.extracted.length, 0),
      close: () => db.close(),
    };
  },
});

interface Duck {
  DuckDBInstance: { create(file: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }> };
}
interface Connection {
  run(sql: string): Promise<unknown>;
  createAppender(table: string): Promise<{ appendVarchar(text: string): void; endRow(): void; flushSync(): void; closeSync(): void }>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
  closeSync(): void;
}

const duckdb = ({ DuckDBInstance }: Duck): Kind => ({
  name: 'DuckDB (@duckdb/node-api)',
  async write(file, batches) {
    const db = await DuckDBInstance.create(file);
    const connection = await db.connect();
    await connection.run('create table record (key varchar primary key, extracted varchar)');
    const appender = await connection.createAppender('record');
    for (const batch of batches) {
      for (const { key, extracted } of batch) {
        appender.appendVarchar(key);
        appender.appendVarchar(extracted.toString());
        appender.endRow();
      }
      appender.flushSync();
    }
    appender.closeSync();
    await connection.run('checkpoint');
    connection.closeSync();
    db.closeSync();
  },
  async open(file) {
    const db = await DuckDBInstance.create(file);
    const connection = await db.connect();
    const all = async (column: string): Promise<unknown[][]> =>
      (await connection.runAndReadAll(`select key, ${column} from record`)).getRows();
    return {
      has: async (keys) => {
        const known = new Set((await all('1')).map(([key]) => key));
        return keys.filter((key) => known.has(key)).length;
      },
      read: async (keys) => {
        const values = new Map((await all('extracted')) as [string, string][]);
        return keys.reduce((sum, key) => sum + Buffer.byteLength(values.get(key)!), 0);
      },
      close() {
        connection.closeSync();
        db.closeSync();
      },
    };
  },
});

const keys: string[] = [];
const entries: Entry[] = [];
for await (const line of createInterface({ input: createReadStream(file) })) {
  const record = JSON.parse(line) as Record;
  const { sentences, entities, results, claims, links } = record;
  const key = keyOf(record);
  keys.push(key);
  entries.push({ key, extracted: Buffer.from(JSON.stringify({ sentences, entities, results, claims, links })) });
}
const size = entries.reduce((sum, { extracted }) => sum + extracted.length, 0);
console.log(`${keys.length} records, ${(size / 1e6).toFixed(0)} MB of JSON; seconds of CPU (of the clock)`);

function* batches(): Generator<Entry[]> {
  for (let at = 0; at < entries.length; at += BATCH) yield entries.slice(at, at + BATCH);
}

async function timed<T>(work: () => Promise<T> | T): Promise<[told: string, value: T]> {
  const [cpu, clock] = [process.cpuUsage(), performance.now()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return [`${((user + system) / 1e6).toFixed(2)} (${((performance.now() - clock) / 1000).toFixed(2)})`.padStart(15), value];
}

console.log(`${''.padEnd(26)}${['write', 'open and look', 'read all'].map((head) => head.padStart(15)).join('')}      bytes`);
const Database = installed<Sqlite>('better-sqlite3');
const duck = installed<Duck>('@duckdb/node-api');
for (const kind of [lines, ...(Database ? [sqlite(Database)] : []), ...(duck ? [duckdb(duck)] : [])]) {
  const work = mkdtempSync(join(tmpdir(), 'store-'));
  const path = join(work, 'store');
  const [writing] = await timed(() => kind.write(path, batches()));
  const bytes = readdirSync(work).reduce((sum, name) => sum + statSync(join(work, name)).size, 0);
  const [looking, store] = await timed(async () => {
    const store = await kind.open(path);
    if ((await store.has(keys)) !== keys.length) throw new Error(`${kind.name} lost records`);
    return store;
  });
  const [reading, read] = await timed(() => store.read(keys));
  if (read !== size) throw new Error(`${kind.name} gave back other bytes`);
  store.close();
  rmSync(work, { recursive: true });
  console.log(`${kind.name.padEnd(26)}${writing}${looking}${reading}${`${(bytes / 1e6).toFixed(0)} MB`.padStart(11)}`);
}
