/** What a page downloads of the built files, element by element. */
import { chromium } from '@playwright/test';
import { chromiumArguments, findProgram } from '../browsers/find-browsers.ts';
import type { Measure } from './compare.ts';
import { measureContact } from './measure-contact.ts';
import { measureFeedback } from './measure-feedback.ts';
import { measureResults } from './measure-results.ts';

export async function measureAll(folder: string): Promise<Record<string, Measure>> {
  const browser = await chromium.launch({ executablePath: findProgram('chromium'), args: chromiumArguments });
  try {
    return {
      ...(await measureFeedback(browser, folder)),
      ...(await measureContact(browser, folder)),
      ...(await measureResults(browser, folder)),
    };
  } finally {
    await browser.close();
  }
}
