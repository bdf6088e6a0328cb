/** The example at the end of a command's help. */
export const example = (line: string): string => `\nExample:\n  $ ${line}`;
