/** Builds the page: its sections, their state, and the changes that a message makes. */
import type { ToPanel } from '../src/protocol';
import { refreshControls } from './controls';
import { el, show } from './dom';
import { post, savedState, saveState } from './host';
import { inView, whenPainted } from './inView';
import { ViewState } from './viewState';
import type { Actions, Model, Section } from './model';
import { setWords } from './parts/words';
import { ScenarioLooks } from './parts/scenarioLook';
import type { Work } from './parts/workNotice';
import { createAnswers } from './sections/answers';
import { createCharts } from './sections/charts';
import { createFindings } from './sections/findings';
import { createHeader } from './sections/header';
import { createScenarios } from './sections/scenarios';
import { createWhatIf } from './sections/whatIf';
import { keepScrollPosition } from './scrollPosition';
import { onThemeChange, paintTheme, readTheme } from './theme';
import { Trial } from './whatIf/trial';

export function createPanel(root: HTMLElement): (message: ToPanel) => void {
  let model: Model | undefined;
  let version = Number.NEGATIVE_INFINITY;
  /** True if the answers are those of the picture, and not of an earlier one. */
  let hasAnswers = false;
  const before = savedState();
  let uri = before?.uri ?? '';

  const actions: Actions = {
    select: (scenario) => {
      choose(scenario);
      post({ type: 'select', scenario });
    },
    add: (target) => post({ type: 'addScenario', target }),
    tried: () => trial.shownChanges,
  };
  const viewState = new ViewState(before ?? {}, keep);
  const trial = new Trial(() => {
    if (model) change({ ...model, outcome: trial.outcome });
  }, before?.changes);
  const header = createHeader();
  const nothing = el('p', { class: 'nothing' });
  const theme = readTheme();
  paintTheme(root, theme);
  const looks = new ScenarioLooks();
  const charts = createCharts({ actions, looks, viewState }, theme);
  const scenarios = createScenarios(actions, looks, viewState);
  const whatIf = whereSeen(createWhatIf(trial, actions, looks));
  const answers = whereSeen(createAnswers(actions));
  const findings = whereSeen(createFindings());
  // The charts are taller than the screen, so their figures track their own view.
  const sections = [header, charts, whatIf, answers, whereSeen(scenarios), findings];
  const board = el('div', { class: 'board' });
  board.append(charts.lead, whatIf.element, answers.element, charts.element);
  root.append(header.element, nothing, board, scenarios.element, findings.element);
  root.classList.add('waiting');
  const scrolled = keepScrollPosition(before?.scrolled, keep);

  onThemeChange((next) => {
    refreshControls();
    paintTheme(root, next);
    charts.setTheme(next);
  });

  function change(next: Model): void {
    model = next;
    root.classList.remove('waiting');
    root.classList.toggle('out-of-date', next.picture.outOfDate !== undefined);
    setWords(nothing, next.picture.nothing ?? '');
    show(nothing, next.picture.nothing !== undefined);
    looks.set(next.picture.scenarios);
    for (const section of sections) section.update(next);
    if (!next.picture.pending) scrolled.restore();
    keep();
  }

  function keep(): void {
    const { changes } = trial;
    saveState({
      uri,
      ...(model?.selected !== undefined && { scenario: model.selected }),
      ...(changes.length > 0 && { changes }),
      ...viewState.all,
      ...(scrolled.now > 0 && { scrolled: scrolled.now }),
    });
  }

  function choose(scenario: string | undefined): void {
    if (model === undefined || scenario === model.selected) return;
    change({ ...model, selected: scenario });
  }

  function receivePicture(message: Extract<ToPanel, { type: 'picture' }>): void {
    // The latest version wins, whatever arrives later.
    if (message.version < version) return;
    version = message.version;
    const { state } = message;
    // Earlier answers stay until the new ones arrive, as charts do.
    hasAnswers = message.picture.answers !== undefined;
    const picture = {
      ...message.picture,
      answers: message.picture.answers ?? model?.picture.answers,
    };
    const kept = savedState();
    const known = model?.selected ?? state.scenario;
    const selected = known ?? (kept?.uri === state.uri ? kept.scenario : undefined);
    uri = state.uri;
    const slowCharts = picture.pending ? (model?.slowCharts ?? []) : [];
    model = { picture, slowCharts, selected, outcome: trial.outcome };
    whenPainted(() => {
      if (message.version === version) sayPainted();
    });
    trial.rebase(picture.whatIf);
    change({ ...model, outcome: trial.outcome });
    setWork(picture.pending ? { kind: 'computing', what: 'rest' } : { kind: 'none' });
  }

  function receiveComputing(message: Extract<ToPanel, { type: 'computing' }>): void {
    if (message.version < version) return;
    version = message.version;
    setWork({ kind: 'computing', what: 'picture' });
  }

  /** Drops answers and charts that did not follow: they are of an earlier plan. */
  function receiveStopped(message: Extract<ToPanel, { type: 'stopped' }>): void {
    if (message.version < version) return;
    version = message.version;
    setWork({ kind: 'stopped', reason: message.reason });
    if (!model?.picture.pending) return;
    const answers = hasAnswers ? model.picture.answers : [];
    change({ ...model, slowCharts: [], picture: { ...model.picture, answers, pending: false } });
  }

  function setWork(work: Work): void {
    header.setWork(work);
    root.classList.toggle('updating', work.kind === 'computing' && work.what === 'picture');
  }

  /** Reports a paint, on the page and to the extension. */
  function sayPainted(): void {
    root.dataset.version = String(version);
    post({ type: 'painted', version });
  }

  return (message) => {
    switch (message.type) {
      case 'picture':
        receivePicture(message);
        break;
      case 'charts':
        if (model && message.version === version) {
          const picture = { ...model.picture, pending: false };
          model = { ...model, picture, slowCharts: message.charts };
          charts.update(model);
          scrolled.restore();
          setWork({ kind: 'none' });
        }
        break;
      case 'computing':
        receiveComputing(message);
        break;
      case 'stopped':
        receiveStopped(message);
        break;
      case 'selected':
        choose(message.scenario);
        break;
      case 'whatIf':
        trial.receiveOutcome(message.request, message.outcome);
        break;
      case 'applied':
        trial.receiveApplied(message.request, message.problem);
        break;
      case 'explanation':
        scenarios.explanation.receive(message.request, message.explanation);
        break;
      case 'notice':
        header.say(message.text);
        break;
    }
  };
}

/** Wraps a section, so that it is updated after the ones in view while out of view. */
function whereSeen({ element, update }: Section): Section {
  return { element, update: inView(element, update).update };
}
