/** Building the page: text goes in as text nodes alone, links are `https:` or nothing. */

export type Child = Node | string | null | undefined | false;

type Props<T extends HTMLElement> = { [K in keyof T as T[K] extends string | boolean | number | null ? K : never]?: T[K] } & {
  /** Attributes: `role`, `aria-*`, `data-*`. */
  attr?: { [name: string]: string };
  on?: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
};

/** An element with properties, attributes, listeners and children; strings become text nodes. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props<HTMLElementTagNameMap[K]> | string = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (typeof props === 'string') node.className = props;
  else {
    const { attr, on, ...rest } = props;
    Object.assign(node, rest);
    for (const [name, value] of Object.entries(attr ?? {})) node.setAttribute(name, value);
    for (const [type, listener] of Object.entries(on ?? {})) node.addEventListener(type, listener as EventListener);
  }
  node.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return node;
}

/** The address as a link may follow it, or null: `https:` alone, no name or password inside. */
export function safeUrl(address: string): URL | null {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && !url.username && !url.password ? url : null;
}

/** A link out of the page, or plain text where the address is not one to follow. */
export function outLink(address: string, text: string = address): HTMLElement {
  const url = safeUrl(address);
  return url ? el('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank', className: 'out' }, text) : el('span', {}, text);
}

/** A button of plain text. */
export const button = (className: string, onClick: () => void, ...children: Child[]): HTMLButtonElement =>
  el('button', { type: 'button', className, on: { click: onClick } }, ...children);

/** "3 papers", "1 paper". */
export const count = (n: number, noun: string, plural = `${noun}s`): string => `${n.toLocaleString('en')} ${n === 1 ? noun : plural}`;

export const checkbox = (onChange: () => void): HTMLInputElement => el('input', { type: 'checkbox', on: { change: onChange } });
