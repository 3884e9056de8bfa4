/** A person's own opinion, as rows of a summary: what was asked in short, and what was answered. */
import type { Channel, Opinion, Question, Rating, Speaker } from '@spplus/contract/opinion';
import { msg, str } from '@spplus/ui/localize';
import { scaleWords } from '../scale-words.ts';

export interface Row {
  /** Field of the form that holds it: a key of Opinion or Story, or the question of a rating. */
  name: string;
  label: string;
  value: string;
  /** Written by the person: shown as it is, in the direction it was written in. */
  isTyped: boolean;
}

function questionLabel(question: Question): string {
  switch (question) {
    case 'overall':
      return msg('Satisfaction générale', { id: 'follow-question-overall' });
    case 'delay':
      return msg('Délai', { id: 'follow-question-delay' });
    case 'access':
      return msg('Facilité à joindre le service', { id: 'follow-question-access' });
    case 'effort':
      return msg('Simplicité de la démarche', { id: 'follow-question-effort' });
    case 'relation':
      return msg('Accueil', { id: 'follow-question-relation' });
    case 'online':
      return msg('Démarche en ligne', { id: 'follow-question-online' });
    case 'page':
      return msg('Page utile', { id: 'follow-question-page' });
  }
}

const ratingText = ({ question, scale, value }: Rating): string =>
  scaleWords(question, scale)[value - 1] ?? msg(str`${value} sur 10`, { id: 'follow-ten' });

export function channelText(channel: Channel): string {
  switch (channel) {
    case 'counter':
      return msg('au guichet', { id: 'follow-channel-counter' });
    case 'phone':
      return msg('par téléphone', { id: 'follow-channel-phone' });
    case 'email':
      return msg('par e-mail', { id: 'follow-channel-email' });
    case 'online':
      return msg('en ligne', { id: 'follow-channel-online' });
    case 'post':
      return msg('par courrier', { id: 'follow-channel-post' });
    case 'video':
      return msg('en visio', { id: 'follow-channel-video' });
    case 'home':
      return msg('à domicile', { id: 'follow-channel-home' });
    case 'other':
      return msg('autrement', { id: 'follow-channel-other' });
  }
}

export function speakerText(speaker: Speaker): string {
  switch (speaker) {
    case 'self':
      return msg('Pour vous', { id: 'follow-speaker-self' });
    case 'relative':
      return msg('Pour un proche', { id: 'follow-speaker-relative' });
    case 'professional':
      return msg('Pour une personne que vous accompagnez', { id: 'follow-speaker-professional' });
  }
}

/** `2026-11` or `2026-11-23`, without a shift of day in zones west of Greenwich. */
export function dayText(date: string, locale: string): string {
  const hasDay = date.length > 7;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(hasDay && { day: 'numeric' }),
  });
  return format.format(new Date(hasDay ? date : `${date}-01`));
}

export function opinionRows(opinion: Opinion, locale: string): Row[] {
  const { story, date, channels, speaker } = opinion;
  const row =
    (isTyped: boolean) =>
    (name: string, label: string, value: string | undefined): Row[] =>
      value ? [{ name, label, value, isTyped }] : [];
  const typed = row(true);
  const chosen = row(false);
  const list = new Intl.ListFormat(locale);
  return [
    ...opinion.ratings.flatMap((rating) => chosen(rating.question, questionLabel(rating.question), ratingText(rating))),
    ...typed('title', msg('Titre', { id: 'follow-row-title' }), story?.title),
    ...typed('happened', msg('Ce qui s’est passé', { id: 'follow-row-happened' }), story?.happened),
    ...typed('wentWell', msg('Ce qui s’est bien passé', { id: 'follow-row-well' }), story?.wentWell),
    ...typed('wentBadly', msg('Ce qui s’est mal passé', { id: 'follow-row-badly' }), story?.wentBadly),
    ...typed('comment', msg('Votre message', { id: 'follow-row-comment' }), opinion.comment),
    ...chosen('date', msg('Quand', { id: 'follow-row-date' }), date && dayText(date, locale)),
    ...typed('procedure', msg('Démarche', { id: 'follow-row-procedure' }), opinion.procedure),
    ...chosen(
      'channels',
      msg('Comment vous avez joint le service', { id: 'follow-row-channels' }),
      channels && list.format(channels.map(channelText)),
    ),
    ...typed('tags', msg('Sujets', { id: 'follow-row-tags' }), opinion.tags && list.format(opinion.tags)),
    ...chosen('speaker', msg('Vous parlez', { id: 'follow-row-speaker' }), speaker && speakerText(speaker)),
    ...typed('pseudonym', msg('Nom affiché', { id: 'follow-row-pseudonym' }), opinion.pseudonym),
    ...typed('email', msg('Adresse e-mail, jamais publiée', { id: 'follow-row-email' }), opinion.email),
    ...chosen(
      'publish',
      msg('Publication', { id: 'follow-row-publish' }),
      opinion.publish
        ? msg('Oui, votre récit peut être publié', { id: 'follow-publish-yes' })
        : msg('Non', { id: 'follow-no' }),
    ),
  ];
}
