/** The class of a field's element, which shows that the field has an error. */
export const fieldClass = (error: unknown, more = ''): string =>
  ['slds-form-element', more, error ? 'slds-has-error' : ''].filter(Boolean).join(' ');
