/**
 * Wraps the panel's controls. They come from an archived toolkit. No other file knows it, so its successor changes
 * only this one.
 */
// Imported before the toolkit, which needs it while loading.
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
  /** Disables a control. A focused one keeps its focus, and does nothing until it is enabled or left. */
  setDisabled(disabled: boolean): void;
}

export interface ButtonOptions {
  readonly label: string;
  /** Full name, for a label that is short for people who see its place. */
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
      // The browser would take the focus away from a disabled element.
      element.disabled = disabled && document.activeElement !== element;
      element.ariaDisabled = disabled ? 'true' : null;
      element.classList.toggle('off', disabled);
    },
  };
}

export interface TextControl {
  readonly element: HTMLElement;
  /** Sets the text, unless somebody is typing in it. */
  set(text: string): void;
  setInvalid(invalid: boolean): void;
}

/**
 * Creates a text field. `onCommit` gets the text when Enter is pressed or the field is left.
 * @param describedBy Element that says what is wrong, if anything is.
 */
export function textField(
  name: string,
  describedBy: HTMLElement,
  onCommit: (text: string) => void,
): TextControl {
  const element = document.createElement('vscode-text-field') as TextField;
  // It takes its text as its name each time it is put on the page. The style sheet hides the text.
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

/** Copies the describing words into the toolkit's shadow, where ids of the page mean nothing. */
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

/** Creates a checkbox. `rest` continues the label for people who do not see its place. */
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
      // Options are replaced only if they differ, because the list may be open.
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

/**
 * Makes the toolkit read the theme again. It does so only when the body's class is written, and not every theme does
 * that.
 */
export function refreshControls(): void {
  document.body.setAttribute('class', document.body.className);
}
