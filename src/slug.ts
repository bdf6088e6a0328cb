const LONGEST = 120;

/**
 * A readable key made of a name: lower case, letters and digits, runs of anything else as one hyphen, at most 120 code units.
 * Letters of all scripts stay. Names that differ may share a key: the cut, and `unnamed` for a name without letters, see to that.
 */
export function slug(name: string): string {
  return normalised(name).slice(0, LONGEST).replace(HALF_PAIR, '') || 'unnamed';
}

/** The same, whole: what two ways of writing one name share. The name itself where it has neither letters nor digits. */
export function wholeSlug(name: string): string {
  return normalised(name) || name;
}

/** The first half of a surrogate pair, left at the end by a cut. */
const HALF_PAIR = /[\ud800-\udbff]$/;

/** `C` and `C++` are told apart by spelling out the signs that carry meaning. */
const normalised = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/#/g, ' sharp ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
