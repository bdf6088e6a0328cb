import type { KnowledgeGraph } from '../../src/graph.ts';
import { built } from './built.ts';
import { written } from './written.ts';

const PAPERS = [
  written({
    id: '2301.00001',
    title: 'AlphaNet: Slim Networks for Phones',
    date: { year: 2023, month: 1, day: 5 },
    sentences: [
      'We propose AlphaNet, which uses channel pruning.',
      'AlphaNet needs 6x fewer FLOPs than ResNet-50 on ImageNet.',
      'It reaches 76.1% accuracy on ImageNet and runs on mobile phones.',
      'AlphaNet outperforms BetaNet.',
    ],
    names: {
      technique: ['proposed: AlphaNet', 'used: channel pruning', 'baseline: ResNet-50', 'baseline: BetaNet'],
      dataset: ['ImageNet'],
      metric: ['FLOPs', 'accuracy'],
      hardware: ['mobile phones'],
    },
    results: [
      {
        value: '6x',
        quantity: { low: 6, high: 6, unit: 'x' },
        metric: 'FLOPs',
        direction: 'decrease',
        baseline: 'ResNet-50',
        dataset: 'ImageNet',
      },
      { value: '76.1%', quantity: { low: 76.1, high: 76.1, unit: '%' }, metric: 'accuracy', dataset: 'ImageNet' },
    ],
    claims: [{ kind: 'outperforms', baseline: 'BetaNet', in: 'AlphaNet outperforms BetaNet.' }],
  }),
  written({
    id: '2302.00002',
    title: 'BetaNet: Searching for Small Networks',
    date: { year: 2023, month: 2 },
    sentences: [
      'We propose BetaNet with neural architecture search.',
      'BetaNet outperforms AlphaNet, and saves 85% of the FLOPs of ResNet-50.',
      'It reaches 77.3% accuracy on ImageNet, 20 ms on an iPhone 8.',
    ],
    names: {
      technique: ['proposed: BetaNet', 'used: neural architecture search', 'baseline: AlphaNet', 'baseline: ResNet-50'],
      dataset: ['ImageNet'],
      metric: ['FLOPs', 'accuracy'],
      hardware: ['iPhone 8'],
    },
    results: [
      {
        value: '85%',
        quantity: { low: 85, high: 85, unit: '%' },
        metric: 'FLOPs',
        direction: 'decrease',
        baseline: 'ResNet-50',
        hardware: 'iPhone 8',
      },
      { value: '77.3%', quantity: { low: 77.3, high: 77.3, unit: '%' }, metric: 'accuracy', dataset: 'ImageNet' },
      { value: '20 ms', quantity: { low: 20, high: 20, unit: 'ms' }, metric: 'latency', hardware: 'iPhone 8' },
    ],
    claims: [{ kind: 'outperforms', baseline: 'AlphaNet', in: 'BetaNet outperforms AlphaNet' }],
  }),
  written({
    id: '2401.00003',
    title: 'AlphaNet Revisited',
    date: { year: 2024, month: 1 },
    sentences: [
      'We revisit AlphaNet and find 74.0% accuracy on ImageNet.',
      'AlphaNet-Large, with knowledge distillation, reaches 78.9% accuracy on CIFAR-10.',
      'AlphaNet and ResNet-50 agree on GLUE, for want of better data.',
    ],
    names: {
      technique: ['proposed: AlphaNet', 'proposed: AlphaNet-Large', 'used: knowledge distillation', 'baseline: ResNet-50'],
      dataset: ['ImageNet', 'CIFAR-10', 'GLUE'],
      metric: ['accuracy'],
    },
    results: [
      { value: '74.0%', quantity: { low: 74, high: 74, unit: '%' }, metric: 'accuracy', dataset: 'ImageNet' },
      { value: '78.9%', quantity: { low: 78.9, high: 78.9, unit: '%' }, metric: 'accuracy', dataset: 'CIFAR-10', hedge: 'up to' },
    ],
  }),
  written({
    id: '2402.00004',
    title: 'Distilling BetaNet',
    date: { year: 2024, month: 2 },
    sentences: [
      'We use BetaNet as the student of knowledge distillation and call it TinyBeta.',
      'TinyBeta cuts FLOPs by 2x on a Raspberry Pi 4.',
      'In all else it matches ResNet-50.',
    ],
    names: {
      technique: ['used: BetaNet', 'used: knowledge distillation', 'proposed: TinyBeta', 'baseline: ResNet-50'],
      metric: ['FLOPs'],
      hardware: ['Raspberry Pi 4'],
    },
    results: [
      { value: '2x', quantity: { low: 2, high: 2, unit: 'x' }, metric: 'FLOPs', direction: 'decrease', hardware: 'Raspberry Pi 4' },
    ],
    claims: [{ kind: 'matches', baseline: 'ResNet-50', in: 'it matches ResNet-50' }],
  }),
  written({
    id: '2403.00005',
    title: 'Knowledge Distillation on GLUE',
    sentences: ['We study knowledge distillation on GLUE and on CIFAR-10.', 'No accuracy is lost on an A100 GPU.'],
    names: { technique: ['used: knowledge distillation'], dataset: ['GLUE', 'CIFAR-10'], metric: ['accuracy'], hardware: ['A100 GPU'] },
  }),
  written({
    id: '2404.00006',
    title: 'How Far Can One Prune?',
    date: { year: 2024, month: 4 },
    sentences: ['Channel pruning of AlphaNet is studied on CIFAR-10 and GLUE.', 'With channel pruning, AlphaNet loses nothing.'],
    names: { technique: ['used: channel pruning = Channel pruning', 'used: AlphaNet'], dataset: ['CIFAR-10', 'GLUE'] },
  }),
];

/** Six papers that claim things against each other, as the pipeline makes a graph of their records. */
export const askedGraph = (): KnowledgeGraph => built(PAPERS).graph;

/** Questions with answers in that graph: at least one for each query. */
export const ASKED: readonly (readonly [query: string, params: Record<string, string>])[] = [
  ['paper', { paper: '2301.00001' }],
  ['path', { from: '2301.00001', to: '2302.00002' }],
  ['path', { from: 'FLOPs', to: 'BetaNet', ways: '1' }],
  ['bridges', {}],
  ['related', { paper: '2301.00001', by: 'technique' }],
  ['related', { paper: '2301.00001', by: 'result', limit: '2' }],
  ['related', { paper: 'paper:2302.00002', limit: '3' }],
  ['results', {}],
  ['results', { metric: 'FLOPs', direction: 'decrease', factor: '5', hardware: 'mobile devices' }],
  ['results', { unit: '%', min: '76', order: 'least', since: '2023-02', limit: '5' }],
  ['neighbours', { node: 'AlphaNet', kind: 'uses,variant_of,proposes' }],
  ['search', { text: 'knowlege distilation', kinds: 'paper,technique' }],
  ['evidence', { from: 'AlphaNet', to: 'BetaNet' }],
  ['leaderboard', { metric: 'accuracy', dataset: 'ImageNet' }],
  ['compare', { a: 'AlphaNet', b: 'BetaNet' }],
  ['compare', { a: '2301.00001', b: '2302.00002' }],
  ['disagreements', {}],
  ['lineage', { technique: 'AlphaNet' }],
  ['timeline', { kinds: 'technique', min: '1', order: 'fading' }],
  ['communities', { papers: '2' }],
  ['gaps', {}],
  ['why', { entity: 'channel pruning' }],
  ['why', { entity: 'AlphaNet', other: 'AlphaNet-Large' }],
];
