/** Draws a state of the form as the element does, for stories and tests that walk the builders. */
import type { TemplateResult } from 'lit';
import type { FeedbackMode } from '../src/feedback-part.ts';
import type { Setting } from '../src/form/answers.ts';
import type { FormContext, FormGestures } from '../src/form/form-gestures.ts';
import { askingTemplate } from '../src/form/form-templates.ts';
import * as later from '../src/form/later.ts';
import * as panel from '../src/form/personal-data-panel.ts';
import * as sent from '../src/form/sending.ts';
import type { Shown } from './builders.ts';

const settingFor = (mode: FeedbackMode, language: string): Setting => ({
  scale: 'three',
  questions: mode === 'page' ? [] : ['delay', 'access'],
  procedure: '',
  tags: [],
  page: mode === 'page' ? '/carte-identite/' : undefined,
  language,
});

/** `locale` is the language that `msg()` answers in. */
export function drawForm({ mode, state }: Shown, locale: string, gestures: FormGestures): TemplateResult {
  const context: FormContext = {
    sent,
    later,
    panel,
    mode,
    setting: settingFor(mode, locale),
    locale,
    headingLevel: 2,
    gestures,
  };
  switch (state.view) {
    case 'asking':
      return askingTemplate(state, context);
    case 'checking':
      return later.checkingTemplate(state, context);
    case 'receipt':
      return sent.receiptTemplate(state, 'mairie-exemple', context);
  }
}
