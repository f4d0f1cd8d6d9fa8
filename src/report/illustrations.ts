/** Chooses the charts of a report: Mermaid in the text, pictures beside it, or none. */
import { blocks, escapeMarkdown } from '../messages/markdown';
import { CHART_IDS, type ChartId } from '../charts/chart';
import { drawChart } from '../charts/drawCharts';
import { plainWords } from '../messages/codePieces';
import { DARK_STYLE } from '../charts/svg/darkColours';
import { renderSvg } from '../charts/svg/renderSvg';
import type { Assessment } from '../engine/assess/assessment';
import { stemOf } from './reportCharts';
import { tradeOffMermaid } from './tradeOffMermaid';

export interface Illustrations {
  /** Set if charts are written into the text. */
  readonly mermaid: boolean;
  /** Markdown that shows these charts from files beside the report. Undefined if there are none. */
  readonly images: (...ids: readonly ChartId[]) => string | undefined;
  /** Markdown that shows cost against latency. Undefined if there is nothing to show. */
  readonly tradeOff: (assessment: Assessment) => string | undefined;
}

/** A file to save beside a report. */
export interface Picture {
  readonly name: string;
  readonly svg: string;
}

export const MERMAID: Illustrations = {
  mermaid: true,
  images: () => undefined,
  tradeOff: tradeOffMermaid,
};
export const NO_CHARTS: Illustrations = {
  mermaid: false,
  images: () => undefined,
  tradeOff: () => undefined,
};

interface PicturesBeside {
  readonly illustrations: Illustrations;
  readonly pictures: readonly Picture[];
}

/** @param reportName Name of the report's file, which pictures are named after. */
export function drawPictures(assessment: Assessment, reportName: string): PicturesBeside {
  const stem = stemOf(reportName);
  const drawn = CHART_IDS.flatMap((id) => {
    const chart = drawChart(assessment, id);
    if (!chart) return [];
    const name = `${stem}.${id}.svg`;
    const says = `${chart.title}: ${plainWords(chart.conclusion)}`;
    return [{ id, name, svg: forBothThemes(renderSvg(chart)), image: imageOf(says, name) }];
  });
  const images = new Map(drawn.map(({ id, image }) => [id, image]));
  return {
    illustrations: {
      mermaid: false,
      images: (...ids) => blocks(...ids.map((id) => images.get(id))) || undefined,
      tradeOff: () => images.get('trade-off'),
    },
    pictures: drawn.map(({ name, svg }) => ({ name, svg })),
  };
}

/** Adds the colours on dark, which count where the reader's browser or editor is dark. */
function forBothThemes(svg: string): string {
  return svg.replace('\n<title', `\n${DARK_STYLE}\n<title`);
}

function imageOf(says: string, name: string): string {
  return `![${escapeMarkdown(says)}](${escapePath(name)})`;
}

/** A name as the address of a file in the same folder, with nothing that ends it or means more. */
function escapePath(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
