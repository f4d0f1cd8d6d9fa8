/** Prints a job for Kubernetes that measures what `measure` would, from inside of the cluster. */
import { assess } from '../../engine/assess/assess';
import { kubernetesJob } from '../../measure/job/kubernetesJob';
import { ignoresEnd, type JobTool } from '../../measure/job/jobAsked';
import { LADDER } from '../../measure/loads';
import { plannedLengths, plannedLoads } from '../../measure/planned';
import type { Io } from '../commandIo';
import { EXIT, Failure, type ExitCode } from '../failure';
import type { OpenPlan } from '../intoPlan';
import type { MeasureOptions } from './measureOptions';

export function printJob(
  tool: JobTool,
  options: MeasureOptions,
  open: OpenPlan | undefined,
  io: Io,
): ExitCode {
  const plan = open?.document.plan;
  const engine = plan?.engines.find(({ name }) => name === open?.engine);
  const model = options.model ?? engine?.model?.value;
  if (model === undefined)
    throw new Failure('a job needs --model: nobody asks the server', 'usage');
  const lengths = plannedLengths(plan?.workload);
  const type = engine?.type?.value;
  const written = kubernetesJob(tool, {
    base: options.base,
    model,
    loads: options.loads ?? (open && plan && plannedLoads(assess(plan), open.engine)) ?? LADDER,
    promptTokens: options.promptTokens ?? lengths.promptTokens,
    outputTokens: options.outputTokens ?? lengths.outputTokens,
    seconds: options.seconds,
    ignoresEnd: ignoresEnd(type),
    into: open && { plan: open.file, engine: open.engine },
  });
  if ('problem' in written) throw new Failure(written.problem, 'usage');
  io.writeOut(written.text);
  return EXIT.ok;
}
