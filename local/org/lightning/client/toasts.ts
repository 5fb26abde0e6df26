import { h, icon } from './dom.ts';

const SHOWN_MS = 5_000;
const ICONS: Record<string, string> = {
  success: 'utility:success',
  error: 'utility:error',
  warning: 'utility:warning',
  info: 'utility:info',
};

/** Shows the toasts of ShowToastEvent. */
export function showToasts(root: HTMLElement): void {
  const stack = h('div', { class: 'page-toasts', role: 'status', 'aria-live': 'polite' });
  root.append(stack);
  document.addEventListener('lightning__showtoast', (event) => {
    const {
      title = '',
      message = '',
      variant = 'info',
      mode,
    } = (
      event as CustomEvent<{ title?: string; message?: string; variant?: string; mode?: string }>
    ).detail;
    const toast = h(
      'div',
      { class: `slds-notify slds-notify_toast slds-theme_${variant}` },
      icon(ICONS[variant] ?? ICONS.info!, 'small'),
      h(
        'div',
        { class: 'slds-notify__content' },
        h('h2', { class: 'slds-text-heading_small' }, title),
        message && h('p', {}, message),
      ),
      h(
        'button',
        {
          class: 'slds-button slds-button_icon slds-button_icon-inverse slds-notify__close',
          'aria-label': 'Close',
          onclick: () => toast.remove(),
        },
        icon('utility:close', 'x-small'),
      ),
    );
    stack.append(toast);
    if (mode !== 'sticky') setTimeout(() => toast.remove(), SHOWN_MS);
  });
}
