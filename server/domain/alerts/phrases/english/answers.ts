import type { AlertFamily } from '../../rule.ts';

/**
 * What a rep answers to it, or a customer to a rep who is stumped, as the second sign of a phrase
 * that ordinary calls say as well. Insults, strangers in an account and leaving need none.
 */
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
export const ENGLISH_ANSWERS: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  asks_for_manager: [
    '+ manager/supervisor/boss/lead/leader/director/management/escalate/escalation',
    '+ see/find/check who/if/whether available/free/here/in/around',
    '+ put/transfer/get/patch you through/over',
    '+ he/she/they in/on/at/with a/another/the meeting/lunch/call/line',
    '+ help/try/do you myself',
  ],
  legal_or_regulator: [
    '+ complaint/complaints/dispute/legal/lawyer/attorney/solicitor/regulator/ombudsman',
    '+ your right/rights',
    '+ make/put/take/add a note',
    '+ reference/case/claim number',
    '+ no need for/to',
  ],
  beyond_authority: [
    "+ can't/cannot/won't/not_able/unable + do/go/give/make/take/match/waive/get/offer/promise",
    '+ not + allowed/authorized/authorised/able/possible/supposed',
    '+ approval/approve/manager/supervisor/sign_off/policy/margin/discretion',
    '+ get into/in trouble',
    '+ really/seriously/brilliant/fantastic/legend/amazing/deal',
  ],
  competitor: [
    '+ match/beat/compare/comparison/competitor/apples/cheaper/undercut/counter',
    '+ what/who/which are/is/did/was they/it/theirs/offering/quote/quoting/including/included',
    '+ included/includes/include/including/difference/difference_is/different',
    '+ before you decide/sign/switch/go',
  ],
  stumped_rep: [
    "+ who/anybody/anyone/someone/somebody does/knows/would/can/else/there",
    "+ you don't/do_not know",
    '+ find/call/get/come/ring out/back/somebody/someone/me',
    '+ so is/are/does/do/will it/that/you/we a/yes/no/or',
    '+ really/seriously/helpful/brilliant/useless/great_help',
  ],
  close_at_hand: [
    '+ fantastic/wonderful/excellent/brilliant/congratulations/delighted/awesome/perfect/welcome/super',
    '+ send/email/text/draw/write/raise/put/prepare you/it/that/the/up over/across/agreement/contract/paperwork/order/invoice/link/docusign',
    '+ contract/agreement/paperwork/docusign/deposit/signature/purchase_order/start_date/onboarding/invoice',
    '+ need/take/get your/the/a/some card/details/email/address/licence/license/signature/number',
    '+ set/get you/that/it up/started/going',
  ],
};
