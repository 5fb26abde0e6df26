type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FIELDS = 'input[id], textarea[id], select[id]';

/** Replaces the content of an element. Fields with the same id keep their value and focus. */
export function redraw(place: HTMLElement, content: HTMLElement | undefined): void {
  const values = new Map(
    [...place.querySelectorAll<Field>(FIELDS)].map(({ id, value }) => [id, value]),
  );
  const focusedId = place.contains(document.activeElement) ? document.activeElement!.id : '';
  place.replaceChildren(...(content ? [content] : []));
  for (const field of place.querySelectorAll<Field>(FIELDS)) {
    const value = values.get(field.id);
    if (value === undefined || value === field.value) continue;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }
  if (focusedId) place.querySelector<HTMLElement>(`#${CSS.escape(focusedId)}`)?.focus();
}
