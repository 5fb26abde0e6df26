import { LOOK_DAYS, type DealResult } from '../../domain/outcomes/dealResults.ts';
import type { CountedDeals, DealCell } from '../../domain/outcomes/dealWorth.ts';

/*
 * The bytes of a result, numbers with the highest byte first:
 *   0  the order of the stage (int16)         2  the band of the amount (int8)
 *   3  by which look it was closed, from 1    4  days to close (int32)    8  days of the cycle (int32)
 *  12  of each look, its move and whether the owner is new    16  the currency, three letters or zeros
 *  19  whether anything was won; if so, 32 bytes of revenue follow and 32 of revenue in the currency
 */
const FIXED = 20;
const REVENUE = 8 * LOOK_DAYS.length;
const NO_STAGE = -32_768;
const NO_BAND = -128;
const NO_DAYS = -1;
const NEW_OWNER = 8;
const MOVES = ['forward', 'back', 'same', 'won', 'lost', 'reopened', 'gone'] as const;
const CURRENCY_LETTERS = 3;
const CLOSES = ['daysToClose', 'cycleDays'] as const;

/** Two bands per power of ten, so that deals of similar amounts are in the same band. */
const bandOf = (amount: number): number => Math.floor(2 * Math.log10(Math.max(amount, 1)));

/** What is summed up of a result. */
export function packedDeal(result: DealResult): Buffer {
  const { then, currency = '' } = result;
  const isRevenue = then.some(({ revenue }) => revenue !== undefined);
  const bytes = Buffer.alloc(isRevenue ? FIXED + 2 * REVENUE : FIXED);
  bytes.writeInt16BE(result.stageOrder ?? NO_STAGE, 0);
  bytes.writeInt8(result.amount === undefined ? NO_BAND : bandOf(result.amount), 2);
  bytes.writeUInt8(1 + then.findIndex(({ move }) => move === 'won' || move === 'lost'), 3);
  bytes.writeInt32BE(result.daysToClose ?? NO_DAYS, 4);
  bytes.writeInt32BE(result.cycleDays ?? NO_DAYS, 8);
  then.forEach(({ move, hasNewOwner }, place) => {
    const code = move === undefined ? 0 : 1 + MOVES.indexOf(move);
    bytes.writeUInt8(code + (hasNewOwner ? NEW_OWNER : 0), 12 + place);
  });
  bytes.write(currency.slice(0, CURRENCY_LETTERS), 16, 'latin1');
  if (!isRevenue) return bytes;
  bytes.writeUInt8(1, 19);
  then.forEach(({ revenue = 0, ownRevenue = 0 }, place) => {
    bytes.writeDoubleBE(revenue, FIXED + 8 * place);
    bytes.writeDoubleBE(ownRevenue, FIXED + REVENUE + 8 * place);
  });
  return bytes;
}

type Changing<T> = { -readonly [key in keyof T]: T[key] };
type Cell = Omit<DealCell, 'then'> & { readonly then: Changing<DealCell['then'][number]>[] };
type Currency = Changing<CountedDeals['currencies'][number]>;
type Close = Changing<CountedDeals['closes'][number]>;

/** The results of a rep's deals, one behind the other. */
interface PackedDeals {
  readonly repUserId: string;
  readonly isJoined: boolean;
  readonly packed: Buffer;
}

const nothing = (): Cell['then'][number] => ({
  known: 0,
  movedOn: 0,
  movedBack: 0,
  won: 0,
  lost: 0,
  gone: 0,
  newOwner: 0,
  revenue: 0,
});

/** Sums results up: alike deals of a rep, how long deals took, and what was won in each currency. */
export function countedDeals(rows: readonly PackedDeals[]): CountedDeals {
  const cells: Cell[] = [];
  const closes = new Map<number, Close>();
  const currencies = new Map<number, Currency>();
  for (const { repUserId, isJoined, packed } of rows) {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const own = new Map<number, Cell>();
    for (let at = 0; at < packed.length;) {
      const stage = view.getInt16(at);
      const band = view.getInt8(at + 2);
      const key = stage * 256 + band;
      let cell = own.get(key);
      if (!cell) {
        cell = {
          repUserId,
          isJoined,
          stageOrder: stage === NO_STAGE ? null : stage,
          amountBand: band === NO_BAND ? null : band,
          then: LOOK_DAYS.map(nothing),
        };
        own.set(key, cell);
      }
      const isRevenue = view.getUint8(at + 19) === 1;
      const deal = { view, at, isJoined, isRevenue };
      addLooks(cell, deal);
      addClose(closes, deal);
      if (isRevenue) addCurrency(currencies, deal);
      at += isRevenue ? FIXED + 2 * REVENUE : FIXED;
    }
    for (const cell of own.values()) cells.push(cell);
  }
  return {
    cells,
    closes: [...closes.values()],
    currencies: [...currencies.values()].sort((a, b) => a.days - b.days || b.revenue - a.revenue),
  };
}

interface Deal {
  readonly view: DataView;
  /** Where it begins. */
  readonly at: number;
  readonly isJoined: boolean;
  readonly isRevenue: boolean;
}

const codeOf = (move: (typeof MOVES)[number]): number => 1 + MOVES.indexOf(move);
const FORWARD = codeOf('forward');
const BACK = codeOf('back');
const WON = codeOf('won');
const LOST = codeOf('lost');
const GONE = codeOf('gone');

function addLooks({ then }: Cell, { view, at, isRevenue }: Deal): void {
  for (let place = 0; place < LOOK_DAYS.length; place += 1) {
    const code = view.getUint8(at + 12 + place);
    const move = code % NEW_OWNER;
    const sum = then[place]!;
    if (move > 0) sum.known += 1;
    if (move === FORWARD || move === WON) sum.movedOn += 1;
    if (move === BACK) sum.movedBack += 1;
    if (move === WON) sum.won += 1;
    if (move === LOST) sum.lost += 1;
    if (move === GONE) sum.gone += 1;
    if (code >= NEW_OWNER) sum.newOwner += 1;
    if (isRevenue) sum.revenue += view.getFloat64(at + FIXED + 8 * place);
  }
}

function addClose(closes: Map<number, Close>, { view, at, isJoined }: Deal): void {
  const closedBy = view.getUint8(at + 3);
  if (closedBy === 0) return;
  for (const kind of CLOSES) {
    const value = view.getInt32(at + (kind === 'daysToClose' ? 4 : 8));
    if (value === NO_DAYS) continue;
    const group = (closedBy * 2 + (isJoined ? 1 : 0)) * 2 + CLOSES.indexOf(kind);
    const key = value * 32 + group;
    const close = closes.get(key);
    if (close) close.count += 1;
    else closes.set(key, { isJoined, days: LOOK_DAYS[closedBy - 1]!, of: kind, value, count: 1 });
  }
}

function addCurrency(currencies: Map<number, Currency>, { view, at, isJoined }: Deal): void {
  const letters = [16, 17, 18].map((place) => view.getUint8(at + place));
  for (let place = 0; place < LOOK_DAYS.length; place += 1) {
    if (view.getUint8(at + 12 + place) % NEW_OWNER !== WON) continue;
    const revenue = view.getFloat64(at + FIXED + REVENUE + 8 * place);
    const key = letters.reduce((all, one) => all * 256 + one, place * 2 + (isJoined ? 1 : 0));
    const sum = currencies.get(key);
    if (sum) {
      sum.won += 1;
      sum.revenue += revenue;
      continue;
    }
    const currency = letters.some((one) => one > 0) ? String.fromCharCode(...letters) : null;
    currencies.set(key, { isJoined, days: LOOK_DAYS[place]!, currency, won: 1, revenue });
  }
}
