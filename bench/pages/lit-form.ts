/** What Lit itself costs: the first question of our form, drawn by one bare element. */
import { css, html, LitElement } from 'lit';

const answers = ['Pas satisfait', 'Ni satisfait ni mécontent', 'Satisfait'];

class BareForm extends LitElement {
  static override styles = css`
    fieldset {
      border: 0;
      margin: 0;
      padding: 0;
    }
    button {
      font: inherit;
      padding: 0.75em;
      border: 1px solid #6a6a72;
      border-radius: 0.3em;
      background: none;
    }
  `;
  override render() {
    return html`<form novalidate>
      <h2>Donnez votre avis</h2>
      <fieldset>
        <legend>Globalement, êtes-vous satisfait de la qualité de service rendu par le service public ?</legend>
        <p>Votre réponse est envoyée dès que vous choisissez.</p>
        ${answers.map((answer) => html`<button type="button" aria-pressed="false"><span>${answer}</span></button>`)}
      </fieldset>
    </form>`;
  }
}
customElements.define('bare-form', BareForm);
