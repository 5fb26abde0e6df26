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

/** Where the customers of calls are: the law asks for everybody's consent in two of these places. */
export const CUSTOMER_PLACES = ['TX', 'NY', 'GA', 'OH', 'CO', 'NC', 'CA', 'WA'].map((region) => ({
  country: 'US',
  region,
}));
