// Two small web components with open shadow roots.
class QuantityStepper extends HTMLElement {
  connectedCallback() {
    const max = () => +(this.getAttribute('max') ?? 99);
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>
      :host{display:inline-flex;border:1px solid #c9cec8;border-radius:8px;overflow:hidden;background:#fff}
      button{border:0;background:#f1f3ef;width:38px;font:600 18px system-ui;cursor:pointer}
      button:disabled{color:#aab0a8;cursor:default}
      input{width:46px;border:0;text-align:center;font:500 16px system-ui}
    </style><button type="button" aria-label="Fewer">−</button><input aria-label="Quantity" value="1" inputmode="numeric"><button type="button" aria-label="More">+</button>`;
    const [less, more] = root.querySelectorAll('button');
    this.input = root.querySelector('input');
    const set = n => {
      this.input.value = Math.min(max(), Math.max(1, n || 1));
      less.disabled = this.value <= 1;
      more.disabled = this.value >= max();
    };
    less.onclick = () => set(this.value - 1);
    more.onclick = () => set(this.value + 1);
    this.input.onchange = () => set(this.value);
    set(1);
  }
  get value() { return parseInt(this.input.value, 10) || 1; }
}

class StarRating extends HTMLElement {
  connectedCallback() {
    this.value = 0;
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>button{border:0;background:none;font-size:24px;line-height:1;cursor:pointer;color:#c9cec8;padding:0 2px}button.on{color:#c98a1b}</style>` +
      [1, 2, 3, 4, 5].map(n => `<button type="button" aria-pressed="false" aria-label="${n} ${n === 1 ? 'star' : 'stars'}">★</button>`).join('');
    const stars = [...root.querySelectorAll('button')];
    stars.forEach((star, i) => star.onclick = () => {
      this.value = i + 1;
      stars.forEach((s, j) => { s.classList.toggle('on', j <= i); s.setAttribute('aria-pressed', j === i); });
    });
  }
}
customElements.define('quantity-stepper', QuantityStepper);
customElements.define('star-rating', StarRating);
