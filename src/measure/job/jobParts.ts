/** Types what a tool adds to a job of Kubernetes. */
import type { YamlValue } from './yamlLines';

/** What a tool adds to the job. */
export interface JobParts {
  readonly image: string;
  /** Numeric user of the image, as Kubernetes must know it. */
  readonly user: number;
  /** Containers that measure, in turn. */
  readonly measure: readonly Readonly<Record<string, YamlValue>>[];
  /** Files that the containers read. */
  readonly files: Readonly<Record<string, string>>;
  /** Pattern of the result files, for the shell. */
  readonly results: string;
  readonly notes: readonly string[];
}

/** Secret with the key, and where the containers have it. */
export const KEY_SECRET = 'capacity-plan-key';
export const KEY_VARIABLE = 'OPENAI_API_KEY';
