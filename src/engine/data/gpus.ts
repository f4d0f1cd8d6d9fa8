/**
 * GPUs by the name that people write, from their makers' data sheets.
 *
 * Memory: HBM and GeForce cards report what the data sheet calls GB as GiB; on cards with ECC over GDDR6 a
 * sixteenth of that is taken by the codes, which leaves about the data sheet's number in GB of 1e9 bytes.
 */
export interface Gpu {
  readonly name: string;
  readonly memoryBytes: number;
  readonly bandwidthBytesPerSecond: number;
  /** Dense FP16 operations per second on tensor or matrix cores; undefined where the maker's figure is unclear. */
  readonly fp16Flops: number | undefined;
  /** The maker's page. */
  readonly source: string;
  /** When the entry was written. */
  readonly date: string;
}

type Row = readonly [
  /** The first is its name, the others are spellings and short names. */
  names: string,
  memoryBytes: number,
  gigabytesPerSecond: number,
  fp16Teraflops: number | undefined,
  source: string,
];

const DATE = '2026-11-23';
const GIB = 2 ** 30;
const NVIDIA = 'https://www.nvidia.com/en-us/';
const CENTER = `${NVIDIA}data-center/`;
const GEFORCE = `${NVIDIA}geforce/graphics-cards/`;
const AMD = 'https://www.amd.com/en/products/accelerators/instinct/';

/** A name without its variant means the largest and fastest one: what does not fit that fits none. */
const ROWS: readonly Row[] = [
  ['T4|Tesla T4', 16e9, 320, 65, `${CENTER}tesla-t4/`],
  ['V100 16GB|V100-SXM2-16GB', 16 * GIB, 900, 125, `${CENTER}v100/`],
  ['V100 32GB|V100|V100-SXM2-32GB', 32 * GIB, 900, 125, `${CENTER}v100/`],
  ['A10|A10 24GB', 24e9, 600, 125, `${CENTER}products/a10-gpu/`],
  ['A10G|A10G 24GB', 24e9, 600, undefined, 'https://aws.amazon.com/ec2/instance-types/g5/'],
  ['A30|A30 24GB', 24 * GIB, 933, 165, `${CENTER}products/a30-gpu/`],
  ['A40|A40 48GB', 48e9, 696, 149.7, `${CENTER}a40/`],
  ['A100 40GB|A100-40|A100-SXM4-40GB|A100-PCIE-40GB', 40 * GIB, 1555, 312, `${CENTER}a100/`],
  ['A100 80GB PCIe|A100-PCIE-80GB', 80 * GIB, 1935, 312, `${CENTER}a100/`],
  ['A100 80GB SXM|A100|A100 80GB|A100-80|A100 SXM', 80 * GIB, 2039, 312, `${CENTER}a100/`],
  ['L4|L4 24GB', 24e9, 300, 121, `${CENTER}l4/`],
  ['L40|L40 48GB', 48e9, 864, 181, `${CENTER}l40/`],
  ['L40S|L40S 48GB', 48e9, 864, 362, `${CENTER}l40s/`],
  ['H100 PCIe|H100 80GB PCIe', 80 * GIB, 2000, 756, `${CENTER}h100/`],
  ['H100 NVL|H100 94GB', 94 * GIB, 3900, 835, `${CENTER}h100/`],
  ['H100 SXM|H100|H100 80GB|H100 SXM5|H100 80GB HBM3', 80 * GIB, 3350, 989, `${CENTER}h100/`],
  ['H200 SXM|H200|H200 141GB', 141 * GIB, 4800, 989, `${CENTER}h200/`],
  ['B200|B200 SXM|B200 180GB', 180 * GIB, 8000, 2250, `${CENTER}dgx-b200/`],
  ['RTX 3090|3090', 24 * GIB, 936, undefined, `${GEFORCE}30-series/rtx-3090-3090ti/`],
  ['RTX 4080|4080', 16 * GIB, 717, undefined, `${GEFORCE}40-series/rtx-4080-family/`],
  ['RTX 4090|4090', 24 * GIB, 1008, undefined, `${GEFORCE}40-series/rtx-4090/`],
  ['RTX 5090|5090', 32 * GIB, 1792, undefined, `${GEFORCE}50-series/rtx-5090/`],
  ['RTX A6000|A6000', 48 * GIB, 768, undefined, `${NVIDIA}products/workstations/rtx-a6000/`],
  [
    'RTX 6000 Ada|6000 Ada|RTX 6000 Ada Generation',
    48 * GIB,
    960,
    undefined,
    `${NVIDIA}products/workstations/rtx-6000/`,
  ],
  ['MI210', 64 * GIB, 1600, 181, `${AMD}mi200/mi210.html`],
  ['MI300X', 192 * GIB, 5300, 1307, `${AMD}mi300/mi300x.html`],
];

/** Each with all of its names. */
export const GPUS: readonly { readonly names: readonly string[]; readonly gpu: Gpu }[] = ROWS.map(
  ([names, memoryBytes, gigabytesPerSecond, teraflops, source]) => {
    const all = names.split('|');
    const gpu: Gpu = {
      name: all[0] ?? '',
      memoryBytes,
      bandwidthBytesPerSecond: gigabytesPerSecond * 1e9,
      fp16Flops: teraflops === undefined ? undefined : teraflops * 1e12,
      source,
      date: DATE,
    };
    return { names: all, gpu };
  },
);
