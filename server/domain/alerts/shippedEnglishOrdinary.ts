import type { AlertFamily } from './rule.ts';

/**
 * What ordinary sales calls say where an alarm would be false: a past case, somebody else's contract,
 * a role in the product, praise. Each line holds for every English phrase of its family, in the
 * notation of pattern.ts.
 */
// prettier-ignore
export const ENGLISH_ORDINARY: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  asks_for_manager: [
    '!3 mode/position/badge/portal/course/certification/exam/handbook/keys/shirt/app/just_wondering/just_curious/at_our_place/at_my_place/on_our_end/on_our_side/on_my_side/of_the_bed/of_the_class/of_the_table/bake_sale',
    '! vendor_form/signature/reference_letter/your_tool/the_tool/chatbot/your_bot/the_bot/the_software/does_it_escalate/auto_escalate/old_boss/golf',
  ],
  threatens_to_cancel: [
    '! our_old_phone/our_old_line/my_old_phone/my_old_line/our_old_plan_with/our_old_one/the_old_one/my_old_one/=his_plan/=her_plan/=his_contract/=her_contract/have_a_cancellation/any_cancellation/old_contract/the_newspaper/a_booking/their_booking/can_i_cancel_any/can_we_cancel_any/is_there_a/my_job/my_school/of_the_rain/of_the_sun/of_the_heat/of_the_cold/on_the_page/service_truck/individual_seats/before_we_see/with_the_cleaners/on_hold_while/leave_you_on/leaving_you_on/leave_you_hanging/leaving_you_hanging/on_the_line_for/leave_you_on_speaker/my_gym/the_gym/gym_membership/the_magazine/my_magazine/my_cable/our_cable/the_newspaper/netflix/old_server/old_system/old_software/old_vendor/old_provider/previous_vendor/previous_provider/last_vendor/last_provider/last_company/other_bank/at_the_bank/credit_union/the_city/the_landlord/our_lease/water_company/power_company/from_paper/from_spreadsheets/as_soon_as_yours/never_looked_back/told_her/told_him/for_the_holiday/for_the_night',
    "! our_tenants/our_members/our_customers/our_clients/our_patients/our_students/our_guests/our_subscribers/our_donors/our_users/when_they_leave/when_somebody_leaves/when_someone_leaves/when_people_leave/a_user/user's/an_employee/our_biggest_customer",
    '!3 they_=ended/they_=cancelled/they_=canceled/they_=dropped/he_=cancelled/he_=canceled/she_=cancelled/she_=canceled/he_=quit/she_=quit/they_=quit',
    '!4 years_ago/last_year/switched_to_you/came_to_you/switching_phones/switched_phones/office/building/warehouse/plant/branch/location/server',
  ],
  legal_or_regulator: [
    '!6 years_ago/year_ago/months_ago/last_year/last_spring/last_summer/last_fall/last_winter/back_in/back_when/a_while_back/a_while_ago/used_to/ages_ago/my_old_job/my_last_job/our_old/our_former/previous/previously/nineties/jury_duty/next_door/we_=settled/they_=settled/law_school',
    '!4 module/modules/template/templates/tab/feature/features/dropdown/dashboard/checkbox/field/category/folder/podcast/documentary/movie/tv_show/novel/book_about/show_about',
    '!6 they_threatened/they_took/they_=sued/they_=ended_up/accredited/customer_of_mine/client_of_mine/agreed_on/wording/indemnify/across_the_hall',
    '! our_builder/the_builder/to_our_investors/our_investors/we_notify/and_the_contract_is/spoke_to_my_lawyer_and_the/legal_language/legal_requirement/legal_holiday/legal_age/legal_size/legal_name/legal_limit/legal_aid/legal_action_field/legal_transcription/legal_hold/our_old_vendor/our_last_vendor/our_old_provider/our_last_provider/old_supplier/last_supplier/our_old_contractor/their_old_vendor/against_the_landlord/against_his/against_her/against_their/suing_his/suing_her/suing_their/sue_his/sue_her/sue_their/sued_his/sued_her/sued_their/got_sued_by/my_teenager/sue_for_peace/our_landlord/my_landlord/his_landlord/her_landlord',
  ],
  abuse: [
    '!5 great/awesome/amazing/beautiful/gorgeous/love/loved/incredible/impressive/hilarious/badass/kick_ass/big_ass/bad_ass/long_ass/sweet_ass/smart_ass/good_shit/holy_shit/hot_shit/the_shit/no_shit/sick_truck/one_mean/mean_bastard/lucky_bastard/tough_bastard/big_bastard/fine_ass/heavy_bastard/heavy_bitch/is_a_bitch/was_a_bitch/a_bitch_to/a_bitch_of/a_bastard_to/son_of_a_gun/parking/traffic/weather/winter/hill/commute',
    '! our_last_vendor/our_old_vendor/our_last_provider/our_old_system/the_old_system/my_old_laptop/our_old_rep/our_last_rep/our_last_guy/last_contractor/old_contractor',
    '! raccoon/my_cat/the_cat/my_goat/my_horse/my_puppy/on_that_guitar/fool_me/the_old_guy/your_old_guy/but_you_are_nice/but_you_are_great/but_you_are_good/your_tool/your_tools/your_animal/your_animals/your_joke/your_jokes',
    '!2 pickup/pick_up/disposal/collection/collections/bins/bin/bags/bag/=cans/trash_can/roast/compactor/chute/control/traps/trap/feed/does_it_reach/festival/shelter/hospital/rescue/truck/hauler/hauling/removal/barn/farm/costume/nose',
  ],
  beyond_authority: [
    '! coupon/sale_still/still_on/still_good/last_time_through/our_customers/we_give_our/the_roofer/at_his_store/at_her_store/my_nephew/my_niece/do_i_get/for_the_return/time_card/i_can_count/for_us_and_came/everybody_gets/everyone_gets/for_everyone/for_everybody/within_my/up_to_me/that_is_the_policy/our_policy_is/return_policy/refund_policy/your_policy/the_promotion/promo_is/for_new_customers/nonprofits/nonprofit/veterans/military/seniors/students/teachers/for_schools/listed_on/on_the_site/on_the_flyer/on_the_website/already_approved/was_approved/is_approved/approved_it/came_with/comes_with/you_=waived/they_=waived/already_waived/airline/tax/the_state/the_county/my_bank/our_bank/my_other/our_other/fuel/lunch/medical/legal_advice/tax_advice/sends_the_paperwork/only_you/on_your_end/your_landlord/our_last_vendor/old_vendor/old_provider/how_does_the/how_do_the',
    '!4 =our_costs/=our_cost/=our_bill/staff/employees/remote/of_us/of_our/of_them/battery/humidity',
  ],
  competitor: [
    '! and_thought/like_the_amazon/starts_at/in_college/have_the_trailer/we_used_to/i_used_to/years_ago/before_you/before_we_came/jealous/used_to_be/interned/the_other_site/the_other_office/the_other_location/of_ours/of_mine/uses_you/turn_left/turn_right/across_from/next_to_the/next_door/behind_the/past_the/off_the_exit/parking/not_for_this/your_site/your_website/your_catalog/your_page/your_brochure/on_the_wall/in_the_shop/in_the_office/on_the_crew/on_the_team/overnight/easy_to_find/library/i_sell/we_sell/we_make/we_supply/i_used_to_work/used_to_sell/we_deliver_to/our_biggest_customer/customer_of_ours/client_of_ours/the_two_sizes/the_two_you_sent',
  ],
  account_security: [
    '! biggest_worry/what_do_you_do_about/not_your_problem/on_twitter/on_facebook/on_instagram/so_use_mine/who_logged_in_and/my_bike/cookie/to_be_busy/on_vacation/update_the_number/in_the_roof/water_leak/our_old_card/my_old_card/oh_wait/never_mind/nevermind/it_was_my_wife/it_was_my_husband/my_wife_did/my_husband_did/my_wife_made/my_husband_made/i_forgot_about/that_was_mine/was_me/turns_out/turned_out/years_ago/twenty_twenty/my_neighbor/my_neighbour/my_friend/my_mom_got/my_dad_got/my_cousin/a_friend_of/a_customer_of/broke_a_window/in_the_report/does_it_alert/can_it_alert/does_your/does_the/can_your/can_the/would_it/do_you_offer/do_you_sell/are_you_able_to/looking_for_something/last_company/old_company/old_job/after_three_tries/too_many_tries/three_tries/that_is_fine/does_it_shut/does_it_flag/can_it_flag/does_it_catch/it_catches/the_news/an_article/a_webinar/training/we_train',
    '! i_read/in_the_news/saw_on_the_news/a_podcast/insurance_covers/cyber_insurance/our_policy/the_demo/in_the_demo/customers_ask/our_clients_ask',
  ],
  stumped_rep: [
    '! noise/arrival/forecast/is_back/who_is_calling/people_wait/why_people/why_anyone/why_anybody/the_bears/who_should_sign/on_your_side/you_like/=couldn\'t_say_no/=can\'t_say_no/=can\'t_say_that_i/=can\'t_say_for_sure_it/you_sent/okay_it/yes_it/yes_we/the_answer_is/it_shipped/anybody_who_does/coffee/weather/rain/rained/snow/football/basketball/baseball/kids/neighborhood/vacation/good_time/bad_time/caught_you/my_email/my_voicemail/my_message/told_you/mentioned/how_happy/how_much_i/how_many/good_things/landlord/what_i_would_do/billing/accounting_department/stop_yet/complain/complained/complaint/site_visit/time_zone/time_zones/to_beat/to_quote_it/your_bill/lunch/dinner/traffic/i_have_been_to/last_time/about_you/raffle',
    '!2 say_i_have/say_i_blame/say_i_am/say_enough/tell_you_how_happy/tell_you_how_much/tell_you_how_many/tell_you_how_glad/tell_you_the_last/tell_you_when_i',
    '!3 your_budget/your_screen/your_end/your_building/your_roof/color_shows/if_it_is_a_good/if_now_is/if_this_is_a_good/if_you_got/if_you_saw/if_anyone_told/if_anybody_told/if_they_told/if_he_told/if_she_told/your_exact/your_square/yourself',
  ],
  close_at_hand: [
    '! sued_by/template/can_we_leave/to_legal/in_the_minutes/picnic/if_we_went/next_year/students_only/for_students/timesheets/timesheet/on_hours/for_parking/the_nda/an_nda/for_review/to_review/for_legal/read_it_first/to_read_it/read_it_over/look_it_over/look_over/go_over_it/read_through/in_general/total_again/some_time/for_the_quote/how_fast_do_you_ship/last_month/last_invoice/past_due/overdue/old_bill/old_invoice/old_balance/late_bill/under_advisement/compliment/text_alerts/newsletter/webinar/mailing_list/podcast/as_a_ticket/to_thursday/to_friday/to_monday/to_tuesday/to_wednesday/to_next_week/to_another_day/a_house/out_of_those/out_of_them/hell_of_a/normally/usually/on_tires/this_week_on/for_the_package/for_packages/for_deliveries/show_my_partner/show_my_wife/show_my_husband/think_about_it/think_it_over/sleep_on_it/in_theory/hypothetically/just_curious/ballpark/as_a_sample',
    '!3 the_invoice_is/invoice_is_ready/how_fast_can_it/how_fast_does',
  ],
};
