/** Questions with answers in the small graph: at least one for each query. */
export const ASKED: readonly (readonly [query: string, params: Record<string, string>])[] = [
  ['paper', { paper: '2401.10000' }],
  ['related', { paper: 'paper:2401.10001', limit: '3' }],
  ['results', {}],
  ['results', { unit: 'x', min: '3.6', order: 'least', limit: '5' }],
  ['neighbours', { node: 'KD', kind: 'uses' }],
  ['why', { entity: 'KD', other: 'knowledge distillation' }],
  ['why', { entity: 'SAD' }],
  ['search', { text: 'knowlege distilation', kinds: 'paper,technique' }],
];
