import { expect, test } from 'vitest';
import { classOf } from '../../../src/query/hardware.ts';

test.each([
  [
    'mobile devices',
    ['iPhone 8', 'smartphones', 'Pixel 6 Pro', 'mobile device', 'mobile', 'mobile GPU', 'Samsung Galaxy', 'Snapdragon 8 Gen 2', 'iPad Pro'],
    ['A100', 'Raspberry Pi 4', 'automobile', 'mobile robot', 'mobile LiDAR', 'CPU'],
  ],
  ['smartphone', ['iPhone 8', 'Android phone', 'mobile phones'], ['mobile device', 'tablet']],
  ['edge devices', ['Jetson Nano', 'Raspberry Pi 4', 'iPhone 8', 'edge TPU', 'resource-constrained devices'], ['A100 GPU', 'knowledge']],
  ['GPU', ['NVIDIA A100', 'RTX 4090', 'consumer GPU', 'H100s', 'GPUs'], ['CPU', 'TPU', 'iPhone 8']],
  ['CPUs', ['x86 CPU', 'Intel Xeon', 'RISC-V'], ['GPU', 'iPhone 8']],
])('%s are %j, and not %j', (name, are, others) => {
  const is = classOf(name)!;
  expect(are.filter((device) => !is(device))).toEqual([]);
  expect(others.filter(is)).toEqual([]);
});

test.each(['iPhone 8', 'A100', 'ImageNet', ''])('"%s" is no class', (name) => expect(classOf(name)).toBeUndefined());
