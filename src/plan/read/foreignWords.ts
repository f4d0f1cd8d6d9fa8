/** Words that people bring from servers and manifests: how each is written here, with its value. */
import { writeScalar } from '../edit/scalarText';
import { SLOT_WORDS } from '../fields/commonShapes';
import type { Field, Fields } from '../fields/shape';
import { isIssue } from '../quantities/outcome';
import type { YamlEntry } from '../yamlTree';

/** `max-num-seqs`, `max_num_seqs` and `maxNumSeqs` alike. */
export function plainWord(key: string): string {
  return key.toLowerCase().replace(/^-+|[-_]/g, '');
}

/** Writes the entry with the format's key: `gpusPerServer: 4`. Undefined if its value does not fit there. */
export function translate(entry: YamlEntry, key: string, field: Field): string | undefined {
  const { value } = entry;
  const scalar =
    field.shape.kind === 'scalar'
      ? field.shape
      : field.shape.kind === 'either'
        ? field.shape.scalar
        : undefined;
  if (value.kind !== 'scalar' || !scalar) return undefined;
  const text = VALUES[value.text.toLowerCase()] ?? value.text;
  return isIssue(scalar.parse(text, key)) ? undefined : `${key}: ${writeScalar(text, true)}`;
}

/** Values of other words, as the format has them. */
const VALUES: Readonly<Partial<Record<string, string>>> = {
  float16: 'fp16',
  half: 'fp16',
  f16: 'fp16',
  bfloat16: 'bf16',
  fp8_e4m3: 'fp8',
  fp8_e5m2: 'fp8',
};

/** Finds where a word belongs that is of another map: slots are a scenario's. */
export function belongsTo(key: string, fields: Fields): string | undefined {
  return SLOTS.has(plainWord(key)) && !('parallel' in fields) && 'observations' in fields
    ? 'parallel'
    : undefined;
}

const SLOTS: ReadonlySet<string> = new Set(SLOT_WORDS);
