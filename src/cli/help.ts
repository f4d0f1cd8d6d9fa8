/** Holds the help text of each command. */

const FILES = `A FILE is a plan, a glob such as "plans/**/*.capacity.yaml" (quoted, so that the shell leaves it
alone), or - for standard input.`;

const EXIT_CODES = `Exit codes of check: 0 no finding at or above --fail-on, 1 at least one, 2 bad usage or input that
cannot be read. Of report and size: 0 the plan was read whole, 1 part of it could not be read (the errors are printed),
2 as of check. Of import:
0 every file gave a run, 1 at least one did not, 2 as of check. Of measure: 0 all loads were measured, 1 some are
left out, 2 bad usage, or a server that cannot be measured. Of observe: 0 production was read, 1 it drifted and
--fail-on-drift is given, 2 bad usage, or nothing could be read. Of compare: 0 both measured a load, 1 none in common,
2 bad usage or input.`;

const all = `capacity-plan: sizes the scenarios of *.capacity.yaml files and says which targets they miss

Usage:
  capacity-plan check FILE...        list the findings
  capacity-plan report FILE          write the report, as Markdown or HTML
  capacity-plan size FILE            nodes, cost and latency of every scenario
  capacity-plan import FILE...       observations from the output of benchmark tools
  capacity-plan measure --url URL    observations from a server that runs
  capacity-plan observe --metrics URL|FILE FILE, or --prometheus URL
                                     observations from production, and its drift from the plan
  capacity-plan compare A B          two benchmarks, and if they differ by more than chance

  capacity-plan COMMAND --help       the options of a command
  capacity-plan --version            the version

${FILES}

${EXIT_CODES}
`;

const check = `Usage: capacity-plan check FILE... [options]

Lists the findings of plans: the same as in the editor.

Options:
  --format FORMAT     pretty (default), json, sarif (2.1.0), github (annotations of a workflow)
  --fail-on LEVEL     error (default), warning, information, hint, never
  --rule CODE=LEVEL   level of a rule: error, warning, information, hint, off; may be repeated;
                      a CODE such as "scenario.*" is a group
  --as-of DATE        the day that it is, as 2026-01-31: how old prices are; today by default
  --fix               write the fixes that are certain, such as spellings of other tools, into the files;
                      what is left is listed
  --no-color          no colours; NO_COLOR=1 does the same
  -h, --help          this help

${FILES}
Exit codes: 0 no finding at or above --fail-on, 1 at least one, 2 bad usage or input that cannot be read.
`;

const report = `Usage: capacity-plan report FILE [options]

Writes the report of a plan to standard output.

Options:
  --out FILE          write it to this file instead, where the plan was read whole; - is standard output
  --format FORMAT     markdown (default), html: one file with its charts, to read in a browser or to print
  --charts CHARTS     svg, as pictures beside the FILE of --out (its default); mermaid, in the text (the default
                      of standard output); none
  --rule CODE=LEVEL   level of a rule: error, warning, information, hint, off; may be repeated
  --as-of DATE        the day that it is, as 2026-01-31: how old prices are; today by default
  -h, --help          this help

FILE is a plan, or - for standard input.
Exit codes: 0 the plan was read whole, 1 part of it could not be read (the errors are printed, and --out is left
as it was), 2 bad usage, or a file that cannot be read or written.
`;

const size = `Usage: capacity-plan size FILE [options]

Prints nodes, cost, latency and verdicts of every scenario, the recommendations and what to measure next.

Options:
  --json              everything with provenance and formulas, as JSON; its format is version 1
  --rule CODE=LEVEL   level of a rule: error, warning, information, hint, off; may be repeated
  --as-of DATE        the day that it is, as 2026-01-31: how old prices are; today by default
  --no-color          no colours; NO_COLOR=1 does the same
  -h, --help          this help

FILE is a plan, or - for standard input.
Exit codes: 0 the plan was read whole, 1 part of it could not be read (the errors are printed), 2 bad usage or
input.
`;

const importHelp = `Usage: capacity-plan import FILE... [options]

Reads what benchmark tools write, and prints it as observations of a plan. Says on standard error what is left out,
and why. Importing the same run twice changes nothing.

Options:
  --into PLAN         write the observations into this plan instead, in its own style; its comments stay
  --engine NAME       the engine of PLAN that was measured; needed if it has several
  -h, --help          this help

A FILE is the output of a tool, a glob in quotes, or - for standard input. Its content says of which tool: vllm bench
serve, SGLang bench_serving, GuideLLM, AIPerf, genai-perf, inference-perf, llm-d, llmperf, k6, llama-bench,
llama-batched-bench, ollama run --verbose, MLPerf's mlperf_log_summary, or a CSV with a header.
Exit codes: 0 every file gave a run, 1 at least one did not (the others are imported), 2 bad usage, or a file that
cannot be read or written.
`;

const measure = `Usage: capacity-plan measure --url URL [--model NAME] [options]

Loads an OpenAI-compatible server, and prints what it measures as observations of a plan. Every answer is streamed, and
its tokens are those that the server counts. No prompt begins like another, so that no cache answers it.

Options:
  --into PLAN         write the observations into this plan. Loads and lengths are those that it asks for, and its
                      prediction is compared with what is measured before anything is written
  --engine NAME       the engine of PLAN that is measured; needed if it has several
  --users LIST        loads to measure, such as 1,4,8: each user waits for the answer before the next request;
                      without it 1, 2, 4, ... until more users get no more answers
  --think-time TIME   mean pause of a user between answer and next request, such as 2s
  --rate LIST         random arrivals instead of users, such as 2/s,4/s
  --prompt-tokens N   mean length of prompts; N:CV if they vary, such as 600:0.8; 500 by default
  --output-tokens N   the same of answers; 200 by default
  --requests N        least number of requests of a load, after it has settled: 100; ten a user if that is more
  --seconds N         most seconds of a load: 120
  --timeout N         seconds after which a request has failed: 300
  --servers N         servers behind URL that share the load: 1
  --parallel N        requests that a server works on at once
  --api API           completions or chat; by default the first that the server takes
  --key-env NAME      environment variable with the key: OPENAI_API_KEY. It is sent, and never printed or written
  --job TOOL          print a Kubernetes job instead, which measures the same loads with guidellm or k6 from inside
                      of the cluster; its first lines say how to fetch and import the results
  -h, --help          this help

Ctrl+C ends every request at once and writes nothing.
Exit codes: 0 all loads were measured, 1 some are left out, 2 bad usage, or a server that cannot be measured.
`;

const observe = `Usage: capacity-plan observe --metrics URL [options]
       capacity-plan observe --metrics FILE FILE --window TIME [options]
       capacity-plan observe --prometheus URL [--window 7d] [--selector MATCHERS] [options]

Reads the metrics that vLLM, SGLang, TGI and llama.cpp expose in production, and prints them as observations of a plan.
With a plan it says how far its prediction was off, and since when.

Options:
  --metrics URL       looks at URL (/metrics is added) again and again for --window: 60s
  --metrics FILE FILE two dumps of /metrics, the earlier first, with --window between them; with one FILE --window is the
                      time since the server began
  --prometheus URL    a Prometheus, or another server with its API
  --window TIME       time to look at, such as 60s, 15m or 7d (the default with --prometheus). From 12h on it is read by
                      the hour: the busiest hour becomes an observation, and the median one if it is clearly lighter
  --until TIME        end of the time, such as 2026-01-31T12:00Z: now, or the last change of FILE
  --selector MATCHERS series of a Prometheus, such as 'namespace="chat",pod=~"llm-.*"'
  --model NAME        model, if there are several (label model_name)
  --type TYPE         vllm, sglang, tgi or llama.cpp, if there are metrics of several
  --into PLAN         write the observations into this plan, after its prediction was compared with them
  --compare PLAN      compare with this plan, and write nothing
  --engine NAME       the engine of PLAN that runs in production; needed if it has several
  --servers N         servers that share the load; by default those whose metrics are read
  --parallel N        requests that a server works on at once
  --output-tokens N   mean tokens of an answer: llama.cpp counts tokens, but no requests
  --fail-on-drift     exit code 1 if production is beyond what the plan predicts
  --key-env NAME      environment variable with a bearer token. It is sent, and never printed or written
  -h, --help          this help

Ctrl+C ends looking early, with what was seen until then.
Exit codes: 0 production was read, 1 it drifted and --fail-on-drift is given, 2 bad usage, or nothing could be read.
`;

const compare = `Usage: capacity-plan compare A B [options]

Compares two benchmarks at each load that both measured: latency, TTFT, TPOT and throughput, and if they differ by
more than chance explains. Loads that only one has are compared with the curve through the other's, as an estimate.

Options:
  --json              everything as JSON; its format is version 1
  --no-color          no colours; NO_COLOR=1 does the same
  -h, --help          this help

A and B are files that import reads, or plans: PLAN.capacity.yaml, or one engine of it, PLAN.capacity.yaml#ENGINE.
Exit codes: 0 both measured at least one load, 1 they have none in common, 2 bad usage, or a file that cannot be read.
`;

export const HELP = {
  all,
  check,
  report,
  size,
  import: importHelp,
  measure,
  observe,
  compare,
} as const;
