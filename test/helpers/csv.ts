/**
 * Reads CSV strictly by RFC 4180: rows end in CRLF, a quote stands only around a cell or doubled within one.
 * @throws at the first character that has no place there
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const cell = (): string => {
    if (text[at] !== '"') {
      const end = /[",\r\n]|$/.exec(text.slice(at))!.index + at;
      const plain = text.slice(at, end);
      at = end;
      return plain;
    }
    let quoted = '';
    for (at++; ; at++) {
      if (at >= text.length) throw new Error('a quoted cell does not end');
      if (text[at] !== '"') quoted += text[at];
      else if (text[at + 1] === '"') quoted += text[at++];
      else break;
    }
    at++;
    return quoted;
  };
  while (at < text.length) {
    row.push(cell());
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`${JSON.stringify(text[at])} at ${at} ends no cell`);
  }
  if (row.length) throw new Error('the last row does not end');
  return rows;
}
