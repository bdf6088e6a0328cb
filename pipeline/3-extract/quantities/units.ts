/** Canonical units, each with what a text may write for it. Longer spellings first where one begins another. */
const SPELLINGS: readonly (readonly [unit: string, pattern: string])[] = [
  ['%', String.raw`[}$]{0,2}\s?\\?[%％]\$?|\s?percent(?!age|ile)\b`],
  ['points', String.raw`(?:[\s~-]|\\,)?(?:percentage[\s-]points?\b|points?\b|pp\b|pts?\b)`],
  ['x', String.raw`\s?\$?\\times\$?(?!\s?\d)|\s?[×✕](?!\s?\d)|[xX](?![\p{L}\d])|[\s-]?times\b|[\s-]?[Ff]old\b`],
  ['orders of magnitude', String.raw`[\s-]orders?[\s-]of[\s-]magnitude\b`],
  ['FPS', String.raw`(?:[\s~]|\\,)?(?:FPS|fps)\b|\sframes?(?:\s?\/\s?s(?:ec(?:ond)?)?|\sper\ssecond)\b`],
  ['tokens/s', String.raw`\s?tok(?:en)?s?(?:\s?\/\s?s(?:ec(?:ond)?)?|\sper\ssecond)\b`],
  ['dB', String.raw`(?:[\s~]|\\,)?dB\b`],
  ['GPU hours', String.raw`[\s-]?GPU[\s-](?:hours?|days?|h)\b`],
  ['ms', String.raw`(?:[\s~]|\\,)?(?:ms(?:\/(?:frame|image|token|step))?|milliseconds?)\b`],
  ['us', String.raw`(?:[\s~]|\\,)?(?:[uµμ]s|microseconds?)\b`],
  ['s', String.raw`(?:[\s~]|\\,)?(?:s|secs?|seconds?)\b(?!-)`],
  ['min', String.raw`(?:[\s~]|\\,)?(?:mins?|minutes?)\b(?!-)`],
  ['h', String.raw`(?:[\s~]|\\,)?(?:h|hrs?|hours?)\b(?!-)`],
  ['days', String.raw`\s?days?\b(?!-)`],
  ['KB', String.raw`(?:[\s~]|\\,)?(?:KB|kB|KiB)\b`],
  ['MB', String.raw`(?:[\s~]|\\,)?(?:MB|MiB)\b`],
  ['GB', String.raw`(?:[\s~]|\\,)?(?:GB|GiB)\b`],
  ['TB', String.raw`(?:[\s~]|\\,)?(?:TB|TiB)\b`],
  ['W', String.raw`(?:[\s~]|\\,)?(?:[mkuµμ]?W|[Ww]atts?)\b`],
  ['J', String.raw`(?:[\s~]|\\,)?(?:[mkunpfµμ]?J|[kK]Wh)\b`],
  ['Hz', String.raw`(?:[\s~]|\\,)?[kMG]?Hz\b`],
  ['OPS', String.raw`(?:[\s~]|\\,)?[GTP]OP[Ss](?:\/W)?\b`],
  ['m', String.raw`(?:[\s~]|\\,)?(?:[cmkµμ]?m|px)\b(?![-\d])`],
  ['degrees', String.raw`\s?°|[\s-]degrees?\b`],
];

const UNIT = new RegExp(SPELLINGS.map(([, pattern]) => `(${pattern})`).join('|'), 'uy');

/** The unit that stands at `at`, with where it ends; null where none does. */
export function unitAt(text: string, at: number): { unit: string; end: number } | null {
  UNIT.lastIndex = at;
  const match = UNIT.exec(text);
  if (!match) return null;
  for (let i = 0; i < SPELLINGS.length; i++) if (match[i + 1] !== undefined) return { unit: SPELLINGS[i]![0], end: at + match[0].length };
  return null;
}
