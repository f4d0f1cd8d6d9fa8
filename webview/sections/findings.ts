/** Shows the findings of the plan. Each leads to its line. */
import { t } from '@vscode/l10n';
import type { FindingEntry } from '../../src/panel/picture';
import { el, setText, show } from '../dom';
import { post } from '../host';
import { keyedList, type View } from '../keyedList';
import type { Section } from '../model';
import { section } from '../parts/headedSection';
import { severityIcon, severityWord } from '../parts/severityIcon';
import { setWords } from '../parts/words';

export function createFindings(): Section {
  const element = section('findings', t`Findings`);
  const none = el('p', { class: 'muted' }, t`No findings.`);
  const items = el('ul', {});
  element.append(none, items);
  const list = keyedList<FindingEntry>(
    items,
    ({ code, severity, message }) => `${severity} ${code} ${message}`,
    findingView,
  );
  return {
    element,
    update: ({ picture }) => {
      list.update(picture.findings);
      show(none, picture.findings.length === 0);
      show(items, picture.findings.length > 0);
    },
  };
}

function findingView({ severity }: FindingEntry): View<FindingEntry> {
  let finding: FindingEntry | undefined;
  const message = el('span', { class: 'message' });
  const place = el('span', { class: 'muted place' });
  const word = el('span', { class: 'word' }, severityWord(severity));
  const go = el('button', { type: 'button', title: t`Show in the editor` });
  go.append(severityIcon(severity), word, message, place);
  go.addEventListener('click', () => {
    if (finding) post({ type: 'reveal', range: finding.range });
  });
  return {
    element: el('li', {}, go),
    update: (next) => {
      finding = next;
      setWords(message, next.message);
      setText(place, t`${next.code} · line ${next.line}`);
    },
  };
}
