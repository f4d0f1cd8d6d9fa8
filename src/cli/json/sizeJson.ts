/** Writes everything known about a plan as JSON, version 1: see docs/cli.md and its schema. */
import { nextMeasurements } from '../../engine/recommend/nextMeasurements';
import { recommend } from '../../engine/recommend/recommend';
import { describeFindings, type CheckedFile } from '../formats/checkedFile';
import { engineJson } from './engineJson';
import { findingJson } from './findingJson';
import { lazyList } from './lazyList';
import { measurementJson, recommendationJson } from './recommendationJson';
import { scenariosJson } from './scenarioJson';

export interface SizeInput extends CheckedFile {
  readonly toolVersion: string;
}

export function sizeJson({ file, analysis, toolVersion }: SizeInput) {
  const { assessment } = analysis;
  return {
    version: 1,
    tool: { name: 'capacity-plan', version: toolVersion },
    file,
    title: assessment?.plan.title ?? null,
    /** False if the text could not be read as a plan. Then only its problems are listed. */
    assessed: assessment !== undefined,
    engines: assessment ? lazyList(assessment.engines, engineJson) : [],
    scenarios: assessment ? scenariosJson(assessment) : [],
    recommendations: assessment ? lazyList(recommend(assessment), recommendationJson) : [],
    nextMeasurements: assessment
      ? lazyList(nextMeasurements(assessment), (each) => measurementJson(assessment.plan, each))
      : [],
    findings: lazyList(describeFindings(analysis), findingJson),
  };
}
