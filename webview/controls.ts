/**
 * The controls of the panel. They come from a toolkit that is archived: no other file knows of it, so that its
 * successor changes this one alone.
 */
// Before the toolkit: it needs it while it is loaded.
import { withdrawNonce } from './nonce';
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
  type Button,
  type Checkbox,
  type Dropdown,
  type TextField,
} from '@vscode/webview-ui-toolkit';

withdrawNonce();
provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeDropdown(),
  vsCodeOption(),
  vsCodeTextField(),
);

export interface ButtonControl {
  readonly element: HTMLElement;
  /** One that has the focus keeps it, and does nothing until it is enabled again or left. */
  setDisabled(disabled: boolean): void;
}

export interface ButtonOptions {
  readonly label: string;
  /** The whole of it, where the label is short for those who see where it stands. */
  readonly name?: string;
  readonly primary?: true;
  readonly onClick: () => void;
}

export function button({ label, name, primary, onClick }: ButtonOptions): ButtonControl {
  const element = document.createElement('vscode-button') as Button;
  element.appearance = primary ? 'primary' : 'secondary';
  element.textContent = label;
  if (name !== undefined) {
    element.ariaLabel = name;
    element.title = name;
  }
  let isDisabled = false;
  element.addEventListener('click', () => {
    if (!isDisabled) onClick();
  });
  element.addEventListener('blur', () => {
    element.disabled = isDisabled;
  });
  return {
    element,
    setDisabled: (disabled) => {
      isDisabled = disabled;
      // Where the focus is on it, the browser would take it away.
      element.disabled = disabled && document.activeElement !== element;
      element.ariaDisabled = disabled ? 'true' : null;
      element.classList.toggle('off', disabled);
    },
  };
}

export interface TextControl {
  readonly element: HTMLElement;
  /** Leaves alone what somebody is typing. */
  set(text: string): void;
  setInvalid(invalid: boolean): void;
}

/**
 * `onCommit` gets the text when Enter is pressed or the field is left.
 * @param describedBy Says what is wrong, while something is.
 */
export function textField(
  name: string,
  describedBy: HTMLElement,
  onCommit: (text: string) => void,
): TextControl {
  const element = document.createElement('vscode-text-field') as TextField;
  // It names itself by its text each time it is put on the page; the style sheet hides that.
  element.textContent = name;
  element.addEventListener('change', () => {
    onCommit(element.value);
  });
  return {
    element,
    set: (text) => {
      if (document.activeElement !== element && element.value !== text) element.value = text;
    },
    setInvalid: (invalid) => {
      element.ariaInvalid = invalid ? 'true' : null;
      describeInput(element, invalid ? describedBy : undefined);
      element.classList.toggle('invalid', invalid);
    },
  };
}

/** The input is in the toolkit's shadow, where an id of the page means nothing: its words are copied beside it. */
function describeInput(field: TextField, by: HTMLElement | undefined): void {
  const root = field.shadowRoot;
  const input = root?.querySelector('input');
  if (!root || !input) return;
  const id = 'described-by';
  const known = root.getElementById(id);
  if (by === undefined) {
    input.removeAttribute('aria-describedby');
    known?.remove();
    return;
  }
  const words = known ?? document.createElement('span');
  words.id = id;
  words.hidden = true;
  words.textContent = by.textContent;
  if (!known) root.append(words);
  input.setAttribute('aria-describedby', id);
}

export interface CheckControl {
  readonly element: HTMLElement;
  set(checked: boolean): void;
}

/** `rest` goes on where the label ends, for those who do not see where it stands. */
export function checkbox(
  label: string,
  rest: string,
  onChange: (checked: boolean) => void,
): CheckControl {
  const element = document.createElement('vscode-checkbox') as Checkbox;
  const unseen = document.createElement('span');
  unseen.className = 'sr-only';
  unseen.textContent = ` ${rest}`;
  element.append(label, unseen);
  element.title = `${label} ${rest}`;
  element.addEventListener('change', () => {
    onChange(element.checked);
  });
  return {
    element,
    set: (checked) => {
      element.checked = checked;
    },
  };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceControl {
  readonly element: HTMLElement;
  set(choices: readonly Choice[], chosen: string | undefined): void;
}

export function dropdown(name: string, onChange: (value: string) => void): ChoiceControl {
  const element = document.createElement('vscode-dropdown') as Dropdown;
  element.ariaLabel = name;
  let shown = '';
  element.addEventListener('change', () => {
    onChange(element.value);
  });
  return {
    element,
    set: (choices, chosen) => {
      // Its options are replaced only where they differ: it may be open.
      const wanted = JSON.stringify(choices);
      if (wanted !== shown) {
        shown = wanted;
        element.replaceChildren(...choices.map(option));
      }
      if (chosen !== undefined && element.value !== chosen) element.value = chosen;
    },
  };
}

function option({ value, label }: Choice): HTMLElement {
  const element = document.createElement('vscode-option');
  element.setAttribute('value', value);
  element.textContent = label;
  return element;
}

/** The toolkit looks at the theme again only when the body's class is written, and not every theme does that. */
export function refreshControls(): void {
  document.body.setAttribute('class', document.body.className);
}
