/** The map as a picture of its own: SVG with its legend, at print quality at any size. Pure. */
import { mix, toHex, type Rgb, type Theme } from './colours.ts';
import { KIND_NAMES } from './kinds.ts';
import { NODE_KINDS } from '../src/graph.ts';
import { escapeXml } from '../src/export/xml/text.ts';
import { PATHS } from './shapes.ts';

export interface Picture {
  width: number;
  height: number;
  theme: Theme;
  /** The regions as a picture, as an address. */
  regions: { href: string; x: number; y: number; width: number; height: number } | null;
  lines: { x1: number; y1: number; x2: number; y2: number; colour: Rgb; width: number; faint: boolean }[];
  /** Kind as an index into NODE_KINDS. */
  nodes: { x: number; y: number; radius: number; kind: number; colour: Rgb; faint: boolean }[];
  /** Lines of text one above the other about a middle. */
  labels: { x: number; y: number; lines: string[]; size: number; height: number; serif: boolean; centred: boolean; colour: Rgb }[];
  legend: { title: string; kinds: { kind: number; count: number }[]; communities: { label: string; colour: Rgb; count: number }[] };
}

const ROW = 18;
const n = (value: number): string => String(Math.round(value * 10) / 10);

/** The picture as the text of an SVG document. */
export function svgOf({ width, height, theme, regions, lines, nodes, labels, legend }: Picture): string {
  const ink = toHex(theme.ink);
  const ground = toHex(theme.ground);
  const side = 230;
  const tall = Math.max(height, 70 + (legend.kinds.length + legend.communities.length + 1) * ROW);
  const out: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width + side)}" height="${n(tall)}" viewBox="${n(-side)} 0 ${n(width + side)} ${n(tall)}">`,
    `<title>${escapeXml(legend.title)}</title>`,
    `<rect x="${n(-side)}" width="100%" height="100%" fill="${ground}"/>`,
    `<defs>${NODE_KINDS.map((kind, i) => `<path id="k${i}" d="${PATHS[kind]}" fill-rule="evenodd"/>`).join('')}<clipPath id="map"><rect width="${n(width)}" height="${n(tall)}"/></clipPath></defs>`,
    '<g clip-path="url(#map)">',
  ];
  if (regions)
    out.push(
      `<image href="${escapeXml(regions.href)}" x="${n(regions.x)}" y="${n(regions.y)}" width="${n(regions.width)}" height="${n(regions.height)}" preserveAspectRatio="none"/>`,
    );
  const shade = (colour: Rgb, faint: boolean) => toHex(faint ? mix(colour, theme.ground, 0.72) : colour);
  for (const line of lines)
    out.push(
      `<path d="M${n(line.x1)} ${n(line.y1)}L${n(line.x2)} ${n(line.y2)}" stroke="${shade(line.colour, line.faint)}" stroke-width="${n(line.width)}"/>`,
    );
  for (const { x, y, radius, kind, colour, faint } of nodes)
    out.push(
      `<use href="#k${kind}" transform="translate(${n(x)} ${n(y)}) scale(${n(Math.max(0.6, radius))})" fill="${shade(colour, faint)}"/>`,
    );
  for (const { x, y, lines: text, size, height: tall, serif, centred, colour } of labels) {
    const font = serif ? `font-family="'Source Serif 4',Georgia,serif" font-style="italic" font-weight="600"` : `font-family="Inter,system-ui,sans-serif"`; // prettier-ignore
    for (const [i, line] of text.entries())
      out.push(
        `<text x="${n(x)}" y="${n(y + (i - (text.length - 1) / 2) * tall)}" ${font} font-size="${n(size)}" fill="${toHex(colour)}" stroke="${ground}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" dominant-baseline="central" text-anchor="${centred ? 'middle' : 'start'}">${escapeXml(line)}</text>`,
      );
  }
  out.push(
    '</g>',
    `<g font-family="Inter,system-ui,sans-serif" font-size="11.5" fill="${ink}" transform="translate(${n(-side + 22)} 34)">`,
  );
  out.push(`<text font-family="'Source Serif 4',Georgia,serif" font-size="17" font-weight="600">${escapeXml(legend.title)}</text>`);
  let y = ROW + 8;
  const entry = (sign: string, text: string, count: number) => {
    out.push(`<g transform="translate(6 ${y})">${sign}<text x="14" y="4">${escapeXml(text)}</text><text x="${side - 50}" y="4" text-anchor="end" opacity=".65">${count.toLocaleString('en')}</text></g>`); // prettier-ignore
    y += ROW;
  };
  for (const { kind, count } of legend.kinds)
    entry(`<use href="#k${kind}" transform="scale(5)" fill="${ink}"/>`, KIND_NAMES[NODE_KINDS[kind]!][1], count);
  y += ROW / 2;
  for (const { label, colour, count } of legend.communities)
    entry(`<circle r="5" fill="${toHex(colour)}"/>`, label.length > 26 ? `${label.slice(0, 25)}…` : label, count);
  out.push('</g></svg>');
  return out.join('\n');
}

/** The same as pixels, `scale` of them a unit. */
export async function pngOf(svg: string, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
