/** Entries of « Vous nous l’avez demandé » in every form. */
import type { Improvement } from '@spplus/contract/improvement';

export const entry = (more: Partial<Improvement> = {}): Improvement => ({
  id: 'jeudi',
  commitment: 2,
  asked: 'Impossible de venir avant 17 heures',
  sources: ['feedback'],
  people: 41,
  status: 'done',
  answer: 'L’accueil reste ouvert jusqu’à 19 heures le jeudi.',
  date: '2026-09',
  publishedAt: '2026-09-03T08:00:00.000Z',
  ...more,
});

export const entries = (): Improvement[] => [
  entry({
    figure: {
      label: 'Personnes satisfaites des horaires',
      unit: '%',
      before: 58,
      after: 74,
      beforeN: 410,
      afterN: 388,
    },
    link: { label: 'Les horaires', url: 'https://valbrune.example/horaires' },
  }),
  entry({
    id: 'liste',
    commitment: 5,
    asked: 'La liste des documents n’est pas claire',
    sources: ['document-report', 'feedback'],
    people: 17,
    answer: 'Nous avons réécrit la page avec des habitants.',
    corrections: [{ at: '2026-10-02T09:00:00.000Z', text: 'La date de mise en ligne était fausse.' }],
  }),
  entry({ id: 'lundi', commitment: 2, asked: 'Personne ne décroche le lundi', status: 'started', sources: ['survey'] }),
  entry({
    id: 'appli',
    commitment: 3,
    asked: 'Une application',
    status: 'planned',
    sources: ['stakeholders'],
    people: 1,
  }),
  entry({
    id: 'dimanche',
    commitment: 2,
    asked: 'Ouvrir le dimanche',
    status: 'not-retained',
    answer: 'La mairie reste fermée le dimanche.',
    reason: 'Peu de personnes viendraient, et les démarches se font en ligne.',
  }),
];
