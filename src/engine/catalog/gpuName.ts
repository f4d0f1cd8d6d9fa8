/**
 * Takes the name of a GPU apart, as nvidia-smi, clouds and Kubernetes write it: `NVIDIA-A100-SXM4-80GB-SHARED` is an
 * `a100` of the form `sxm` with 80 GB.
 */
interface GpuParts {
  /** Letters and digits of the product. */
  readonly product: string;
  readonly form: string | undefined;
  readonly gigabytes: number | undefined;
}

/** Words that tell no product from another. */
const FILLERS: ReadonlySet<string> = new Set([
  ...[
    'nvidia',
    'amd',
    'intel',
    'habana',
    'google',
    'geforce',
    'instinct',
    'tesla',
    'quadro',
    'cloud',
  ],
  ...['gpu', 'tensor', 'core', 'graphics', 'accelerator', 'oam', 'generation', 'edition', 'shared'],
  ...[
    'blackwell',
    'server',
    'workstation',
    'hopper',
    'hbm2',
    'hbm2e',
    'hbm3',
    'hbm3e',
    'gddr6',
    'mega',
  ],
]);
const FORMS: Readonly<Record<string, string>> = {
  sxm: 'sxm',
  sxm2: 'sxm',
  sxm3: 'sxm',
  sxm4: 'sxm',
  sxm5: 'sxm',
  pcie: 'pcie',
  pci: 'pcie',
  nvl: 'nvl',
};

export function gpuParts(name: string): GpuParts {
  const words = name
    .toLowerCase()
    .replace(/^\d+\s*x\s+/, '')
    // `A100-80GB` and `80 GB` alike
    .replace(/(\d)\s+(gi?b)\b/g, '$1$2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !FILLERS.has(word));
  let form: string | undefined;
  let gigabytes: number | undefined;
  const product = words.filter((word, index) => {
    const size = /^(\d{1,3})(gi?b?)?$/.exec(word);
    // a bare number is a size only after the product: `A100 40`, not `RTX 4090` or `Gaudi 3`
    if (size && (size[2] !== undefined || (index > 0 && Number(size[1]) >= 10))) {
      gigabytes = Number(size[1]);
      return false;
    }
    if (index > 0 && Object.hasOwn(FORMS, word)) {
      form = FORMS[word];
      return false;
    }
    return true;
  });
  return { product: product.join(''), form, gigabytes };
}
