import { once } from 'node:events';

/** Writes to standard output, and waits where the reader is slower. */
export async function print(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Columns of the terminal, or what COLUMNS says where there is none; undefined for neither. */
export const terminalWidth = (): number | undefined => process.stdout.columns ?? (Number(process.env['COLUMNS']) || undefined);
