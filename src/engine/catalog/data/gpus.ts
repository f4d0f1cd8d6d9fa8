/**
 * GPUs and accelerators by their makers' data sheets. The data are in `gpus.json`; `npm run new:gpu` adds an entry. A
 * name without its variant means the largest and fastest one: what does not fit that fits none.
 */
import rows from './gpus.json';

export type Vendor = 'nvidia' | 'amd' | 'intel' | 'habana' | 'google' | 'other';

export interface Gpu {
  readonly name: string;
  readonly vendor: Vendor;
  /** Architecture of the chip, such as `hopper`. */
  readonly generation: string;
  /** Memory that is sold, in GB of its data sheet. */
  readonly soldGB: number;
  /** Memory that its driver lets programs have. */
  readonly memoryBytes: number;
  readonly bandwidthBytesPerSecond: number;
  /** Dense operations per second with 16-bit operands. */
  readonly flops16: number;
  /** Operations with 8-bit operands for each with 16 bits; 1 if the chip has none. */
  readonly speedup8: number;
  /** Operations with 4-bit operands for each with 16 bits; 1 if the chip has none. */
  readonly speedup4: number;
  readonly source: string;
  /** Day on which the figures were read at `source`; undefined if nobody has read them there. */
  readonly checked: string | undefined;
}

/** An entry of `gpus.json`. */
export interface GpuRow {
  /** The main name first, then others that `gpuParts` does not bring down to it. */
  readonly names: readonly string[];
  readonly vendor: string;
  readonly generation: string;
  readonly memoryGB: number;
  readonly reportedGiB: number;
  readonly gigabytesPerSecond: number;
  readonly teraflops16: number;
  readonly speedup8: number;
  readonly speedup4: number;
  readonly source: string;
  readonly checked: string | null;
}

/** Each GPU with all of its names. */
export const GPUS: readonly { readonly names: readonly string[]; readonly gpu: Gpu }[] = (
  rows as readonly GpuRow[]
).map((row) => ({
  names: row.names,
  gpu: {
    name: row.names[0] ?? '',
    vendor: row.vendor as Vendor,
    generation: row.generation,
    soldGB: row.memoryGB,
    memoryBytes: row.reportedGiB * 2 ** 30,
    bandwidthBytesPerSecond: row.gigabytesPerSecond * 1e9,
    flops16: row.teraflops16 * 1e12,
    speedup8: row.speedup8,
    speedup4: row.speedup4,
    source: row.source,
    checked: row.checked ?? undefined,
  },
}));
