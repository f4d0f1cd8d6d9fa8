/** Refuses to replace plans and files that we did not write. */
import { readFile } from 'node:fs/promises';
import { isOwnSvg } from '../../charts/svg/ownSvg';
import { Failure } from '../failure';
import { isStream } from './destination';
import { identityOf, identityOfStream } from './identity';

/** @throws If the report would replace a plan: the one it is about, or any file with a plan's name. */
export async function refusePlan(out: string, plan: string): Promise<void> {
  const isNamedSo = /\.capacity\.ya?ml$/i.test(out);
  if (isNamedSo || (await isSameFile(out, plan))) {
    throw new Failure(`--out ${out} is a plan, which the report would replace`, 'usage');
  }
}

/** Returns true if the name leads to the file that standard output already goes to, such as `/dev/stdout`. */
export async function isStandardOutput(out: string): Promise<boolean> {
  const identity = identityOfStream(1);
  return identity !== undefined && identity === (await identityOf(out));
}

/** @throws If a file with the name of a picture is not one of ours. */
export async function refuseOther(picture: string): Promise<void> {
  const isOther = (await isStream(picture)) || (await isFileOfOthers(picture));
  if (isOther) {
    throw new Failure(
      `cannot write ${picture}: a file that is no chart of a report has this name; move it, or choose another --out`,
      'input',
    );
  }
}

async function isFileOfOthers(picture: string): Promise<boolean> {
  const text = await readFile(picture, 'utf8').catch(() => undefined);
  return text !== undefined && !isOwnSvg(text);
}

async function isSameFile(out: string, plan: string): Promise<boolean> {
  if (await isStream(out)) return false; // such a file takes text and loses none
  const identity = plan === '<stdin>' ? identityOfStream(0) : await identityOf(plan);
  return identity !== undefined && identity === (await identityOf(out));
}
