/**
 * A readable key made of a name: lower case, letters and digits, runs of anything else as one hyphen.
 * Letters of all scripts stay. `C` and `C++` are told apart by spelling out the signs that carry meaning.
 */
export function slug(name: string): string {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/\+/g, ' plus ')
      .replace(/#/g, ' sharp ')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 120) || 'unnamed'
  );
}
