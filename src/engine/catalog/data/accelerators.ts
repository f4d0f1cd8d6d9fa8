/**
 * Lists accelerators by their makers' data sheets: memory in 1e9 bytes, bandwidth in GB/s, dense TFLOPS with 16 bits, and
 * the factors of operations with 8 and with 4 bits.
 */
export type Vendor = 'nvidia' | 'amd' | 'intel' | 'habana' | 'google' | 'other';

export interface AcceleratorFacts {
  readonly vendor: Vendor;
  readonly memoryBytes: number;
  readonly bandwidthBytesPerSecond: number;
  /** Dense operations per second with 16-bit operands. */
  readonly flops16: number;
  /** Operations with 8-bit operands for each with 16 bits; 1 if the chip has none. */
  readonly speedup8: number;
  /** Operations with 4-bit operands for each with 16 bits; 1 if the chip has none. */
  readonly speedup4: number;
}

type Row = readonly [
  /** Matches the name in lower case, without maker and punctuation. */
  name: RegExp,
  vendor: Vendor,
  memory: number,
  bandwidth: number,
  teraflops: number,
  speedup8: number,
  speedup4: number,
];

/** The first match counts. A name without its variant means the largest and fastest one. */
const ROWS: readonly Row[] = [
  [/^gb300|^b300/, 'nvidia', 288, 8000, 2250, 2, 6],
  [/^gb200/, 'nvidia', 186, 8000, 2500, 2, 4],
  [/^b200/, 'nvidia', 180, 8000, 2250, 2, 4],
  [/^gh200.*144/, 'nvidia', 144, 4900, 989, 2, 2],
  [/^gh200/, 'nvidia', 96, 4000, 989, 2, 2],
  [/^h200/, 'nvidia', 141, 4800, 989, 2, 2],
  [/^h100nvl|^h10094/, 'nvidia', 94, 3900, 835, 2, 2],
  [/^h100.*pcie/, 'nvidia', 80, 2000, 756, 2, 2],
  [/^h100/, 'nvidia', 80, 3350, 989, 2, 2],
  [/^h20$|^h2096/, 'nvidia', 96, 4000, 148, 2, 2],
  [/^h800/, 'nvidia', 80, 3350, 989, 2, 2],
  [/^a100.*40/, 'nvidia', 40, 1555, 312, 1, 1],
  [/^a100.*pcie/, 'nvidia', 80, 1935, 312, 1, 1],
  [/^a100|^a800/, 'nvidia', 80, 2039, 312, 1, 1],
  [/^l40s/, 'nvidia', 48, 864, 362, 2, 2],
  [/^l40/, 'nvidia', 48, 864, 181, 2, 2],
  [/^l4/, 'nvidia', 24, 300, 121, 2, 2],
  [/^a10g/, 'nvidia', 24, 600, 70, 1, 1],
  [/^a10/, 'nvidia', 24, 600, 125, 1, 1],
  [/^a30/, 'nvidia', 24, 933, 165, 1, 1],
  [/^a40/, 'nvidia', 48, 696, 149.7, 1, 1],
  [/^v100/, 'nvidia', 32, 900, 125, 1, 1],
  [/^t4|^teslat4/, 'nvidia', 16, 320, 65, 1, 1],
  [/^(geforce)?(rtx)?5090/, 'nvidia', 32, 1792, 210, 2, 4],
  [/^(geforce)?(rtx)?4090/, 'nvidia', 24, 1008, 165, 2, 2],
  [/^(geforce)?(rtx)?4080/, 'nvidia', 16, 717, 98, 2, 2],
  [/^(geforce)?(rtx)?3090/, 'nvidia', 24, 936, 71, 1, 1],
  [/^rtxpro6000/, 'nvidia', 96, 1792, 503, 2, 4],
  [/^(rtx)?6000ada/, 'nvidia', 48, 960, 364, 2, 2],
  [/^(rtx)?a6000/, 'nvidia', 48, 768, 155, 1, 1],
  [/^(dgxspark|gb10)/, 'nvidia', 128, 273, 125, 2, 4],
  [/^mi355x/, 'amd', 288, 8000, 2516, 2, 4],
  [/^mi350x/, 'amd', 288, 8000, 2307, 2, 4],
  [/^mi325x/, 'amd', 256, 6000, 1307, 2, 2],
  [/^mi300x/, 'amd', 192, 5300, 1307, 2, 2],
  [/^mi300a/, 'amd', 128, 5300, 981, 2, 2],
  // A die of its two: what ROCm and vLLM count as one GPU.
  [/^mi250/, 'amd', 64, 1638, 181, 1, 1],
  [/^mi210/, 'amd', 64, 1638, 181, 1, 1],
  [/^tpuv7|^ironwood/, 'google', 192, 7370, 2307, 2, 2],
  [/^tpuv6e|^trillium/, 'google', 32, 1640, 918, 1, 1],
  [/^tpuv5p/, 'google', 95, 2765, 459, 1, 1],
  [/^tpuv5e/, 'google', 16, 819, 197, 1, 1],
  [/^tpuv4/, 'google', 32, 1228, 275, 1, 1],
  [/^gaudi3/, 'habana', 128, 3700, 1835, 1, 1],
  [/^gaudi2/, 'habana', 96, 2450, 432, 2, 2],
  // A stack of its two, as oneAPI counts.
  [/^(datacentergpu)?(max)?1550|^pvc/, 'intel', 64, 1638, 419, 1, 1],
];

export function findAccelerator(name: string): AcceleratorFacts | undefined {
  const key = name
    .toLowerCase()
    .replace(/^\d+\s*x\s*/, '')
    .replaceAll(/nvidia|amd|intel|habana|google|instinct|tesla|\bgpu\b|[^a-z0-9]/g, '');
  const row = ROWS.find(([pattern]) => pattern.test(key));
  if (!row) return undefined;
  const [, vendor, memory, bandwidth, teraflops, speedup8, speedup4] = row;
  return {
    vendor,
    memoryBytes: memory * 1e9,
    bandwidthBytesPerSecond: bandwidth * 1e9,
    flops16: teraflops * 1e12,
    speedup8,
    speedup4,
  };
}
