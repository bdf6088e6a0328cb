import type { KnowledgeGraph } from '../graph.ts';
import { entityAt, idsOf } from './access.ts';
import { nameKey } from './reference.ts';

interface Kind {
  /** What people call it. */
  names: string;
  /** Words by which a name shows that it is one. */
  words: string;
  /** Kinds that are all of this kind too. */
  holds?: readonly string[];
}

/** Classes of machine that people ask for, and how to tell that a device is one. */
const KINDS: { readonly [kind: string]: Kind } = {
  phone: {
    names: 'phone, smartphone, mobile phone, handset',
    words: 'phone, smartphone, iphone, android, pixel, galaxy, xiaomi, oppo, vivo, huawei mate, snapdragon, dimensity, kirin, exynos',
  },
  mobile: {
    names: 'mobile, mobile device, mobile hardware, mobile platform, handheld device',
    words:
      'mobile device, mobile platform, mobile hardware, mobile gpu, mobile cpu, mobile npu, mobile soc, mobile processor, mobile chip, mobile edge, mobile and embedded, tablet, ipad, handheld, on device',
    holds: ['phone'],
  },
  edge: {
    names: 'edge, edge device, edge hardware, edge platform, embedded device, embedded system, resource constrained device, iot device',
    words:
      'edge, embedded, iot, raspberry, jetson, microcontroller, mcu, arduino, wearable, smart watch, smart glass, low power, low end, resource constrained, resource limited',
    holds: ['mobile'],
  },
  gpu: {
    names: 'gpu, graphics processing unit, graphics card',
    words:
      'gpu, nvidia, geforce, rtx, gtx, quadro, tesla, titan, radeon, instinct, cuda, a100, h100, h200, h800, a800, h20, v100, p100, t4, l4, l40, l40s, a10, a40, a6000, a5000, b100, b200, b300, gb200, gb300, mi250, mi300x',
  },
  cpu: { names: 'cpu, central processing unit, processor', words: 'cpu, xeon, epyc, ryzen, x86, intel core, arm cortex, risc v' },
  tpu: { names: 'tpu, tensor processing unit', words: 'tpu, tensor processing unit' },
  npu: { names: 'npu, neural processing unit', words: 'npu, neural processing unit, neural engine, ascend' },
  fpga: { names: 'fpga, field programmable gate array', words: 'fpga, field programmable gate array, alveo, zynq' },
};

const list = (text: string): string[] => text.split(/,\s*/);
const singular = (name: string): string => nameKey(name).replace(/([^s])s\b/g, '$1');

function wordsOf(kind: string): string[] {
  const { words, holds = [] } = KINDS[kind]!;
  return [...list(words), ...holds.flatMap(wordsOf)];
}

function namesOf(kind: string): string[] {
  const { names, holds = [] } = KINDS[kind]!;
  return [...list(names), ...holds.flatMap(namesOf)];
}

/** Whether a device is of the class that a name means ("iPhone 8" is a "mobile device"); undefined where it means no class. */
export function classOf(name: string): ((device: string) => boolean) | undefined {
  const asked = singular(name);
  const kind = Object.keys(KINDS).find((each) => list(KINDS[each]!.names).includes(asked));
  if (kind === undefined) return undefined;
  const [names, words] = [namesOf(kind), wordsOf(kind)];
  return (device) => {
    const said = singular(device);
    return names.includes(said) || words.some((word) => ` ${said} `.includes(` ${word} `));
  };
}

/** The hardware of a class, by label or alias, in code-unit order. */
export const ofClass = (graph: KnowledgeGraph, is: (device: string) => boolean): string[] =>
  idsOf(graph, (kind) => kind === 'hardware').filter((id) => [entityAt(graph, id).label, ...entityAt(graph, id).aliases].some(is));
