/** Replaces files as a whole: writes each new file beside the old one, then renames it. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../failure';
import { makeHarmless } from '../harmless';
import type { Io } from '../commandIo';
import { findDestination } from './destination';

export interface NewFile {
  /** Path as the user named it. */
  readonly file: string;
  readonly text: string;
}

type CreateFile = Io['createFile'];

/** A new text that is written but not in its place yet. */
interface Ready {
  readonly file: string;
  readonly place: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Writes all texts before the first is renamed, in the given order. A failure until then changes nothing. */
export async function replaceFiles(
  files: readonly NewFile[],
  createFile: CreateFile,
): Promise<void> {
  const ready: Ready[] = [];
  try {
    for (const each of files) {
      ready.push(await orFailure(each.file, () => prepare(each, createFile)));
    }
    while (ready[0]) {
      const { file, place } = ready[0];
      await orFailure(file, place);
      ready.shift();
    }
  } finally {
    for (const { discard } of ready) await discard();
  }
}

async function prepare({ file, text }: NewFile, createFile: CreateFile): Promise<Ready> {
  const destination = await findDestination(file);
  const { path } = destination;
  if (destination.kind === 'stream') {
    const place = (): Promise<void> => writeFile(path, makeHarmless(text, 'text', false));
    return { file, place, discard: () => Promise.resolve() };
  }
  const beside = join(dirname(path), `.capacity-plan-${randomUUID()}.tmp`);
  const discard = (): Promise<void> => rm(beside, { force: true }).catch(() => undefined);
  try {
    await createFile(beside, text, destination.permissions);
  } catch (error) {
    await discard();
    throw error;
  }
  return { file, place: () => rename(beside, path), discard };
}

async function orFailure<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new Failure(`cannot write ${file}: ${reasonOf(error)}`, 'input');
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'your share of the disk is full',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
};

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
