/** Tells names of models from paths to a `config.json` beside the plan. */
export function isConfigPath(model: string): boolean {
  return /\.json$/i.test(model);
}
