/** The extension speaks the language of VS Code, if there is a translation, and the charts panel with it. */
import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import { afterEach, expect, test, vi } from 'vitest';
import { l10n, Uri } from '../../support/fakeVscode';

vi.mock('vscode', () => import('../../support/fakeVscode'));
const { setLanguage } = await import('../../../src/vscode/language');
const { panelHtml } = await import('../../../src/vscode/charts/panelHtml');

const GERMAN = { en: 'de', 'No plan': 'Kein Plan', 'a </script> b': 'c </script> d' };

afterEach(() => {
  l10n.bundle = undefined;
  setLanguage();
});

test('without a translation all is English', () => {
  expect(setLanguage()).toBeUndefined();
  expect(t`No plan`).toBe('No plan');
});

test('a translation is spoken, and returned for the workers', () => {
  l10n.bundle = GERMAN;
  expect(setLanguage()).toBe(GERMAN);
  expect(t`No plan`).toBe('Kein Plan');
});

const page = (): string => {
  const webview = { cspSource: 'https://csp.example', asWebviewUri: (uri: unknown) => uri };
  return panelHtml(webview as vscode.Webview, new Uri('/extension') as vscode.Uri, l10n.bundle);
};

test('the page of the charts panel has no translation in English', () => {
  expect(page()).toContain('<html lang="en">');
  expect(page()).not.toContain('application/json');
});

test('the page of the charts panel has the translation as data, from which nothing escapes', () => {
  l10n.bundle = GERMAN;
  setLanguage();
  expect(page()).toContain('<html lang="de">');
  const [, json = ''] =
    /<script type="application\/json" id="texts">(.*?)<\/script>/s.exec(page()) ?? [];
  expect(JSON.parse(json)).toEqual(GERMAN);
  const [data = Infinity, script = 0] = ['id="texts"', 'main.js"'].map((each) =>
    page().indexOf(each),
  );
  expect(data).toBeLessThan(script);
});
