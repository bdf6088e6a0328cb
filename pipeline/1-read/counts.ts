import type { FileCount, Message, Report } from '../../src/report.ts';
import { CAPS } from './caps.ts';

type Severity = Message['done'];
interface Ledger {
  counts: Map<string, FileCount>;
  listed: Map<string, number>;
  unlisted: Map<string, Map<Severity, number>>;
}
const SEVERITIES: readonly Severity[] = ['rejected', 'skipped', 'kept', 'repaired'];
const ledgers = new WeakMap<Report, Ledger>();

function ledgerOf(report: Report): Ledger {
  let ledger = ledgers.get(report);
  if (!ledger) {
    ledger = { counts: new Map(report.files.map((count) => [count.file, count])), listed: new Map(), unlisted: new Map() };
    ledgers.set(report, ledger);
  }
  return ledger;
}

/** The counts of a file in the report; begun at zero the first time. */
export function countOf(report: Report, file: string): FileCount {
  const { counts } = ledgerOf(report);
  let count = counts.get(file);
  if (!count) {
    count = { file, reader: null, read: 0, kept: 0, merged: 0, rejected: 0, dropped: 0 };
    counts.set(file, count);
    report.files.push(count);
  }
  return count;
}

/** Adds a message; from `CAPS.messages` of one file on they are only counted. */
export function tell(report: Report, message: Message): void {
  const { listed, unlisted } = ledgerOf(report);
  const before = listed.get(message.file) ?? 0;
  listed.set(message.file, before + 1);
  if (before < CAPS.messages) {
    report.messages.push(message);
    return;
  }
  const more = unlisted.get(message.file) ?? new Map<Severity, number>();
  unlisted.set(message.file, more.set(message.done, (more.get(message.done) ?? 0) + 1));
}

/** A record that cannot be used: a message, and one more read and rejected. */
export function reject(report: Report, place: Omit<Message, 'done'>): void {
  const count = countOf(report, place.file);
  count.read++;
  count.rejected++;
  tell(report, { ...place, done: 'rejected' });
}

/** Says how many messages were not listed, and puts files and messages in an order that does not depend on the order of input. */
export function closeReport(report: Report): void {
  const { unlisted, listed } = ledgerOf(report);
  for (const [file, more] of unlisted) {
    const parts = SEVERITIES.filter((done) => more.has(done)).map((done) => `${more.get(done)} ${done}`);
    const done = SEVERITIES.find((severity) => more.has(severity)) ?? 'skipped';
    report.messages.push({ file, problem: `more problems of this file, not listed one by one: ${parts.join(', ')}`, done });
  }
  unlisted.clear();
  listed.clear();
  const last = Number.MAX_SAFE_INTEGER;
  const byName = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  const wholeFileFirst = (message: Message) => (message.problem.startsWith('more problems') ? last : (message.line ?? message.record ?? 0));
  report.files.sort(byName);
  report.messages.sort((a, b) => byName(a, b) || wholeFileFirst(a) - wholeFileFirst(b));
}
