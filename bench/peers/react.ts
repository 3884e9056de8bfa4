/** The form of the other pages in React, without a library of components: what its runtime costs. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { answers, comment, question, send } from './words.ts';

const choice = (answer: string, index: number) =>
  createElement('label', { key: index }, createElement('input', { type: 'radio', name: 'note', value: index }), answer);

const form = createElement(
  'form',
  null,
  createElement('fieldset', null, createElement('legend', null, question), answers.map(choice)),
  createElement('label', null, comment, createElement('textarea', { name: 'comment', rows: 5 })),
  createElement('button', null, send),
);

const place = document.getElementById('place');
if (place) createRoot(place).render(form);
