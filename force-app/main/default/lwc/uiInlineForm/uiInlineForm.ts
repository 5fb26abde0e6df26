import { LightningElement, api } from 'lwc';

/**
 * A button that opens a form (slot) in its place and focuses it. Fires `save` and `cancel`. Only
 * `close` or the person closes it.
 */
export default class UiInlineForm extends LightningElement {
  isOpen = false;
  private needsFocus = false;

  @api openLabel = '';
  @api openIcon?: string;
  /** The title of the button that opens it, such as its key. */
  @api openTitle?: string;
  @api saveLabel = '';
  @api cancelLabel = '';
  /** The buttons' data-action, by which tests find them. */
  @api openAction = 'open';
  @api saveAction = 'save';
  @api isBusy = false;

  @api close(): void {
    this.isOpen = false;
  }

  /** Opens the form, like a click on its button. */
  @api open(): void {
    this.handleOpen();
  }

  renderedCallback(): void {
    if (!this.needsFocus) return;
    this.needsFocus = false;
    const first = this.isOpen
      ? this.querySelector<HTMLElement>('select, textarea, input')
      : this.template!.querySelector<HTMLElement>('[data-opens]');
    first?.focus();
  }

  handleOpen(): void {
    this.isOpen = true;
    this.needsFocus = true;
  }

  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save'));
  }

  handleCancel(): void {
    this.isOpen = false;
    this.needsFocus = true;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleCancel();
  }
}
