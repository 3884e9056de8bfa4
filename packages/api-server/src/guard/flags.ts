/** What an agent should know before reading an opinion. Nothing here refuses anything. */
import type { Flag } from '@spplus/contract/agent';
import type { Guard } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import { attentionIn } from '@spplus/domain/attention-words';
import { findPersonalData } from '@spplus/domain/personal-data';

/** Everything a person wrote, as one text. */
const wordsOf = ({ comment, story, pseudonym, procedure }: Opinion): string =>
  [comment, story?.title, story?.happened, story?.wentWell, story?.wentBadly, pseudonym, procedure]
    .filter(Boolean)
    .join('\n');

/** Flags that come from the words alone; asked again when they are corrected. */
export function flagsOfWords(opinion: Opinion): Flag[] {
  const words = wordsOf(opinion);
  if (!words) return [];
  return [...attentionIn(words), ...(findPersonalData(words).length > 0 ? (['personal-data'] as const) : [])];
}

/** Signs of a robot; `minimumTime` in milliseconds. */
export const flagsOfGuard = ({ trap, elapsed }: Guard, minimumTime: number): Flag[] => [
  ...(trap ? (['trap'] as const) : []),
  ...(elapsed < minimumTime ? (['too-fast'] as const) : []),
];
