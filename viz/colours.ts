/** Colours as triples, mixed towards paper or ink so that one palette serves both themes. Pure. */

export type Rgb = readonly [number, number, number];

/** `#rrggbb` or `#rgb`; a middle grey for anything else. */
export function parseColour(hex: string): Rgb {
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i, '#$1$1$2$2$3$3'));
  return long ? [parseInt(long[1]!, 16), parseInt(long[2]!, 16), parseInt(long[3]!, 16)] : [136, 136, 136];
}

export const toHex = (rgb: Rgb): string =>
  `#${rgb
    .map((v) =>
      Math.round(Math.min(255, Math.max(0, v)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** `t` of the way from `a` to `b`. */
export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How far two colours are apart, 1 to 21 (WCAG 2.2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The colour, moved towards the ink as far as text of it needs to be read on the ground. */
export function legible(colour: Rgb, { ink, ground }: Theme, least = 4.5): Rgb {
  for (let t = 0; t < 1; t += 0.1) {
    const mixed = mix(colour, ink, t);
    if (contrast(mixed, ground) >= least) return mixed;
  }
  return ink;
}

export interface Theme {
  dark: boolean;
  ground: Rgb;
  ink: Rgb;
  faint: Rgb;
  line: Rgb;
  /** The chosen node's ring. */
  accent: Rgb;
  /** Lines that bear a claimed figure. */
  claim: Rgb;
}

export const LIGHT: Theme = {
  dark: false,
  ground: [250, 248, 244],
  ink: [33, 31, 28],
  faint: [110, 104, 96],
  line: [206, 200, 190],
  accent: [47, 93, 140],
  claim: [138, 106, 0],
};
export const DARK: Theme = {
  dark: true,
  ground: [20, 22, 27],
  ink: [236, 233, 226],
  faint: [152, 151, 148],
  line: [66, 70, 80],
  accent: [143, 184, 230],
  claim: [223, 192, 99],
};

/** A community's colour as the theme shows it: deeper on paper, lighter on ink. */
export const tone = (hex: string, theme: Theme): Rgb =>
  mix(parseColour(hex), theme.dark ? [255, 255, 255] : [20, 18, 30], theme.dark ? 0.16 : 0.08);
