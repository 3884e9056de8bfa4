/** The same form for all peers: a question with five answers, a comment, a button. */
export const question = 'Globalement, êtes-vous satisfait de la qualité de service rendu par le service public ?';
export const answers: readonly string[] = [
  'Pas du tout satisfait',
  'Peu satisfait',
  'Ni satisfait ni mécontent',
  'Satisfait',
  'Très satisfait',
];
export const comment = 'Votre commentaire';
export const send = 'Envoyer mon avis';
export const open = 'Je donne mon avis';

export const sentryWords = {
  showBranding: false,
  enableScreenshot: false,
  triggerLabel: open,
  formTitle: open,
  messageLabel: comment,
  submitButtonLabel: send,
};

/** As PostHog's API describes a survey, shown at once or behind a tab. */
export const survey = (type: 'popover' | 'widget') => ({
  id: 'bench',
  name: open,
  type,
  start_date: '2026-01-01T00:00:00Z',
  end_date: null,
  conditions: null,
  targeting_flag_key: null,
  appearance: { widgetType: 'tab', widgetLabel: open, widgetColor: '#000091', whiteLabel: true },
  questions: [
    { id: 'note', type: 'single_choice', question, choices: answers },
    { id: 'comment', type: 'open', question: comment },
  ],
});
