import { decodeHTMLStrict } from 'entities/decode';

/** Elements of HTML, JATS and MathML that part text into paragraphs. */
const BLOCKS = new Set('p div section sec abstract body article ul ol li list list-item tr table blockquote disp-formula br break hr'.split(' ')); // prettier-ignore
const HEADINGS = new Set('title label h1 h2 h3 h4 h5 h6'.split(' '));
/** Elements within a line: they say how text looks. Others are text: "<think>" is a word of some papers. */
const INLINE = new Set('i b u s em strong italic bold underline strike sc scp small big sub sup sans-serif monospace roman overline span font tt code a ext-link uri xref email named-content styled-content inline-formula alternatives tex-math math mrow mi mn mo ms mtext msup msub msubsup mfrac msqrt mroot mover munder munderover mfenced mspace mstyle mtable mtr mtd mpadded mmultiscripts mprescripts none semantics annotation inline-graphic graphic fn cite q abbr mark nobr wbr'.split(' ')); // prettier-ignore

const TAG = /<(\/?)(?:[a-z]{1,8}:)?([a-z][a-z0-9-]{0,20})(?:\s[^<>]{0,1000})?\/?>/gi;
/** A formula is given as TeX and as MathML beside it; the TeX may be a whole document. */
function onlyTex(text: string): string {
  const once = text.includes('<mml:math') ? parted(text, '<mml:math', '</mml:math>', () => '') : parted(text, '<math', '</math>', () => '');
  return parted(once, '\\documentclass', '\\end{document}', (formula) => formula.split('\\begin{document}')[1] ?? '');
}

/** The text with each piece from one sign to another replaced. */
function parted(text: string, from: string, to: string, piece: (between: string) => string): string {
  let [out, last] = ['', 0];
  for (;;) {
    const start = text.indexOf(from, last);
    const end = start === -1 ? -1 : text.indexOf(to, start);
    if (end === -1) return out + text.slice(last);
    out += text.slice(last, start) + piece(text.slice(start, end));
    last = end + to.length;
  }
}

/** Text of HTML or JATS without its tags: entities are characters, blocks paragraphs, `10<sup>19</sup>` is "10^19". */
export function readTags(text: string): string {
  const plain = decoded(text);
  if (!plain.includes('<')) return plain;
  let [out, last, heading] = ['', 0, -1];
  const whole = plain.includes('tex-math') ? onlyTex(plain) : plain;
  for (const tag of whole.matchAll(TAG)) {
    const [name, closes] = [tag[2]!.toLowerCase(), tag[1] === '/'];
    const known = BLOCKS.has(name) || HEADINGS.has(name) || INLINE.has(name);
    if (!known) continue;
    out += whole.slice(last, tag.index);
    last = tag.index + tag[0].length;
    if (HEADINGS.has(name)) {
      if (!closes) [out, heading] = [`${out}\n\n`, out.length];
      else if (heading !== -1) [out, heading] = [headed(out, heading), -1];
    } else if (BLOCKS.has(name)) out += '\n\n';
    else if (name === 'sup' && !closes && /^[-−+]?[\d\p{L}]/u.test(whole.slice(last, last + 2))) out += '^';
  }
  return out + whole.slice(last);
}

/** A heading runs into the text below it; "Abstract" says nothing. */
function headed(text: string, from: number): string {
  const heading = text.slice(from).trim();
  if (/^(?:abstract|summary)?[.:]?$/i.test(heading)) return text.slice(0, from);
  return `${text.slice(0, from)}\n\n${heading}${/[.:?!]$/.test(heading) ? ' ' : ': '}\r`;
}

/** Character references; some services write them twice ("&amp;lt;"). */
function decoded(text: string): string {
  let plain = text;
  for (let times = 0; times < 2 && /&#?\w{1,32};/.test(plain); times++) plain = decodeHTMLStrict(plain);
  return plain;
}
