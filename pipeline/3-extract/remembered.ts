/** A function of texts that remembers what it gave; of so many texts, and then it forgets them all, so that memory stays bounded. */
export function remembered<T>(most: number, make: (text: string) => T): (text: string) => T {
  let known = new Map<string, T>();
  return (text) => {
    let made = known.get(text);
    if (made !== undefined) return made;
    if (known.size >= most) known = new Map();
    made = make(text);
    known.set(text, made);
    return made;
  };
}
