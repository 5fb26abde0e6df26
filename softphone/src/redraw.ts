type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FIELDS = 'input[id], textarea[id], select[id]';

/**
 * Replaces the content of an element. Fields with the same id keep their value and focus, and a
 * button with the same name keeps its focus, so that a change of the page does not interrupt
 * typing.
 */
export function redraw(place: HTMLElement, content: HTMLElement | undefined): void {
  const values = new Map(
    [...place.querySelectorAll<Field>(FIELDS)].map(({ id, value }) => [id, value]),
  );
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const focusedId = focused?.id ?? '';
  const focusedName = focused instanceof HTMLButtonElement ? nameOf(focused) : undefined;
  place.replaceChildren(...(content ? [content] : []));
  for (const field of place.querySelectorAll<Field>(FIELDS)) {
    const value = values.get(field.id);
    if (value === undefined || value === field.value) continue;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }
  if (focusedId) place.querySelector<HTMLElement>(`#${CSS.escape(focusedId)}`)?.focus();
  else if (focusedName !== undefined)
    [...place.querySelectorAll('button')].find((one) => nameOf(one) === focusedName)?.focus();
}

export const nameOf = (button: HTMLButtonElement): string =>
  button.getAttribute('aria-label') ?? button.textContent ?? '';
