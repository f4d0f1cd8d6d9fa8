/** A figure of each step of a chart by load. */
import type { LoadStep } from '../engine/explore/byUsers';
import type { Figure } from '../engine/figure/figure';

/** Selects the figure of a step that a chart shows. */
export type StepFigure = (step: LoadStep) => Figure | undefined;
