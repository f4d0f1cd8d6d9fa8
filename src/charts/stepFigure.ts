/** A figure of each step of a chart by load. */
import type { LoadStep } from '../engine/explore/byUsers';
import type { Figure } from '../engine/figure/figure';

/** Which of a step's figures a chart shows. */
export type StepFigure = (step: LoadStep) => Figure | undefined;
