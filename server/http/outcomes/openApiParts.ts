/** Shapes that several answers of the outcomes API have. */
export const count = { type: 'integer', minimum: 0 };
export const number = { type: 'number' };
export const share = { type: 'number', minimum: 0 };
export const date = { type: 'string', format: 'date' };
export const object = (properties: Record<string, unknown>, optional: readonly string[] = []) => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});
export const listOf = (items: unknown) => ({ type: 'array', items });
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const answered = {
  from: date,
  to: date,
  direction: { type: 'string', enum: ['inbound', 'outbound'] },
  scope: { type: 'string', enum: ['everybody', 'reps'] },
};

/** A body of this schema. */
export const json = (name: string) => ({ 'application/json': { schema: ref(name) } });
