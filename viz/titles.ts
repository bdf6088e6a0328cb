/** Names as a map can show them. Pure. */

/** A title short enough for a map: its name before the colon where there is one, else its first words. */
export function shortTitle(title: string, limit = 34): string {
  const clean = title.replace(/\s+/g, ' ').trim();
  const name = clean.slice(0, clean.search(/[:?]\s/) + 1 || 0).replace(/:$/, '');
  if (name.length > 1 && name.length <= limit) return name;
  if (clean.length <= limit) return clean;
  const cut = clean.slice(0, limit + 1).lastIndexOf(' ');
  return `${clean.slice(0, cut > limit / 2 ? cut : limit).replace(/[\s,;:–-]{1,8}$/, '')}…`;
}
