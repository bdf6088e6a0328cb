/** Papers by month as a histogram with two handles; a button lets time pass. */
import { button, el } from '../dom.ts';
import { histogram, type Filter } from '../filter.ts';
import type { Model } from '../model.ts';
import { monthText } from '../words.ts';

/** How long each month is shown while time passes, in ms. */
const BEAT = 500;
const NS = 'http://www.w3.org/2000/svg';

export class Dates {
  /** Empty where papers have no dates, or all the same month. */
  readonly node: HTMLElement = el('div', { className: 'dates', hidden: true });
  readonly #first: number = 0;
  readonly #last: number = 0;
  readonly #from!: HTMLInputElement;
  readonly #to!: HTMLInputElement;
  readonly #text = el('output', 'count');
  readonly #play!: HTMLButtonElement;
  readonly #bars: SVGRectElement[] = [];
  readonly #onChange: (from: number | null, to: number | null) => void;
  #beat: ReturnType<typeof setInterval> | undefined;

  constructor(model: Model, onChange: (from: number | null, to: number | null) => void) {
    this.#onChange = onChange;
    const { first, counts } = histogram(model);
    if (counts.length < 2) return;
    this.#first = first;
    this.#last = first + counts.length - 1;
    const svg = document.createElementNS(NS, 'svg');
    svg.setAttribute('viewBox', `0 0 ${counts.length} 1`);
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    const most = Math.max(...counts);
    for (const [i, value] of counts.entries()) {
      const bar = document.createElementNS(NS, 'rect');
      const height = value / most;
      for (const [name, at] of [['x', i + 0.08], ['y', 1 - height], ['width', 0.84], ['height', height]] as const) bar.setAttribute(name, String(at)); // prettier-ignore
      this.#bars.push(bar);
      svg.append(bar);
    }
    this.#from = this.#handle('from', 'First month');
    this.#to = this.#handle('to', 'Last month');
    this.#play = button('play', () => this.#toggle(), '▶');
    this.#play.setAttribute('aria-label', 'Let time pass');
    this.node.append(el('div', 'dates-head', el('span', 'name', 'published'), this.#text, this.#play));
    const track = el('div', 'track');
    track.append(svg, this.#from, this.#to);
    this.node.append(track);
    this.node.hidden = false;
  }

  update({ from, to }: Filter): void {
    if (this.node.hidden) return;
    const [a, b] = [from ?? this.#first, to ?? this.#last];
    this.#from.value = String(a);
    this.#to.value = String(b);
    for (const input of [this.#from, this.#to]) input.setAttribute('aria-valuetext', monthText(Number(input.value)));
    this.#text.textContent = from === null && to === null ? 'any time' : a === b ? monthText(a) : `${monthText(a)} – ${monthText(b)}`;
    for (const [i, bar] of this.#bars.entries()) bar.classList.toggle('out', this.#first + i < a || this.#first + i > b);
  }

  #handle(id: string, label: string): HTMLInputElement {
    const input = el('input', {
      id: `date-${id}`,
      type: 'range',
      attr: { 'aria-label': label },
      on: { input: () => this.#changed(input) },
    });
    Object.assign(input, { min: String(this.#first), max: String(this.#last), step: '1' });
    return input;
  }

  #changed(moved: HTMLInputElement): void {
    this.#stop();
    let [a, b] = [Number(this.#from.value), Number(this.#to.value)];
    if (a > b) [a, b] = moved === this.#from ? [a, a] : [b, b];
    this.#set(a, b);
  }

  #set(a: number, b: number): void {
    this.#onChange(a <= this.#first ? null : a, b >= this.#last ? null : b);
  }

  /** From the first month on, the window grows by a month a beat. */
  #toggle(): void {
    if (this.#beat !== undefined) return this.#stop();
    let to = this.#first;
    this.#play.textContent = '❚❚';
    this.#play.setAttribute('aria-label', 'Stop time');
    const from = Number(this.#from.value);
    to = Math.max(from, Number(this.#to.value) >= this.#last ? this.#first : Number(this.#to.value));
    this.#beat = setInterval(() => {
      this.#set(from, to);
      if (to++ >= this.#last) this.#stop();
    }, BEAT);
  }

  #stop(): void {
    if (this.#beat === undefined) return;
    clearInterval(this.#beat);
    this.#beat = undefined;
    this.#play.textContent = '▶';
    this.#play.setAttribute('aria-label', 'Let time pass');
  }
}
