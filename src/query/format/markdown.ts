import type { Answer, Query } from '../types.ts';
import { cellOf, footer, grid, withIds } from './cells.ts';

/** An answer as tables in GitHub Flavored Markdown, with its notes and what is left. */
export function markdown({ tables }: Query, answer: Answer): string {
  const drawn = tables.map((table) => {
    const filled = grid(table, answer.items);
    const { title, rows } = filled;
    if (!rows.length) return '';
    const columns = withIds(filled);
    const lines = [columns, columns.map(() => '---'), ...rows.map((row) => columns.map((column) => escaped(cellOf(row[column]))))];
    return `${title ? `## ${title}\n\n` : ''}${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
  });
  return `${[...drawn.filter(Boolean), footer(answer).map(escaped).join('\n\n')].join('\n')}\n`;
}

/** Text that Markdown shows as it is: no markup, no end of the cell. */
const escaped = (text: string): string => text.replace(/[\\|`*_[\]<>]/g, '\\$&');
