/** An element with what is in it, by local names. */
export class XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[] = [];

  constructor(name: string, attributes: ReadonlyMap<string, string>) {
    this.name = name;
    this.attributes = attributes;
  }

  /** The elements at a path of names. */
  all(...path: readonly string[]): XmlElement[] {
    let found: XmlElement[] = [this];
    for (const name of path)
      found = found.flatMap(({ children }) =>
        children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name),
      );
    return found;
  }

  /** The text of the first element at a path, '' for none. */
  text(...path: readonly string[]): string {
    return (
      this.all(...path)[0]
        ?.plain()
        .trim() ?? ''
    );
  }

  plain(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.plain())).join('');
  }

  /** What is in it, with tags but without attributes. */
  marked(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : `<${child.name}>${child.marked()}</${child.name}>`)).join('');
  }
}
