import type { KnowledgeGraph, NodeKind } from '../../graph.ts';

const FOLDERS: { readonly [K in NodeKind]: string | undefined } = {
  paper: 'Papers', technique: 'Techniques', dataset: 'Datasets', hardware: 'Hardware', metric: 'Metrics', task: 'Tasks', result: undefined,
}; // prettier-ignore

/** What some system allows in no name of a file, and what means something in a link. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]]|\p{Cc}|\p{Cs}/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Names may have 255 bytes; a character takes up to 3 a code unit, and a number may follow. */
const LONGEST = 80;

/** The path of each note without its ending: a paper or an entity by its label, told apart where two differ only in case. */
export function noteNames(graph: KnowledgeGraph, ids: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const { kind, label } = graph.getNodeAttributes(id);
    const folder = FOLDERS[kind];
    if (folder === undefined) continue;
    const name = `${folder}/${fileName(label)}`;
    let free = name;
    for (let n = 2; taken.has(keyOf(free)); n++) free = `${name} (${n})`;
    taken.add(keyOf(free));
    names.set(id, free);
  }
  return names;
}

/** What file systems that ignore case take for the same. */
const keyOf = (path: string): string => path.toLowerCase().normalize('NFC');

/** Without the dots and blanks that some file systems drop at the end of a name. */
function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && '. '.includes(name.charAt(end - 1))) end--;
  return name.slice(0, end);
}

function fileName(label: string): string {
  const clean = label.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').slice(0, LONGEST);
  const bare = withoutEnd(clean.replace(/^[. ]+/, '').replace(/[\ud800-\udbff]$/, ''));
  return RESERVED.test(bare) ? `${bare}_` : bare || 'unnamed';
}
