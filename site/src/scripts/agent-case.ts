/** One opinion in the agents' corner: what it says, what to watch, and the three gestures: accept, refuse, answer. */
import type { Connection } from '@spplus/api-client/connection';
import { answerFeedback, moderate } from '@spplus/api-client/agent';
import { newKey } from '@spplus/api-client/idempotency-key';
import type { QueueItem } from '@spplus/contract/agent';
import type { Outcome } from '@spplus/contract/answer';
import type { RefusalReason } from '@spplus/contract/moderation';
import { element, field, select } from './dom.ts';
import {
  channelNames,
  flagNames,
  outcomeNames,
  refusalNames,
  sayDate,
  sayFailure,
  sayRating,
  statusNames,
} from './wording.ts';

interface Desk {
  connection: Connection;
  service: string;
  /** Says a sentence in the page's status line. */
  say: (sentence: string) => void;
}

const entries = <Key extends string>(names: Readonly<Record<Key, string>>) => Object.entries(names) as [Key, string][];

function facts({ opinion, wishesAnswer, email, status, publishedAt, refusal }: QueueItem): HTMLElement {
  const rows: [string, string | undefined][] = [
    ['Notes', opinion?.ratings.map(sayRating).join(', ')],
    ['Récit', opinion?.story?.happened],
    ['Bien passé', opinion?.story?.wentWell],
    ['Moins bien passé', opinion?.story?.wentBadly],
    ['Mot à l’équipe', opinion?.comment],
    ['Démarche', opinion?.procedure],
    ['Contact', opinion?.channels?.map((channel) => channelNames[channel]).join(', ')],
    ['Page', opinion?.page],
    ['Signé', opinion?.pseudonym],
    ['Réponse', wishesAnswer ? `souhaitée${email ? `, à ${email}` : ''}` : undefined],
    [
      'Publication',
      opinion?.publish ? (publishedAt ? `publié le ${sayDate(publishedAt)}` : 'autorisée par la personne') : 'non',
    ],
    ['État', statusNames[status]],
    ['Refus', refusal && `${refusalNames[refusal.reason]}${refusal.message ? ` – ${refusal.message}` : ''}`],
  ];
  return element(
    'dl',
    {},
    ...rows
      .filter((row): row is [string, string] => Boolean(row[1]))
      .flatMap(([term, said]) => [element('dt', {}, term), element('dd', { dir: 'auto' }, said)]),
  );
}

/** Draws the case, and draws it again in place after each decision, with focus kept on its title. */
export function caseOf(item: QueueItem, desk: Desk): HTMLElement {
  const { reference, version, flags, opinion, answers } = item;
  const title = element('h2', { tabindex: '-1', dir: 'auto' }, opinion?.story?.title ?? `Avis ${reference}`);
  const urgent = flags.some((flag) => flag === 'distress' || flag === 'threat');
  const card = element('article', { class: urgent ? 'case case-urgent' : 'case', 'aria-label': `Avis ${reference}` });

  function showAgain(next: QueueItem, sentence: string): void {
    const drawn = caseOf(next, desk);
    card.replaceWith(drawn);
    drawn.querySelector('h2')?.focus();
    desk.say(sentence);
  }

  async function decide(control: HTMLButtonElement, work: () => Promise<[QueueItem, string]>): Promise<void> {
    control.disabled = true;
    try {
      showAgain(...(await work()));
    } catch (error) {
      desk.say(sayFailure(error));
      control.disabled = false;
    }
  }

  const accept = element(
    'button',
    { type: 'button', class: 'button' },
    opinion?.story && opinion.publish ? 'Accepter et publier' : 'Accepter',
  );
  const acceptKey = newKey();
  accept.addEventListener('click', () => {
    void decide(accept, async () => [
      await moderate(desk.connection, desk.service, reference, { decision: 'accept', version }, { key: acceptKey }),
      `L’avis ${reference} est accepté.`,
    ]);
  });

  function refusalForm(): HTMLElement {
    const reason = select(`motif-${reference}`, entries(refusalNames));
    const message = element('textarea', { id: `message-${reference}`, rows: '3', maxlength: '2000' });
    const send = element('button', { class: 'button' }, 'Refuser l’avis');
    // A key goes with one content: what is changed after a failure is another request.
    let key = newKey();
    const form = element(
      'form',
      {},
      field('Motif', reason),
      field(
        'Message à la personne (facultatif)',
        message,
        'Dites-lui ce qu’elle peut changer : elle peut réécrire son avis.',
      ),
      send,
    );
    form.addEventListener('input', () => (key = newKey()));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = message.value.trim();
      void decide(send, async () => [
        await moderate(
          desk.connection,
          desk.service,
          reference,
          { decision: 'refuse', version, reason: reason.value as RefusalReason, ...(words && { message: words }) },
          { key },
        ),
        `L’avis ${reference} est refusé. La personne verra le motif avec son reçu.`,
      ]);
    });
    return element('details', {}, element('summary', {}, 'Refuser…'), form);
  }

  function answerForm(): HTMLElement {
    const body = element('textarea', { id: `reponse-${reference}`, rows: '5', maxlength: '5000', required: true });
    const outcome = select(`suite-${reference}`, entries(outcomeNames));
    const signature = element('input', {
      id: `signature-${reference}`,
      maxlength: '120',
      required: true,
      value: 'L’équipe de l’accueil',
    });
    const send = element('button', { class: 'button' }, 'Envoyer la réponse');
    let key = newKey();
    const form = element(
      'form',
      {},
      field('Réponse', body, 'Elle est publiée avec l’avis, si l’avis l’est.'),
      field('Suite donnée', outcome),
      field('Signature', signature),
      send,
    );
    form.addEventListener('input', () => (key = newKey()));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void decide(send, async () => {
        const draft = { body: body.value.trim(), signature: signature.value.trim(), outcome: outcome.value as Outcome };
        const answer = await answerFeedback(desk.connection, desk.service, reference, draft, { key });
        return [{ ...item, answers: [...answers, answer] }, `Votre réponse à l’avis ${reference} est envoyée.`];
      });
    });
    return element('details', {}, element('summary', {}, answers.length > 0 ? 'Répondre encore…' : 'Répondre…'), form);
  }

  const replies = answers.map((answer) =>
    element(
      'div',
      { class: 'reply' },
      element('p', { dir: 'auto' }, answer.body),
      element('p', { class: 'signature' }, `${answer.signature}, le ${sayDate(answer.answeredAt)}`),
    ),
  );
  card.append(
    title,
    element('p', { class: 'byline' }, `Reçu le ${sayDate(item.receivedAt)}, référence ${reference}`),
    element(
      'ul',
      { class: 'flags', hidden: flags.length === 0 },
      ...flags.map((flag) =>
        element(
          'li',
          { class: flag === 'distress' || flag === 'threat' ? 'flag flag-urgent' : 'flag' },
          flagNames[flag],
        ),
      ),
    ),
    element(
      'p',
      { class: 'notice notice-alert', hidden: !urgent },
      'Lisez cet avis en premier. Si une personne est en danger, suivez la procédure d’urgence de votre service.',
    ),
    facts(item),
    ...replies,
  );
  if (item.status === 'pending') card.append(accept, refusalForm());
  if (item.status === 'accepted' || item.status === 'pending') card.append(answerForm());
  return card;
}
