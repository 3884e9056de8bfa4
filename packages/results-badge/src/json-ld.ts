/** Describes the results for search engines, in the page's head, when the team asks for it. */
import { resultsJsonLd } from '@spplus/domain/results-json-ld';
import { scriptJson } from '@spplus/domain/script-json';
import type { ReadResults } from '@spplus/domain/results-reader';
import { describeInHead } from '@spplus/ui/head-data';

export const describe = (element: Element, results: ReadResults, today: number): void =>
  describeInHead(element, element.isConnected ? scriptJson(resultsJsonLd(results, today)) : undefined);
