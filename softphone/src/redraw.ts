type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FIELDS = 'input[id], textarea[id], select[id]';

/** Puts something else in a place; what was being typed there stays, and the keyboard too, in whatever has the same id again. */
export function redraw(place: HTMLElement, made: HTMLElement | undefined): void {
  const typed = new Map([...place.querySelectorAll<Field>(FIELDS)].map(({ id, value }) => [id, value]));
  const focusedId = place.contains(document.activeElement) ? document.activeElement!.id : '';
  place.replaceChildren(...(made ? [made] : []));
  for (const field of place.querySelectorAll<Field>(FIELDS)) {
    const value = typed.get(field.id);
    if (value === undefined || value === field.value) continue;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }
  if (focusedId) place.querySelector<HTMLElement>(`#${CSS.escape(focusedId)}`)?.focus();
}
