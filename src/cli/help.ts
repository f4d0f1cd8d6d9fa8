/** Holds the help text of each command. */

const FILES = `A FILE is a plan, a glob such as "plans/**/*.capacity.yaml" (quoted, so that the shell leaves it
alone), or - for standard input.`;

const EXIT_CODES = `Exit codes of check: 0 no finding at or above --fail-on, 1 at least one, 2 bad usage or input that
cannot be read. Of report and size: 0 the plan was read whole, 1 part of it could not be read (the errors are printed),
2 as of check.`;

const all = `capacity-plan: sizes the scenarios of *.capacity.yaml files and says which targets they miss

Usage:
  capacity-plan check FILE...        list the findings
  capacity-plan report FILE          write the report, as Markdown or HTML
  capacity-plan size FILE            nodes, cost and latency of every scenario

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

export const HELP = { all, check, report, size } as const;
