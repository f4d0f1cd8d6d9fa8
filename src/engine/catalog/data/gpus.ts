/**
 * GPUs by the name that people write, with the figures of their makers' data sheets. Each source is what was read: the
 * data sheet, or a public copy of its figures.
 *
 * Memory: HBM and GeForce cards report as GiB what the data sheet calls GB. Cards with ECC over GDDR6 lose a sixteenth
 * of that to the codes. That leaves about the data sheet's number in GB of 1e9 bytes.
 */
export interface Gpu {
  readonly name: string;
  readonly memoryBytes: number;
  readonly bandwidthBytesPerSecond: number;
  /** Dense FP16 operations per second on tensor or matrix cores; undefined if the maker's figure is unclear. */
  readonly fp16Flops: number | undefined;
  readonly source: string;
  /** Day on which the figures were read at `source`; undefined if nobody has read them there. */
  readonly checked: string | undefined;
}

type Row = readonly [
  /** Names separated by `|`: the main one first, then spellings and short names. */
  names: string,
  memoryBytes: number,
  gigabytesPerSecond: number,
  fp16Teraflops: number | undefined,
  source: string,
  /** Day of reading, if it differs from `CHECKED`. */
  checked?: string,
];

const CHECKED = '2026-11-24';
const GIB = 2 ** 30;
const GITHUB = 'https://github.com/';

/** NVIDIA's own tables, which name its data sheets. */
const TENSORRT = `${GITHUB}NVIDIA/TensorRT-LLM/blob/16d2467ea8e3b45d7d9555010c2ad018d006d5c1/tensorrt_llm/auto_parallel/cluster_info.py`;
const AICONFIGURATOR = `${GITHUB}ai-dynamo/aiconfigurator/blob/095f58a51c4ca8e61b66ec108d86f223f8d559ce/aic-core/src/aiconfigurator_core/systems`;
/** AMD's figures, with the names of its data sheets. */
const PYTORCH = `${GITHUB}pytorch/pytorch/blob/00604d0f7e9adbfb6a6ef06f375007945118044d/torch/_inductor/analysis/device_info.py`;
const ML_ENGINEERING = `${GITHUB}stas00/ml-engineering/blob/744d01e18b79512572f64a6bbd8b5f4a725203a7/compute/accelerator/README.md`;
const V100_32 = 'https://huggingface.co/RajBhope/gpu-runtime-predictor/blob/main/gpu_catalog.json';
const ADA = 'https://www.grafikkarten.com/de/news/nvidia-rtx-6000-grafikkarte-der-ada-generation';

/** Data of each GPU. A name without its variant means the largest and fastest one: what does not fit that fits none. */
const ROWS: readonly Row[] = [
  ['T4|Tesla T4', 16e9, 320, 65, 'https://sysrqmts.com/en/gpus/nvidia/tesla/t4'],
  // 125 TFLOPS of the SXM2 module: https://developer.nvidia.com/programming-tensor-cores-cuda-9-0
  [
    'V100 16GB|V100-SXM2-16GB',
    16 * GIB,
    900,
    125,
    'https://www.io-tech.fi/uutinen/nvidia-esitteli-tesla-v100-pci-express-kiihdyttimen-tieteelliseen-laskentaan/',
    '2026-11-26',
  ],
  ['V100 32GB|V100|V100-SXM2-32GB', 32 * GIB, 900, 125, V100_32],
  ['A10|A10 24GB', 24e9, 600, 125, TENSORRT],
  // Others say between 62.5 and 125 TFLOPS; this is NVIDIA's table.
  ['A10G|A10G 24GB', 24e9, 600, 70, TENSORRT, '2026-11-26'],
  ['A30|A30 24GB', 24 * GIB, 933, 165, `${AICONFIGURATOR}/a30.yaml`],
  ['A40|A40 48GB', 48e9, 696, 149.7, TENSORRT],
  ['A100 40GB|A100-40|A100-SXM4-40GB|A100-PCIE-40GB', 40 * GIB, 1555, 312, TENSORRT],
  ['A100 80GB PCIe|A100-PCIE-80GB', 80 * GIB, 1935, 312, `${AICONFIGURATOR}/a100_pcie.yaml`],
  [
    'A100 80GB SXM|A100|A100 80GB|A100-80|A100 SXM',
    80 * GIB,
    2039,
    312,
    `${AICONFIGURATOR}/a100_sxm.yaml`,
  ],
  ['L4|L4 24GB', 24e9, 300, 121, `${AICONFIGURATOR}/l4.yaml`],
  ['L40|L40 48GB', 48e9, 864, 181, TENSORRT],
  ['L40S|L40S 48GB', 48e9, 864, 362, `${AICONFIGURATOR}/l40s.yaml`],
  ['H100 PCIe|H100 80GB PCIe', 80 * GIB, 2000, 756, `${AICONFIGURATOR}/h100_pcie.yaml`],
  // 835 or 990 TFLOPS: NVIDIA's own figures differ between its announcement and later sheets.
  [
    'H100 NVL|H100 94GB',
    94 * GIB,
    3900,
    undefined,
    'https://www.aiminingco.com/gpu/h100-nvl/specs',
  ],
  [
    'H100 SXM|H100|H100 80GB|H100 SXM5|H100 80GB HBM3',
    80 * GIB,
    3350,
    989,
    `${AICONFIGURATOR}/h100_sxm.yaml`,
  ],
  ['H200 SXM|H200|H200 141GB', 141 * GIB, 4800, 989, `${AICONFIGURATOR}/h200_sxm.yaml`],
  // NVIDIA states 8 TB/s for DGX and 7.7 for HGX. The larger one keeps the floor a floor for both.
  ['B200|B200 SXM|B200 180GB', 180 * GIB, 8000, 2250, ML_ENGINEERING],
  [
    'RTX 3090|3090',
    24 * GIB,
    936,
    undefined,
    'https://gist.github.com/FabricatiDiem/fe0667aff7dc529a9b439112194f34b6',
  ],
  ['RTX 4080|4080', 16 * GIB, 717, undefined, 'https://db.thegpu.guru/card/RTX%204080'],
  ['RTX 4090|4090', 24 * GIB, 1008, undefined, ADA],
  [
    'RTX 5090|5090',
    32 * GIB,
    1792,
    undefined,
    'https://pocketmags.com/linux-format-magazine/may-2025/articles/nvidia-geforce-rtx-5090',
  ],
  [
    'RTX A6000|A6000',
    48 * GIB,
    768,
    undefined,
    'https://servethehome.com/nvidia-rtx-a6000-48gb-gpu-drops-quadro-designation',
  ],
  ['RTX 6000 Ada|6000 Ada|RTX 6000 Ada Generation', 48 * GIB, 960, undefined, ADA],
  ['MI210', 64 * GIB, 1600, 181, PYTORCH],
  ['MI300X', 192 * GIB, 5300, 1307, PYTORCH],
];

/** Each GPU with all of its names. */
export const GPUS: readonly { readonly names: readonly string[]; readonly gpu: Gpu }[] = ROWS.map(
  ([names, memoryBytes, gigabytesPerSecond, teraflops, source, checked]) => {
    const all = names.split('|');
    const gpu: Gpu = {
      name: all[0] ?? '',
      memoryBytes,
      bandwidthBytesPerSecond: gigabytesPerSecond * 1e9,
      fp16Flops: teraflops === undefined ? undefined : teraflops * 1e12,
      source,
      checked: checked ?? CHECKED,
    };
    return { names: all, gpu };
  },
);
