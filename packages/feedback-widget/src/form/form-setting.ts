/** What the page that carries the form settles for every opinion given there. */
import { questions as allQuestions, type Question, type Scale } from '@spplus/contract/opinion-terms';
import type { FeedbackHost } from '../feedback-part.ts';
import type { Setting } from './answers.ts';

const officialQuestions: readonly Question[] = ['delay', 'access', 'effort', 'relation'];

export function settingOf(host: FeedbackHost): Setting {
  const asked = (host.setting('questions') ?? '').split(/\s+/);
  const scale = host.setting('scale');
  const isPage = host.mode === 'page';
  const chosen = allQuestions.filter(
    (question) => asked.includes(question) && question !== 'overall' && question !== 'page',
  );
  return {
    scale: (scale === 'four' || scale === 'ten' ? scale : 'three') satisfies Scale,
    questions: isPage ? [] : chosen.length > 0 || host.mode !== 'experience' ? chosen : officialQuestions,
    // Cut to what a server takes: nobody's opinion is refused for what a page said.
    procedure: (host.setting('procedure') ?? '').slice(0, 200),
    tags: (host.setting('tags') ?? '')
      .split(',')
      .map((tag) => tag.trim().slice(0, 60))
      .filter(Boolean)
      .slice(0, 10),
    page: isPage ? location.pathname.slice(0, 300) : undefined,
    language: host.element.locale,
  };
}
