/** From files to one edit of a plan: reads each file, drops runs that the plan has already, and adds the others. */
import { t } from '@vscode/l10n';
import { findModel } from '../engine/catalog/catalog';
import type { PlanDocument } from '../plan/document';
import { addItems } from '../plan/edit/addItems';
import type { TextEdit } from '../plan/edit/textEdit';
import { joinPath } from '../plan/keyPath';
import { findEntry, type YamlNode } from '../plan/yamlTree';
import type { Run } from './run';
import { writeRun, type WrittenRun } from './observation';
import {
  describeRefusal,
  readBenchmark,
  type BenchmarkReading,
  type Refusal,
} from './readBenchmark';
import { describeRemark, remark, type Remark } from './remarks';

export interface BenchmarkText {
  /** Name of the file; undefined for a paste. */
  readonly file: string | undefined;
  /** The text, or why the host did not read it, or runs that we measured ourselves. */
  readonly text: string | { readonly refused: Refusal } | { readonly measured: readonly Run[] };
}

/** What was read of one file. */
export interface ReadFile {
  readonly file: string | undefined;
  /** Tool and form; undefined if the file is refused. */
  readonly format: string | undefined;
  readonly runs: readonly ImportedRun[];
  /** What is left out of the file as a whole, and why; or why it is refused. */
  readonly remarks: readonly string[];
}

export interface ImportedRun extends WrittenRun {
  /** `known` if the plan, or an earlier file, has the same run. */
  readonly state: 'new' | 'known';
  readonly words: readonly string[];
}

export interface Import {
  readonly files: readonly ReadFile[];
  readonly added: readonly ImportedRun[];
  readonly known: number;
}

/**
 * @param observations Observations that the plan has, of which none is imported again.
 * @param served Model of the engine.
 */
export function readFiles(
  texts: readonly BenchmarkText[],
  observations?: YamlNode,
  served?: string,
): Import {
  const existing =
    observations?.kind === 'list' ? observations.items.map(({ value }) => value) : [];
  const seen = existing.map(valuesOfNode);
  const files = texts.map((text) => readFile(text, seen, served));
  const runs = files.flatMap((file) => file.runs);
  const added = runs.filter(({ state }) => state === 'new');
  return { files, added, known: runs.length - added.length };
}

function readFile(
  { file, text }: BenchmarkText,
  seen: Values[],
  served: string | undefined,
): ReadFile {
  const reading = readingOf(text);
  if (reading.kind === 'refused') {
    return { file, format: undefined, runs: [], remarks: [describeRefusal(reading.why)] };
  }
  const runs = reading.runs.flatMap((run): readonly ImportedRun[] => {
    const written = writeRun(run, file);
    if (!written) return [];
    const values = valuesOfRun(written);
    const state = seen.some((other) => isSame(values, other)) ? 'known' : 'new';
    if (state === 'new') seen.push(values);
    const words = wordsOf([...modelRemarks(run, served), ...written.remarks]);
    return [{ ...written, state, words }];
  });
  const lost = runs.length < reading.runs.length ? [remark('nothing-known', {})] : [];
  const remarks = wordsOf([...reading.remarks, ...lost]);
  return { file, format: reading.format, ...liftCommon(runs, remarks) };
}

function readingOf(text: BenchmarkText['text']): BenchmarkReading {
  if (typeof text === 'string') return readBenchmark(text);
  if ('refused' in text) return { kind: 'refused', why: text.refused };
  return { kind: 'read', format: 'measured', runs: text.measured, remarks: [] };
}

/** Says once of the file what holds for each of its runs. */
function liftCommon(
  runs: readonly ImportedRun[],
  remarks: readonly string[],
): Pick<ReadFile, 'runs' | 'remarks'> {
  const [first, ...others] = runs;
  const common = (first?.words ?? []).filter((each) =>
    others.every(({ words }) => words.includes(each)),
  );
  const rest = runs.map((run) => ({
    ...run,
    words: run.words.filter((each) => !common.includes(each)),
  }));
  return { runs: rest, remarks: [...new Set([...remarks, ...common])] };
}

/** Says if the catalog knows both models, and they are not the same. */
function modelRemarks({ model }: Run, served: string | undefined): readonly Remark[] {
  const ofRun = model === undefined ? undefined : findModel(model);
  const ofEngine = served === undefined ? undefined : findModel(served);
  if (!ofRun || !ofEngine || ofRun.model === ofEngine.model) return [];
  return [remark('other-model', { model: model ?? '', served: served ?? '' })];
}

function wordsOf(remarks: readonly Remark[]): readonly string[] {
  return [...new Set(remarks.map(describeRemark))];
}

/** Texts of an observation by path: `ttft/p95`. */
type Values = ReadonlyMap<string, string>;

/** Keys that people change, and that say nothing of the run itself. */
const IGNORED: ReadonlySet<string> = new Set(['name', 'note']);

function valuesOfRun({ item }: WrittenRun): Values {
  const values = new Map<string, string>();
  for (const [key, value] of item) {
    if (IGNORED.has(key)) continue;
    if (typeof value === 'string') values.set(key, value);
    else for (const [inner, text] of value) values.set(`${key}/${inner}`, text);
  }
  return values;
}

function valuesOfNode(node: YamlNode): Values {
  const values = new Map<string, string>();
  for (const { key, value } of node.kind === 'map' ? node.entries : []) {
    if (value.kind === 'scalar') values.set(key, value.text);
    for (const inner of value.kind === 'map' ? value.entries : []) {
      if (inner.value.kind === 'scalar') values.set(`${key}/${inner.key}`, inner.value.text);
    }
  }
  return values;
}

/** True if the other observation has every value of the run; it may have more, such as `servers`. */
function isSame(run: Values, other: Values): boolean {
  return [...run].every(([key, text]) => other.get(key) === text);
}

/** Lists the engines of a plan, whose observations can be imported into. */
export function enginesOf({ tree }: Pick<PlanDocument, 'tree'>): readonly string[] {
  const engines = tree?.kind === 'map' ? findEntry(tree, 'engines')?.value : undefined;
  if (engines?.kind !== 'map') return [];
  return engines.entries.flatMap(({ key, value }) =>
    value.kind === 'map' && !key.startsWith('x-') ? [key] : [],
  );
}

export type ImportEdit =
  | {
      readonly imported: Import;
      readonly edits: readonly TextEdit[];
      readonly text: string;
    }
  | { readonly imported: Import; readonly problem: string };

/** Imports into the observations of one engine. */
export function importInto(
  document: Pick<PlanDocument, 'text' | 'tree'>,
  engine: string,
  texts: readonly BenchmarkText[],
): ImportEdit {
  const { tree } = document;
  const engines = tree?.kind === 'map' ? findEntry(tree, 'engines')?.value : undefined;
  const node = engines?.kind === 'map' ? findEntry(engines, engine)?.value : undefined;
  const observations = node?.kind === 'map' ? findEntry(node, 'observations')?.value : undefined;
  const model = node?.kind === 'map' ? findEntry(node, 'model')?.value : undefined;
  const served = model?.kind === 'scalar' ? model.text : undefined;
  const imported = readFiles(texts, observations, served);
  if (node?.kind !== 'map') return { imported, problem: t`The plan has no engine ${engine}.` };
  const path = ['engines', engine, 'observations'].reduce(joinPath, '');
  const edit = addItems(
    document,
    path,
    imported.added.map(({ item }) => item),
  );
  return 'problem' in edit
    ? { imported, problem: unwritable(edit.problem) }
    : { imported, ...edit };
}

/** Says why observations cannot be written into the plan. */
export function unwritable(why: 'unreadable' | 'unwritable'): string {
  return why === 'unreadable'
    ? t`The plan is not valid YAML at the moment. Mend it first.`
    : t`The observations cannot be written in their place, for example because they come from an alias. Give the engine its own list.`;
}

/** `choose` if the plan has several engines and none is named. */
export type ImportAnswer =
  | { readonly kind: 'choose'; readonly engines: readonly string[] }
  | { readonly kind: 'failed'; readonly problem: string }
  | {
      readonly kind: 'imported';
      readonly engine: string;
      readonly imported: Import;
      readonly edits: readonly TextEdit[];
      /** The whole plan after the edits. */
      readonly text: string;
    };

export function answerImport(
  document: Pick<PlanDocument, 'text' | 'tree'>,
  engine: string | undefined,
  texts: readonly BenchmarkText[],
): ImportAnswer {
  if (!document.tree) return { kind: 'failed', problem: unwritable('unreadable') };
  const engines = enginesOf(document);
  const [only, ...others] = engines;
  if (only === undefined) return { kind: 'failed', problem: noEngine() };
  if (engine === undefined && others.length > 0) return { kind: 'choose', engines };
  const chosen = engine ?? only;
  const edit = importInto(document, chosen, texts);
  return 'problem' in edit
    ? { kind: 'failed', problem: edit.problem }
    : { kind: 'imported', engine: chosen, ...edit };
}

export function noEngine(): string {
  return t`The plan has no engine. Add one below \`engines\` first.`;
}
