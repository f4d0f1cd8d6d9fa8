/** Shows the plan's name, whether the picture is current, what is being computed, and the last notice. */
import { t } from '@vscode/l10n';
import { button } from '../controls';
import { el, setOptional, setText, show } from '../dom';
import { post } from '../host';
import type { Model, Section } from '../model';
import { setWords } from '../parts/words';
import { createWorkNotice, type Work } from '../parts/workNotice';

const NOTICE_MS = 6000;

export interface Header extends Section {
  say(text: string): void;
  setWork(work: Work): void;
}

export function createHeader(): Header {
  const title = el('h1', {});
  const file = el('p', { class: 'file' });
  const outOfDate = el('p', { class: 'banner', role: 'status' });
  const work = createWorkNotice();
  const notice = el('p', { class: 'notice', role: 'status' });
  const report = button({
    label: t`Generate Report`,
    primary: true,
    onClick: () => {
      post({ type: 'generateReport' });
    },
  });
  const html = button({
    label: t`Save as HTML`,
    name: t`Save as HTML: the report as one file for a browser`,
    onClick: () => {
      post({ type: 'saveHtml' });
    },
  });
  const names = el('div', { class: 'names' }, title, file);
  const reports = el('div', { class: 'tools' }, report.element, html.element);
  const bar = el('div', { class: 'bar' }, names, reports);
  const element = el('header', { class: 'top' }, bar, outOfDate, work.element, notice);
  outOfDate.hidden = true;

  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    setWork: work.update,
    say: (text) => {
      clearTimeout(timer);
      setText(notice, text);
      timer = setTimeout(() => {
        setText(notice, '');
      }, NOTICE_MS);
    },
    update: ({ picture }: Model) => {
      setText(title, picture.title ?? picture.fileName);
      title.title = title.textContent ?? '';
      setOptional(file, picture.title === undefined ? undefined : picture.fileName);
      setWords(
        outOfDate,
        picture.outOfDate === undefined
          ? ''
          : t`Showing the last valid version of the plan. ${picture.outOfDate}`,
      );
      show(outOfDate, picture.outOfDate !== undefined);
    },
  };
}
