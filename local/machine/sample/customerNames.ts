/** The names of the customers of calls. */
export const CUSTOMER_NAMES = [
  'Ana Ruiz',
  'Ben Moreau',
  'Chidi Eze',
  'Dora Klein',
  'Emil Novak',
  'Farah Aziz',
  'Gita Rao',
  'Hugo Lind',
  'Iris Chen',
  'Jamal Reed',
  'Kira Olsen',
  'Luis Prado',
] as const;
