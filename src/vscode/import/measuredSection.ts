/** Writes the part of a preview that puts measured times beside what the plan predicted. */
import { t } from '@vscode/l10n';
import type { ComparedRun, ComparedTime } from '../../measure/compareRun';
import { formatSeconds } from '../../messages/numbers';
import { escape } from './escape';

/** What was measured by us, beside the runs themselves. */
export interface Measured {
  readonly compared: readonly ComparedRun[];
  /** What the person must know of the measurement, such as loads that are missing. */
  readonly remarks: readonly string[];
}

export function measuredSection({ compared, remarks }: Measured): string {
  const notes = remarks.map((words) => `<p class="changed">${escape(words)}</p>`).join('\n');
  const head = [t`Load`, t`Time`, t`Measured`, t`Predicted`, t`The prediction was`]
    .map((title) => `<th scope="col">${title}</th>`)
    .join('');
  return `${notes}
<section>
<h2>${t`Measured beside predicted`}</h2>
<div class="wide"><table class="measured"><thead><tr>${head}</tr></thead>
${compared.map(body).join('\n')}
</table></div>
</section>`;
}

function body({ load, times }: ComparedRun): string {
  const [first, ...others] = times;
  if (!first) return '';
  const head = `<th scope="rowgroup" rowspan="${times.length}">${escape(load)}</th>`;
  return `<tbody><tr>${head}${cells(first)}</tr>${others.map((time) => `<tr>${cells(time)}</tr>`).join('')}</tbody>`;
}

function cells({ name, measuredSeconds, predicted, off }: ComparedTime): string {
  const values = [formatSeconds(measuredSeconds), predicted ?? '–', off ?? '–'];
  return `<th scope="row">${name === 'latency' ? t`Latency` : name}</th>${values.map((value) => `<td>${escape(value)}</td>`).join('')}`;
}
