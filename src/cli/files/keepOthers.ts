/** Keeps plans, and files of somebody else, from being replaced by what is written. */
import { readFile } from 'node:fs/promises';
import { isOwnSvg } from '../../charts/svg/ownSvg';
import { Failure } from '../failure';
import { isStream } from './destination';
import { identityOf, identityOfStream } from './identity';

/** @throws Where the report would take the place of a plan: the one that it is about, or any by its name. */
export async function refusePlan(out: string, plan: string): Promise<void> {
  const isNamedSo = /\.capacity\.ya?ml$/i.test(out);
  if (isNamedSo || (await isSameFile(out, plan))) {
    throw new Failure(`--out ${out} is a plan, which the report would replace`, 'usage');
  }
}

/** Whether a name leads to the file that standard output goes to already, such as `/dev/stdout`. */
export async function isStandardOutput(out: string): Promise<boolean> {
  const identity = identityOfStream(1);
  return identity !== undefined && identity === (await identityOf(out));
}

/** @throws Where a file by the name of a picture is none that we made. */
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
  if (await isStream(out)) return false; // it takes text, and loses none
  const identity = plan === '<stdin>' ? identityOfStream(0) : await identityOf(plan);
  return identity !== undefined && identity === (await identityOf(out));
}
