/** The floor: a hand-written element with the shadow DOM of our closed page question, without any library. */
class PlainQuestion extends HTMLElement {
  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'open' });
    const box = root.appendChild(document.createElement('div'));
    box.lang = 'fr';
    box.dir = 'ltr';
    const group = box.appendChild(document.createElement('div'));
    group.setAttribute('role', 'group');
    group.className = 'row';
    const question = group.appendChild(document.createElement('p'));
    question.textContent = 'Cette page vous a-t-elle été utile ?';
    for (const answer of ['Oui', 'Non']) {
      const button = group.appendChild(document.createElement('button'));
      button.type = 'button';
      button.textContent = answer;
    }
  }
}
customElements.define('plain-question', PlainQuestion);
