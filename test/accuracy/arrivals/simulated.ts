/**
 * Reads a file of simulated servers: { bench: [{ e, w, points: [[users, figures], ...] }], jobs: [{ e, w, fam, wl, m,
 * routing, sim or same, truth }] }, in seconds. `bench` are closed loops of requests of one length. Of `sim` only what
 * a plan can state is used.
 */
import { ROUTINGS } from '../../../src/engine/plan/plan';
import type { ArrivalCase, ClosedPoint, Times } from './arrivalCase';

type Raw = Readonly<Record<string, unknown>>;

export function readSimulated(file: unknown): readonly ArrivalCase[] {
  const { bench, jobs } = file as { bench: readonly Raw[]; jobs: readonly Raw[] };
  return jobs.flatMap((job) => {
    const server = bench.find(({ e, w }) => e === job.e && w === job.w);
    const sim = simOf(job, jobs);
    return server && sim ? [caseOf(job, server, sim)] : [];
  });
}

/** A job that differs only in what its plan states has the parameters of another one (`same`). */
function simOf(job: Raw, jobs: readonly Raw[]): Raw | undefined {
  const like = job.sim
    ? job
    : jobs.find(
        ({ e, w, f, fam }) => e === job.e && w === job.w && f === job.f && fam === job.same,
      );
  return like?.sim as Raw | undefined;
}

function caseOf(job: Raw, server: Raw, sim: Raw): ArrivalCase {
  const lengths = { promptTokens: number(sim.prompt), outputTokens: number(sim.out) };
  const isUnset = text(job.fam).includes('cv unset');
  const routing = ROUTINGS.find((one) => one === job.routing) ?? 'least-busy';
  const points = server.points as readonly (readonly [number, Raw])[];
  return {
    name: [job.e, job.w, job.fam, job.f].join(' '),
    family: text(job.fam),
    type: text(job.e).startsWith('llama') ? 'llama.cpp' : 'vllm',
    parallel: number(sim.maxseq),
    prefill: sim.sched === 'chunked' ? 'chunked' : 'first',
    kvTokens: number(sim.kv),
    observed: points.map(([users, figures]) => pointOf(users, figures, lengths)),
    load: loadOf(text(job.wl)),
    lengths: isUnset
      ? lengths
      : { ...lengths, promptCv: number(sim.pcv ?? 0), outputCv: number(sim.ocv ?? 0) },
    ...burstsOf(sim),
    nodes: number(job.m),
    routing,
    truth: truthOf(job.truth as Raw),
  };
}

/**
 * Index of dispersion of arrivals that come `burstFactor` times as fast for a time, then slower for another: of a Poisson
 * process whose rate switches between two values (Fischer and Meier-Hellstern 1993, The MMPP cookbook). Bursts and pauses
 * are exponential.
 */
function burstsOf({ burstFactor, burstOn, burstOff, rate }: Raw): Pick<ArrivalCase, 'arrivalScv'> {
  if (burstFactor === undefined) return {};
  const [factor, on, off] = [number(burstFactor), number(burstOn), number(burstOff)];
  const share = on / (on + off);
  const quiet = (1 - share * factor) / (1 - share);
  const variance = share * (1 - share) * (factor - quiet) ** 2;
  const memory = (on * off) / (on + off);
  return { arrivalScv: 1 + 2 * number(rate) * variance * memory };
}

/** The variability of work is stated from `sim`, in the keys that the format has for it. */
function loadOf(workload: string): string {
  return workload.replace(/,?\s*serviceCv:\s*[\d.]+/, '');
}

function pointOf(
  users: number,
  figures: Raw,
  lengths: { readonly promptTokens: number; readonly outputTokens: number },
): ClosedPoint {
  return {
    users,
    latency: number(figures.mean),
    ttft: number(figures.ttft),
    tpot: number(figures.tpot),
    throughputPerSecond: number(figures.throughput),
    requests: number(figures.n),
    ...lengths,
  };
}

function truthOf(figures: Raw): Times {
  const { mean, p50, p95, p99, ttft, tpot } = figures;
  const times = { mean, p50, p95, p99, ttft, tpot };
  return Object.fromEntries(Object.entries(times).map(([name, value]) => [name, number(value)]));
}

function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`not a number: ${JSON.stringify(value)}`);
  }
  return value;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
