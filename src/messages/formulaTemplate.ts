/** Texts of formulas, with places for their inputs; the compiler knows which names there are. */
import { t as translate } from '@vscode/l10n';
import type { Figure, InputsOf } from '../engine/figure/figure';
import type { FormulaCode, InputNames } from '../engine/figure/formulas';

/** Text with places: the compiler keeps what is said in it, which it would not of a `string`. */
type Text = `${string}{${string}}${string}`;

/** Translates a text of a formula. Its places are the same in every language, so it keeps its type. */
export function t<const Translated extends string>(text: Translated): Translated {
  return translate(text) as Translated;
}

/** Texts of formulas. Tables are written with `satisfies Templates<...>`, so that `NamesKnown` can read them. */
export type Templates<Code extends FormulaCode> = {
  readonly [C in Code]: (inputs: InputsOf<C>, result: Figure) => Text;
};

/** Templates whose texts name inputs of their own formula only; for others the name that does not exist. */
export type NamesKnown<All> = {
  readonly [Code in keyof All]: [UnknownNames<Code, All[Code]>] extends [never]
    ? All[Code]
    : { readonly noInput: UnknownNames<Code, All[Code]> };
};

type UnknownNames<Code, Template> = Template extends (...inputs: never) => infer Shown
  ? Exclude<
      NamesIn<Shown>,
      '=' | `*${string}` | (Code extends FormulaCode ? keyof InputNames[Code] : never)
    >
  : never;

/** Names in places: `'tokens' | 'share' | '='` for `{tokens#} × {share?} = {=}`. */
type NamesIn<Shown> = Shown extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}${'#' | '?'}` ? Name : Place) | NamesIn<Rest>
  : never;
