/** Style of the preview: colours of the theme only, so that it follows dark, light and high contrast. */
export const previewStyle = `
body { color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); padding: 0 20px 24px; }
h1 { font-size: 1.5em; font-weight: 600; margin: 20px 0 8px; }
h2 { font-size: 1.15em; font-weight: 600; margin: 28px 0 8px; overflow-wrap: anywhere; }
h3 { font-size: 1em; font-weight: 600; margin: 14px 0 4px; }
code, pre { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
code { color: var(--vscode-textPreformat-foreground); background: none; }
.format, .known { color: var(--vscode-descriptionForeground); font-weight: 400; font-size: var(--vscode-font-size); margin-left: 6px; }
.buttons { margin: 14px 0; }
.button { display: inline-block; padding: 5px 14px; border-radius: 2px; text-decoration: none; margin: 0 8px 6px 0;
  color: var(--vscode-button-foreground); background: var(--vscode-button-background);
  border: 1px solid var(--vscode-button-border, transparent); }
.button:hover { background: var(--vscode-button-hoverBackground); color: var(--vscode-button-foreground); }
.button.secondary { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
.button.secondary:hover { background: var(--vscode-button-secondaryHoverBackground); color: var(--vscode-button-secondaryForeground); }
a:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
/* A shadow where a table goes on: the covers scroll with the table, the shadows do not. */
.wide { overflow-x: auto; --shadow: var(--vscode-contrastBorder, var(--vscode-scrollbarSlider-activeBackground)); --cover: var(--vscode-editor-background);
  background: linear-gradient(90deg, var(--cover) 14px, transparent) left / 28px 100% no-repeat local, linear-gradient(270deg, var(--cover) 14px, transparent) right / 28px 100% no-repeat local,
    linear-gradient(90deg, var(--shadow), transparent) left / 12px 100% no-repeat scroll, linear-gradient(270deg, var(--shadow), transparent) right / 12px 100% no-repeat scroll; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 4px 8px; white-space: nowrap; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
th { font-weight: 600; }
th:first-child { text-align: left; padding-left: 0; white-space: normal; }
tbody th { font-weight: 400; }
.measured th[scope=row] { text-align: left; padding-left: 8px; }
.measured th[scope=rowgroup] { white-space: nowrap; vertical-align: top; padding-right: 20px; }
.measured tr:not(:last-child) td, .measured tr:not(:last-child) th:not([scope=rowgroup]) { border-bottom-color: transparent; }
tr.known td, tr.known th { color: var(--vscode-descriptionForeground); }
ul { margin: 0; padding-left: 20px; }
li { margin: 3px 0; }
.refused, .changed { border-left: 3px solid var(--vscode-editorWarning-foreground); padding-left: 10px; }
details { margin-top: 28px; }
summary { cursor: pointer; font-weight: 600; }
pre { padding: 12px; overflow-x: auto; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); }
`;
