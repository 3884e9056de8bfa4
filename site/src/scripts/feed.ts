/** « Avis et réponses »: published experiences and their answers, newest first, a page at a time. */
import { connect } from '@spplus/api-client/connection';
import { listExperiences } from '@spplus/api-client/experiences';
import type { PublishedExperience } from '@spplus/contract/experience';
import { element, place } from './dom.ts';
import { leaning, outcomeNames, sayDate, sayDateOrMonth, sayFailure, sayRating, channelNames } from './wording.ts';

const pageSize = 10;
const feed = place('feed');
const { api = '', service = '' } = feed.dataset;
const connection = connect({ api });

const list = element('div', { class: 'feed' });
const status = element('p', { role: 'status' }, 'Nous cherchons les avis…');
const more = element('button', { type: 'button', class: 'button button-quiet' }, 'Afficher plus d’avis');
let cursor: string | undefined;

function paragraph(
  title: string,
  text: string | undefined,
  written: Record<string, string>,
): (HTMLElement | undefined)[] {
  return text ? [element('h3', {}, title), element('p', written, text)] : [];
}

function show(experience: PublishedExperience): HTMLElement {
  const { story, ratings, answers, language } = experience;
  // What a person wrote is in their language, whose direction the text itself tells.
  const written = { lang: language, dir: 'auto' };
  const when = experience.date ? `, ${sayDateOrMonth(experience.date)}` : '';
  const how = experience.channels?.length
    ? `, ${experience.channels.map((channel) => channelNames[channel]).join(', ')}`
    : '';
  const title = `avis-${experience.id}`;
  return element(
    'article',
    { class: 'opinion', 'aria-labelledby': title },
    element(
      'div',
      { class: 'opinion-body' },
      element('h2', { id: title, ...written }, story.title),
      element('p', { class: 'byline' }, element('bdi', {}, experience.pseudonym ?? 'Une personne'), `${when}${how}`),
      element(
        'ul',
        { class: 'marks' },
        ...ratings.map((rating) => element('li', { class: `mark mark-${leaning(rating)}` }, sayRating(rating))),
      ),
      element('p', written, story.happened),
      ...paragraph('Ce qui s’est bien passé', story.wentWell, written),
      ...paragraph('Ce qui s’est moins bien passé', story.wentBadly, written),
    ),
    ...answers.map((answer) =>
      element(
        'div',
        { class: 'reply' },
        element('h3', {}, `Réponse de la mairie, le ${sayDate(answer.answeredAt)}`),
        element('p', { dir: 'auto' }, answer.body),
        element('p', { class: 'signature' }, answer.signature),
        element(
          'ul',
          { class: 'marks' },
          element('li', { class: 'mark' }, outcomeNames[answer.outcome]),
          answer.useful === undefined
            ? undefined
            : element('li', { class: 'mark' }, answer.useful ? 'Réponse jugée utile' : 'Réponse jugée peu utile'),
        ),
      ),
    ),
    answers.length === 0 && element('p', { class: 'waiting' }, 'La mairie n’a pas encore répondu.'),
  );
}

/** Loads the next page; after « Afficher plus », focus goes to the first opinion that it brought. */
async function load(byHand: boolean): Promise<void> {
  more.disabled = true;
  try {
    const page = await listExperiences(connection, service, { limit: pageSize, ...(cursor && { cursor }) });
    const shown = page.items.map(show);
    list.append(...shown);
    cursor = page.next;
    status.textContent =
      list.childElementCount === 0 ? 'Aucun avis n’est publié pour le moment. Donnez le premier.' : '';
    more.textContent = 'Afficher plus d’avis';
    more.hidden = !cursor;
    const first = shown[0];
    if (byHand && first) {
      first.tabIndex = -1;
      first.focus();
    }
  } catch (error) {
    status.textContent = sayFailure(error);
    more.textContent = 'Réessayer';
    more.hidden = false;
  }
  more.disabled = false;
}

more.hidden = true;
more.addEventListener('click', () => void load(true));
feed.append(status, list, more);
void load(false);
