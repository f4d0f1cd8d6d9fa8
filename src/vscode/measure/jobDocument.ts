/** Opens a job for Kubernetes in an editor, in place of measuring from here. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { DEFAULTS } from '../../measure/defaults';
import { kubernetesJob } from '../../measure/job/kubernetesJob';
import type { JobTool } from '../../measure/job/jobAsked';
import { LADDER } from '../../measure/loads';
import type { Measurement } from '../../measure/measurement';
import { nameOf } from '../fileNames';
import { chooseOf, showError } from '../showText';

export async function writeJob(
  plan: vscode.TextDocument,
  measurement: Measurement,
  base: string,
  model: string,
): Promise<void> {
  const tool = await chooseOf<JobTool>(t`Tool of the job`, [
    {
      label: 'GuideLLM',
      description: t`streams: TTFT and TPOT, users or rates`,
      value: 'guidellm',
    },
    { label: 'k6', description: t`whole answers only; needs no tokenizer`, value: 'k6' },
  ]);
  if (!tool) return;
  const written = kubernetesJob(tool, {
    ...measurement,
    base,
    model,
    loads: measurement.loads ?? LADDER,
    seconds: DEFAULTS.seconds,
    into: { plan: nameOf(plan.uri), engine: measurement.engine },
  });
  if ('problem' in written) {
    void showError(t`No job: ${written.problem}.`);
    return;
  }
  const document = await vscode.workspace.openTextDocument({
    language: 'yaml',
    content: written.text,
  });
  await vscode.window.showTextDocument(document, { preview: false });
}
