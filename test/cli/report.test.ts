import { expect, test, vi } from 'vitest';
import { printMessages } from '../../pipeline/cli/report.ts';
import type { Message } from '../../src/report.ts';

/** What is printed of messages that say, one after another, what became of a record. */
function printed(became: readonly Message['done'][], most: number): string[] {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    const messages = became.map((done, i): Message => ({ file: 'a.json', record: i + 1, problem: 'something', done }));
    printMessages({ messages, files: [] }, 'see report.md', most);
    return error.mock.calls.map(([line]) => String(line));
  } finally {
    error.mockRestore();
  }
}

test('messages are told in their order, each with its place', () => {
  expect(printed(['repaired', 'rejected'], 2)).toEqual([
    'a.json, record 1: something (repaired)',
    'a.json, record 2: something (rejected)',
  ]);
});

test('of too many messages the gravest are told, and how many there are more', () => {
  expect(printed(['repaired', 'repaired', 'kept', 'skipped', 'rejected', 'skipped'], 3)).toEqual([
    'a.json, record 5: something (rejected)',
    'a.json, record 4: something (skipped)',
    'a.json, record 6: something (skipped)',
    'and 3 more messages: see report.md',
  ]);
});
