// Writes what vLLM servers would have told a Prometheus over days, as OpenMetrics: their load follows the hours of a day.
const STEP = 60;
const BOUNDS = [0.5, 1, 1.5, 2, 2.5, 5, 10, 15, 20];

/**
 * @param end Seconds since 1970.
 * @param latencyAt Mean latency so many hours before the end.
 * @param restartAt Hours before the end at which the first server begins anew.
 */
export function vllmHistory({ end, hours, instances, perSecondAt, latencyAt, restartAt }) {
  const series = new Map();
  const add = (family, type, name, labels, time, value) => {
    if (!series.has(family)) series.set(family, { type, lines: [] });
    series.get(family).lines.push(`${name}{${labels}} ${value} ${time}`);
  };
  for (const [index, instance] of instances.entries()) {
    let [requests, seconds] = [0, 0];
    let buckets = BOUNDS.map(() => 0);
    for (let time = end - hours * 3600; time <= end; time += STEP) {
      const before = (end - time) / 3600;
      const latency = latencyAt(before);
      const own = (perSecondAt(before) / instances.length) * STEP;
      if (index === 0 && Math.abs(before - restartAt) < STEP / 7200) {
        [requests, seconds] = [0, 0];
        buckets = BOUNDS.map(() => 0);
      }
      requests += own;
      seconds += own * latency;
      // the times of requests are exponential
      buckets = buckets.map((count, at) => count + own * (1 - Math.exp(-BOUNDS[at] / latency)));
      const labels = `instance="${instance}",job="llm",model_name="chat",engine="0"`;
      const done = `${labels},finished_reason="stop"`;
      add('vllm:request_success', 'counter', 'vllm:request_success_total', done, time, requests);
      const running = (own / STEP) * latency;
      add('vllm:num_requests_running', 'gauge', 'vllm:num_requests_running', labels, time, running);
      add('vllm:num_requests_waiting', 'gauge', 'vllm:num_requests_waiting', labels, time, 0);
      for (const [name, sum, counts] of [
        ['vllm:e2e_request_latency_seconds', seconds, buckets],
        ['vllm:request_prompt_tokens', 500 * requests, []],
        ['vllm:request_generation_tokens', 200 * requests, []],
      ]) {
        counts.forEach((count, at) => {
          const le = `${labels},le="${BOUNDS[at]}"`;
          add(name, 'histogram', `${name}_bucket`, le, time, count);
        });
        add(name, 'histogram', `${name}_bucket`, `${labels},le="+Inf"`, time, requests);
        add(name, 'histogram', `${name}_sum`, labels, time, sum);
        add(name, 'histogram', `${name}_count`, labels, time, requests);
      }
    }
  }
  const text = [...series].flatMap(([family, { type, lines }]) => [
    `# TYPE ${family} ${type}`,
    ...lines,
  ]);
  return `${text.join('\n')}\n# EOF\n`;
}
